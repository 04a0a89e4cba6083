package io.sightline.bench;

import java.io.IOException;
import java.util.List;

/**
 * What a span of time cost.
 *
 * @param seconds its length
 * @param serverCores processor time of the measured process to time
 * @param clientCores the same of this process
 * @param idle share of the machine's processor time that nobody used, 0 to 1
 */
record Window(double seconds, double serverCores, double clientCores, double idle) {
  /** Waits {@code seconds} with the displays of these calls reset and the process watched. */
  static Window of(double seconds, List<Call> calls, Proc server)
      throws IOException, InterruptedException {
    Proc client = new Proc(ProcessHandle.current().pid());
    calls.forEach(call -> call.display().reset());
    double serverBefore = server.cpuSeconds();
    double clientBefore = client.cpuSeconds();
    double idleBefore = Proc.idleSeconds();
    long since = System.nanoTime();
    Thread.sleep(Math.round(seconds * 1000));
    double span = (System.nanoTime() - since) / 1e9;
    return new Window(
        span,
        (server.cpuSeconds() - serverBefore) / span,
        (client.cpuSeconds() - clientBefore) / span,
        (Proc.idleSeconds() - idleBefore) / span / Runtime.getRuntime().availableProcessors());
  }
}

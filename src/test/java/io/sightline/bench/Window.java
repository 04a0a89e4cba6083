package io.sightline.bench;

import io.sightline.peer.Picture;
import java.io.IOException;
import java.util.List;

/**
 * What a span of time brought and cost.
 *
 * @param seconds its length
 * @param latencyMillis capture to display of every picture that came back with a readable stamp
 * @param unread pictures whose stamp could not be read
 * @param size of the last picture that came back
 * @param serverCores processor time of the measured process to time
 * @param clientCores the same of this process
 * @param idle share of the machine's processor time that nobody used, 0 to 1
 */
record Window(
    double seconds,
    Sample latencyMillis,
    int unread,
    String size,
    double serverCores,
    double clientCores,
    double idle) {
  /** Waits so many seconds while these calls go on, with the process at their other end watched. */
  static Window of(double seconds, List<Call> calls, Proc server)
      throws IOException, InterruptedException {
    Proc client = new Proc(ProcessHandle.current().pid());
    calls.forEach(Call::pictures);
    double serverBefore = server.cpuSeconds();
    double clientBefore = client.cpuSeconds();
    double idleBefore = Proc.idleSeconds();
    long since = System.nanoTime();
    Thread.sleep(Math.round(seconds * 1000));
    double span = (System.nanoTime() - since) / 1e9;
    double serverCores = (server.cpuSeconds() - serverBefore) / span;
    double clientCores = (client.cpuSeconds() - clientBefore) / span;
    double idle = (Proc.idleSeconds() - idleBefore) / span;
    Sample latency = new Sample();
    int unread = 0;
    String size = "no picture";
    for (Call call : calls) {
      for (Picture picture : call.pictures()) {
        size = picture.width() + "x" + picture.height();
        if (picture.number() < 0) {
          unread++;
        } else {
          latency.add(picture.latencyNanos() / 1e6);
        }
      }
    }
    int cores = Runtime.getRuntime().availableProcessors();
    return new Window(span, latency, unread, size, serverCores, clientCores, idle / cores);
  }

  /** Several windows of the same kind as one. */
  static Window join(List<Window> windows) {
    Sample latency = new Sample();
    windows.forEach(window -> latency.addAll(window.latencyMillis));
    double span = windows.stream().mapToDouble(Window::seconds).sum();
    return new Window(
        span,
        latency,
        windows.stream().mapToInt(Window::unread).sum(),
        windows.get(windows.size() - 1).size,
        windows.stream().mapToDouble(w -> w.serverCores * w.seconds).sum() / span,
        windows.stream().mapToDouble(w -> w.clientCores * w.seconds).sum() / span,
        windows.stream().mapToDouble(w -> w.idle * w.seconds).sum() / span);
  }

  /** Pictures that came back, a second. */
  double rate() {
    return (latencyMillis.size() + unread) / seconds;
  }
}

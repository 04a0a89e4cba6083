package io.sightline.pipeline;

import io.sightline.datachannel.DataOutput;
import io.sightline.datachannel.ResultChannel.Format;
import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.workflow.WorkflowResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Opens and closes connected pairs, client and server in this JVM, and prints how resident memory
 * and threads grow with each of them after a warm-up. Each pair exchanges pictures and results.
 *
 * <p>Arguments: number of pairs (300), of which warm-up (100).
 */
final class OpenCloseSoak {
  private static final int STEP = 20;

  private OpenCloseSoak() {}

  public static void main(String[] arguments) throws Exception {
    int cycles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
    int warmUp = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    Settings settings = new ReferenceFile(Map.of()).settings();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<double[]> samples = new ArrayList<>();
    long started = System.nanoTime();
    for (int i = 1; i <= cycles; i++) {
      pair(settings, pool, i % 2 == 0);
      if (i % STEP == 0) {
        System.gc();
        double[] sample = {i, residentKib(), threads()};
        System.out.printf(
            "%4d pairs  %8.0f KiB  %3.0f threads  %5.3f s a pair%n",
            i, sample[1], sample[2], (System.nanoTime() - started) / 1e9 / i);
        if (i >= warmUp) {
          samples.add(sample);
        }
      }
    }
    System.out.printf(
        "slope after %d pairs: %.1f KiB and %.4f threads a pair%n",
        warmUp, slope(samples, 1), slope(samples, 2));
    // the library's threads would keep the JVM alive
    System.exit(0);
  }

  private static void pair(Settings settings, ExecutorService pool, boolean realtime)
      throws InterruptedException {
    Work.Run echo =
        (image, parameters, scope) ->
            new WorkflowResult(Map.of("picture", image, "count", 1), List.of(), 0);
    try (LiveSession session = new LiveSession(settings, realtime, Format.CHUNKED, echo, pool);
        TestPeer client = new TestPeer(new Film(160, 120, 60, "VP8"))) {
      session.pipeline().dataOutput(DataOutput.of(List.of("*")));
      session.connect(client);
      if (!client.awaitConnected()
          || client.pictures().poll(20, TimeUnit.SECONDS) == null
          || client.results().poll(20, TimeUnit.SECONDS) == null) {
        throw new IllegalStateException("a pair exchanged nothing");
      }
      if (client.failure() != null || session.peer().failure() != null) {
        throw new IllegalStateException("a callback failed", client.failure());
      }
    }
  }

  private static double residentKib() throws IOException {
    return status("VmRSS");
  }

  private static double threads() throws IOException {
    return status("Threads");
  }

  private static double status(String key) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith(key + ":")) {
        return Double.parseDouble(line.replaceAll("\\D", ""));
      }
    }
    return 0;
  }

  /** Least squares of a column over the number of pairs. */
  private static double slope(List<double[]> samples, int column) {
    double meanX = samples.stream().mapToDouble(s -> s[0]).average().orElse(0);
    double meanY = samples.stream().mapToDouble(s -> s[column]).average().orElse(0);
    double up = samples.stream().mapToDouble(s -> (s[0] - meanX) * (s[column] - meanY)).sum();
    double down = samples.stream().mapToDouble(s -> (s[0] - meanX) * (s[0] - meanX)).sum();
    return down == 0 ? 0 : up / down;
  }
}

package io.sightline.pipeline;

import io.sightline.datachannel.DataOutput;
import io.sightline.datachannel.ResultChannel.Format;
import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.soak.Growth;
import io.sightline.workflow.WorkflowResult;
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
    Growth growth = new Growth();
    long started = System.nanoTime();
    for (int i = 1; i <= cycles; i++) {
      pair(settings, pool, i % 2 == 0);
      if (i % STEP == 0) {
        growth.sample(i);
      }
    }
    System.out.printf(
        "after %d pairs each adds %.1f KiB and %.4f threads; a pair took %.3f s%n",
        warmUp,
        growth.kibPerCycle(warmUp),
        growth.threadsPerCycle(warmUp),
        (System.nanoTime() - started) / 1e9 / cycles);
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
}

package io.sightline.pipeline;

import io.sightline.settings.Settings;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Writes a session's queues and times to the log every five seconds, where settings ask for it. */
final class PipelineLog {
  private static final System.Logger LOG = System.getLogger(FramePipeline.class.getName());
  private static final long INTERVAL_NANOS = 5_000_000_000L;

  private final boolean queues;
  private final boolean latency;
  private final LongSupplier nanos;
  private final AtomicLong lastNanos;

  PipelineLog(Settings settings) {
    this(settings, System::nanoTime);
  }

  /**
   * @param nanos a clock as {@link System#nanoTime()}
   */
  PipelineLog(Settings settings, LongSupplier nanos) {
    this.nanos = nanos;
    lastNanos = new AtomicLong(nanos.getAsLong());
    queues = settings.flag("sightline.pipeline.log.queues");
    latency = settings.flag("sightline.pipeline.log.latency");
  }

  /** Called after each frame and on the housekeeper's rounds, by any thread. */
  void ifDue(Supplier<PipelineSnapshot> figures) {
    if (!queues && !latency) {
      return;
    }
    long now = nanos.getAsLong();
    long last = lastNanos.get();
    if (now - last >= INTERVAL_NANOS && lastNanos.compareAndSet(last, now)) {
      write(figures.get());
    }
  }

  private void write(PipelineSnapshot now) {
    if (queues) {
      LOG.log(
          System.Logger.Level.INFO,
          "frames waiting {0}, received {1}, dropped {2}, processed {3}, pushed {4};"
              + " results buffered {5} bytes, dropped {6}",
          now.source().waiting(),
          now.source().received(),
          now.source().dropped(),
          now.processed(),
          now.pushed(),
          now.results().bufferedBytes(),
          now.results().dropped());
    }
    if (latency) {
      LOG.log(
          System.Logger.Level.INFO,
          "arrival to push p50 {0} p95 {1} p99 {2} ms; in models p50 {3} ms, beside them p50 {4}"
              + " ms",
          now.latencyMillis()[0],
          now.latencyMillis()[1],
          now.latencyMillis()[2],
          now.inferenceMillis()[0],
          now.overheadMillis()[0]);
    }
  }
}

package io.sightline.pipeline;

import io.sightline.settings.Settings;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Writes a session's queues and times to the log every five seconds, where settings ask for it;
 * each line begins with the session's name.
 */
public final class PipelineLog {
  private static final System.Logger LOG = System.getLogger(FramePipeline.class.getName());
  private static final long INTERVAL_NANOS = 5_000_000_000L;

  private final String subject;
  private final boolean queues;
  private final boolean latency;
  private final LongSupplier nanos;
  private final AtomicLong lastNanos;

  /**
   * @param subject whose figures these are, such as {@code session 42f1353f}
   */
  public PipelineLog(Settings settings, String subject) {
    this(settings, subject, System::nanoTime);
  }

  /**
   * @param nanos a clock as {@link System#nanoTime()}
   */
  PipelineLog(Settings settings, String subject, LongSupplier nanos) {
    this.subject = subject;
    this.nanos = nanos;
    lastNanos = new AtomicLong(nanos.getAsLong());
    queues = settings.flag("sightline.pipeline.log.queues");
    latency = settings.flag("sightline.pipeline.log.latency");
  }

  /** Called after each frame and on the housekeeper's rounds, by any thread. */
  public void ifDue(Supplier<PipelineSnapshot> figures) {
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
          "{0}: frames waiting {1}, received {2}, dropped {3}, processed {4}, pushed {5};"
              + " results buffered {6} bytes, dropped {7}",
          subject,
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
          "{0}: arrival to push p50 {1} p95 {2} p99 {3} ms; in models p50 {4} ms, beside them p50"
              + " {5} ms",
          subject,
          now.latencyMillis()[0],
          now.latencyMillis()[1],
          now.latencyMillis()[2],
          now.inferenceMillis()[0],
          now.overheadMillis()[0]);
    }
  }
}

package io.sightline.pipeline;

import io.sightline.datachannel.ResultChannelSnapshot;
import io.sightline.media.FrameSourceSnapshot;
import java.util.concurrent.atomic.AtomicLong;

/** One session's counters, rates and times; written by its loop, read by anybody. */
public final class Figures {
  private final Rate in = new Rate();
  private final Rate worked = new Rate();
  private final Rate out = new Rate();
  private final LatestValues latency = new LatestValues();
  private final LatestValues inference = new LatestValues();
  private final LatestValues overhead = new LatestValues();
  private final AtomicLong processed = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong pushed = new AtomicLong();
  private final AtomicLong droppedPaused = new AtomicLong();
  private volatile long lastFrameNanos;
  private volatile Long workingSince;
  private final AtomicLong cpuNanos = new AtomicLong();
  private volatile long cpuBegan;
  private volatile String lastError;

  public void arrived() {
    in.mark(System.nanoTime());
  }

  /** Frames that were taken and are done with. */
  public long handled() {
    return processed.get() + droppedPaused.get();
  }

  public void dropped() {
    droppedPaused.incrementAndGet();
  }

  public void pushed() {
    pushed.incrementAndGet();
    out.mark(System.nanoTime());
  }

  /** Work on a frame begins; answers when. */
  public long started() {
    long now = System.nanoTime();
    workingSince = now;
    cpuBegan = CpuClock.nanos();
    return now;
  }

  /**
   * A frame is done: pushed, or its result sent where no video is wanted.
   *
   * @param arrivalNanos when it came in
   * @param startNanos when its work began
   * @param inferenceNanos spent inside models, of steps side by side all: perhaps more than the
   *     work
   */
  public void worked(long arrivalNanos, long startNanos, long inferenceNanos, boolean withErrors) {
    long now = System.nanoTime();
    processed.incrementAndGet();
    if (withErrors) {
      failed.incrementAndGet();
    }
    worked.mark(now);
    latency.add(now - arrivalNanos);
    inference.add(inferenceNanos);
    overhead.add(Math.max(0, now - startNanos - inferenceNanos));
    long cpu = CpuClock.nanos();
    cpuNanos.addAndGet(Math.max(0, cpu - cpuBegan));
    cpuBegan = cpu;
    lastFrameNanos = now;
    workingSince = null;
  }

  /** What is wrong with a frame. */
  public void error(String message) {
    lastError = message;
  }

  PipelineSnapshot snapshot(FrameSourceSnapshot source, ResultChannelSnapshot results) {
    return snapshot(source, results, PipelineSnapshot.Pictures.NONE, 0);
  }

  /**
   * @param otherCpuNanos processor time beside that of the work on frames
   */
  public PipelineSnapshot snapshot(
      FrameSourceSnapshot source,
      ResultChannelSnapshot results,
      PipelineSnapshot.Pictures pictures,
      long otherCpuNanos) {
    long now = System.nanoTime();
    return new PipelineSnapshot(
        source,
        results,
        processed.get(),
        failed.get(),
        pushed.get(),
        droppedPaused.get(),
        in.perSecond(now),
        worked.perSecond(now),
        out.perSecond(now),
        latency.millis(0.5, 0.95, 0.99),
        inference.millis(0.5, 0.95),
        overhead.millis(0.5, 0.95),
        lastFrameNanos,
        workingSince,
        cpuNanos.get() + otherCpuNanos,
        pictures,
        lastError);
  }
}

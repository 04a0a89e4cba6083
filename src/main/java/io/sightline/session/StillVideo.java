package io.sightline.session;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Looks now and then whether the video has stood still for too long, and lets it be filled. */
final class StillVideo implements AutoCloseable {
  private final LongConsumer fill;
  private final Duration after;
  private final BiConsumer<Runnable, Duration> later;
  private final BooleanSupplier paused;
  private volatile boolean closed;
  private boolean started;

  /**
   * @param fill fills the video where nothing was sent for so many nanoseconds
   * @param after how long it may stand still; zero, for as long as it likes
   * @param later runs a task after a time
   * @param paused whether nothing is to be sent
   */
  StillVideo(
      LongConsumer fill,
      Duration after,
      BiConsumer<Runnable, Duration> later,
      BooleanSupplier paused) {
    this.fill = fill;
    this.after = after;
    this.later = later;
    this.paused = paused;
  }

  /** Begins; further calls change nothing. On the session's serial executor. */
  void start() {
    if (!started && !after.isZero()) {
      started = true;
      again();
    }
  }

  /** Stops; a look under way does no harm. */
  @Override
  public void close() {
    closed = true;
  }

  private void again() {
    try {
      later.accept(this::look, after);
    } catch (RejectedExecutionException e) {
      closed = true;
    }
  }

  /** What throws would end the looks of this session only, and not its video. */
  private void look() {
    if (closed) {
      return;
    }
    if (!paused.getAsBoolean()) {
      fill.accept(after.toNanos());
    }
    again();
  }
}

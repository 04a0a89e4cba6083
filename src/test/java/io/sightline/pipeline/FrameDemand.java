package io.sightline.pipeline;

import java.util.Random;

/**
 * A session of a simulation: a frame every so many milliseconds, the newest wins, each costs a
 * thread so many milliseconds, give or take a fifth.
 */
final class FrameDemand {
  final Share share = new Share();
  private final int interval;
  private final double cost;
  private final int phase;
  private final double spread;
  private final Random random;
  private boolean frame;
  private boolean queued;
  private long queuedAt;
  private int done;
  private long longestWait;

  FrameDemand(int intervalMillis, double costMillis, int phaseMillis) {
    this(intervalMillis, costMillis, phaseMillis, 0.2);
  }

  /**
   * @param spread how far a cost may be from the usual one, as a part of it
   */
  FrameDemand(int intervalMillis, double costMillis, int phaseMillis, double spread) {
    this.spread = spread;
    interval = intervalMillis;
    cost = costMillis;
    phase = phaseMillis;
    random = new Random(phaseMillis);
  }

  /** A millisecond begins. */
  void tick(long milli, FairQueue queue) {
    frame |= milli >= phase && (milli - phase) % interval == 0;
    submit(milli, queue);
  }

  private void submit(long milli, FairQueue queue) {
    if (frame && !queued) {
      queued = true;
      queuedAt = milli;
      queue.add(share, () -> {});
    }
  }

  /** Its turn begins; answers how many milliseconds the frame takes. */
  long begin(long milli) {
    frame = false;
    longestWait = Math.max(longestWait, milli - queuedAt);
    return Math.max(1, Math.round(cost * (1 - spread + 2 * spread * random.nextDouble())));
  }

  /** Its turn is over; what came meanwhile waits again at once, as a pipeline does it. */
  void end(long milli, FairQueue queue) {
    done++;
    queued = false;
    submit(milli, queue);
  }

  int done() {
    return done;
  }

  /** Milliseconds from a frame's arrival, or the end of the turn before, to the next turn. */
  long longestWait() {
    return longestWait;
  }

  @Override
  public String toString() {
    return "%d frames of %.0f ms, longest wait %d ms".formatted(done, cost, longestWait);
  }
}

package io.sightline.workflow.blocks.sinks;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Warns at most once in ten seconds: what fails with each frame must not fill the log. */
final class SparseLog {
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(10);

  private final System.Logger log;
  private final LongSupplier nanoTime;
  private boolean any;
  private long last;
  private int leftOut;

  SparseLog(System.Logger log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
  }

  /** Writes a warning, or counts it for the next one. */
  synchronized void warn(String what, Throwable why) {
    long now = nanoTime.getAsLong();
    if (any && now - last < PAUSE) {
      leftOut++;
      return;
    }
    log.log(
        System.Logger.Level.WARNING,
        "{0}: {1} ({2} warnings before it are left out)",
        what,
        why.toString(),
        leftOut);
    any = true;
    last = now;
    leftOut = 0;
  }
}

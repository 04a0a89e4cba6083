package io.sightline.stream;

import java.util.ArrayDeque;

/**
 * The time between two frames of one live source, over many of them: cameras send several at once
 * and then pause, so that the time between any two says little. The numbers are the reference's.
 */
final class ArrivalPeriod {
  private static final int SAMPLES = 64;
  private static final int SAMPLES_MIN = 16;
  private static final long SILENCE_NANOS = 2_000_000_000L;

  private final ArrayDeque<Long> arrivals = new ArrayDeque<>(SAMPLES);

  /** A frame came in then; after a silence it begins anew. */
  void observe(long arrivalNanos) {
    if (!arrivals.isEmpty()) {
      long gap = arrivalNanos - arrivals.getLast();
      if (gap < 0 || gap > SILENCE_NANOS) {
        arrivals.clear();
      }
    }
    if (arrivals.size() == SAMPLES) {
      arrivals.removeFirst();
    }
    arrivals.add(arrivalNanos);
  }

  /** Nanoseconds; 0 where too little is known, or nothing has come lately. */
  long nanos(long now) {
    if (arrivals.size() < SAMPLES_MIN || now - arrivals.getLast() > SILENCE_NANOS) {
      return 0;
    }
    return (arrivals.getLast() - arrivals.getFirst()) / (arrivals.size() - 1);
  }
}

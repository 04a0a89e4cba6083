package io.sightline.stream;

import java.util.function.LongSupplier;

/**
 * Whether a frame is left out although there is room: where the source falls behind the rate that
 * it declares, or gives more than is read. The numbers are the reference's.
 */
final class AdaptiveDrop {
  private static final int SAMPLES_MIN = 10;
  private static final int SAMPLES = 10 * SAMPLES_MIN;
  private static final int DROPPED_IN_A_ROW = 16;
  private static final double STREAM_TOLERANCE = 0.1;
  private static final double READER_TOLERANCE = 5;

  private final Pace stream;
  private final Pace reader;
  private final Pace decoding;
  private int droppedInARow;

  AdaptiveDrop(LongSupplier nanos) {
    stream = new Pace(SAMPLES, nanos);
    reader = new Pace(SAMPLES, nanos);
    decoding = new Pace(SAMPLES, nanos);
  }

  /** A frame has come from the source. */
  void captured() {
    stream.tick();
  }

  /** A frame is kept. */
  void kept() {
    decoding.tick();
    droppedInARow = 0;
  }

  /** A frame was read, or passed over by a reader that wants the newest. */
  void read() {
    reader.tick();
  }

  /** The source begins anew. */
  void reset() {
    stream.reset();
    reader.reset();
    decoding.reset();
    droppedInARow = 0;
  }

  /** Frames a second that come. */
  double streamPace() {
    return stream.perSecond();
  }

  /**
   * @param declared frames a second that the source says it has, null where it does not
   */
  boolean drops(Double declared) {
    boolean drop = droppedInARow < DROPPED_IN_A_ROW && tooFast(declared);
    droppedInARow += drop ? 1 : 0;
    return drop;
  }

  private boolean tooFast(Double declared) {
    if (stream.ticks() <= SAMPLES_MIN) {
      return false;
    }
    double announced = declared == null || declared <= 0 ? streamPace() : declared;
    if (announced - streamPace() > STREAM_TOLERANCE) {
      return true;
    }
    return reader.ticks() > SAMPLES_MIN
        && decoding.ticks() > SAMPLES_MIN
        && decoding.perSecond() - reader.perSecondNow() > READER_TOLERANCE;
  }
}

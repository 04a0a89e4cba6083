package io.sightline.stream;

/**
 * Which frames of one source are taken where it gives more than are asked for: evenly spread, the
 * first one among them. Used by one thread.
 */
final class FrameStride {
  private final Double perSecond;
  private double next = 1;

  /**
   * @param perSecond frames a second that are asked for; null for all
   */
  FrameStride(Double perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * @param frame counts the frames of the source, from 1
   * @param rate frames a second that it gives, null where unknown: then all are taken
   */
  boolean takes(long frame, Double rate) {
    if (perSecond == null) {
      return true;
    }
    if (frame < next) {
      return false;
    }
    next += rate == null ? 1 : Math.max(1, rate / perSecond);
    return true;
  }
}

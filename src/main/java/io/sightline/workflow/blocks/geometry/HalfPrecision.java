package io.sightline.workflow.blocks.geometry;

/** Numbers of 16 bits, of which 11 are for the digits. */
final class HalfPrecision {
  private static final int DIGITS = 10;
  private static final int MIN_EXPONENT = -14;
  private static final double MAX = 65_504;

  private HalfPrecision() {}

  /** The nearest number of 16 bits, half to even; infinite beyond them. */
  static double round(double value) {
    int exponent = Math.max(MIN_EXPONENT, Math.getExponent(value));
    double step = Math.scalb(1.0, exponent - DIGITS);
    double rounded = Math.rint(value / step) * step;
    return Math.abs(rounded) > MAX ? Math.copySign(Double.POSITIVE_INFINITY, value) : rounded;
  }
}

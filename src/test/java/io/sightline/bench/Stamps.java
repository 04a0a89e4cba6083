package io.sightline.bench;

/** This process's clock in units of 0.1 ms, as far as a {@link BarCode} holds it (105 seconds). */
final class Stamps {
  private static final long UNIT_NANOS = 100_000;

  private Stamps() {}

  static int now() {
    return (int) (System.nanoTime() / UNIT_NANOS & BarCode.MODULUS - 1);
  }

  /** Milliseconds since {@code stamp}. */
  static double millisSince(int stamp) {
    return (now() - stamp & BarCode.MODULUS - 1) / 10.0;
  }
}

package io.sightline.media.capture;

/** The quantisation tables that JPEG over RTP counts from (RFC 2435, section 4.2), in zigzag. */
final class JpegTables {
  private static final int SIZE = 64;
  private static final int[] LUMA = {
    16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37,
    29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87,
    95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99
  };
  private static final int[] CHROMA = {
    17, 18, 18, 24, 21, 24, 47, 26, 26, 47, 99, 66, 56, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99
  };

  private JpegTables() {}

  /** Both tables for a quality of 1 to 99. */
  static byte[] ofQuality(int quality) {
    int q = Math.max(1, Math.min(99, quality));
    int factor = q < 50 ? 5000 / q : 200 - q * 2;
    byte[] tables = new byte[2 * SIZE];
    for (int i = 0; i < SIZE; i++) {
      tables[i] = scaled(LUMA[i], factor);
      tables[SIZE + i] = scaled(CHROMA[i], factor);
    }
    return tables;
  }

  private static byte scaled(int value, int factor) {
    return (byte) Math.max(1, Math.min(255, (value * factor + 50) / 100));
  }
}

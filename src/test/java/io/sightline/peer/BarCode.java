package io.sightline.peer;

import dev.onvoid.webrtc.media.video.I420Buffer;
import java.nio.ByteBuffer;

/**
 * A 16-bit number written into the brightness of a picture's bottom left corner, so that the
 * picture can be recognised after it was coded, drawn upon and coded again. Cells are a fortieth of
 * the width, so that scaling does not matter: 16 of the number, 8 of its check sum, white is one.
 */
public final class BarCode {
  private static final int CELLS_ACROSS = 40;
  private static final int NUMBER_BITS = 16;
  private static final int CHECK_BITS = 8;
  private static final byte BLACK = 16;
  private static final byte WHITE = (byte) 235;
  private static final int THRESHOLD = 126;

  private BarCode() {}

  /** Writes {@code number}, of which the low 16 bits count. */
  public static void write(I420Buffer picture, int number) {
    int code = (number & 0xFFFF) << CHECK_BITS | check(number);
    int side = side(picture);
    ByteBuffer brightness = picture.getDataY();
    byte[] row = new byte[side * (NUMBER_BITS + CHECK_BITS)];
    for (int x = 0; x < row.length; x++) {
      int bit = NUMBER_BITS + CHECK_BITS - 1 - x / side;
      row[x] = (code >> bit & 1) == 1 ? WHITE : BLACK;
    }
    for (int y = picture.getHeight() - side; y < picture.getHeight(); y++) {
      brightness.put(y * picture.getStrideY(), row);
    }
  }

  /** The number in the picture, -1 where there is none that can be read. */
  public static int read(I420Buffer picture) {
    int side = side(picture);
    ByteBuffer brightness = picture.getDataY();
    int y = picture.getHeight() - side / 2 - 1;
    int code = 0;
    for (int i = 0; i < NUMBER_BITS + CHECK_BITS; i++) {
      int x = i * side + side / 2;
      int value = brightness.get(y * picture.getStrideY() + x) & 0xFF;
      code = code << 1 | (value > THRESHOLD ? 1 : 0);
    }
    int number = code >> CHECK_BITS;
    return (code & 0xFF) == check(number) ? number : -1;
  }

  private static int side(I420Buffer picture) {
    return Math.max(4, picture.getWidth() / CELLS_ACROSS);
  }

  /** Differs from the number's own bytes, so that a grey or black picture is no valid code. */
  private static int check(int number) {
    return ((number & 0xFF) * 31 ^ (number >> 8 & 0xFF) * 17 ^ 0xA5) & 0xFF;
  }
}

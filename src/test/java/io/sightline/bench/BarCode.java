package io.sightline.bench;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * A number in the picture itself: 24 blocks along the bottom edge, 20 bits of number and 4 of
 * check, most significant first, black for 0 and white for 1. Blocks are tens of pixels large, so
 * that they survive the codec at a low bitrate and a thin line drawn across them.
 */
final class BarCode {
  /** Numbers are from 0 to {@code MODULUS - 1}. */
  static final int MODULUS = 1 << 20;

  private static final int BLOCKS = 24;
  private static final int BLACK = 32;
  private static final int WHITE = 220;
  private static final int DARK = 96;
  private static final int BRIGHT = 156;

  private BarCode() {}

  /** Writes {@code number} into a luma plane of 8 bits a pixel. */
  static void write(ByteBuffer luma, int stride, int width, int height, int number) {
    int word = number << 4 | check(number);
    int blockWidth = width / BLOCKS;
    byte[] row = new byte[width];
    for (int x = 0; x < width; x++) {
      int block = Math.min(x / blockWidth, BLOCKS - 1);
      row[x] = (byte) ((word >> BLOCKS - 1 - block & 1) == 1 ? WHITE : BLACK);
    }
    for (int y = height - blockHeight(height); y < height; y++) {
      luma.put(y * stride, row, 0, width);
    }
  }

  /** The number, or empty where a block is neither black nor white or the check does not fit. */
  static OptionalInt read(ByteBuffer luma, int stride, int width, int height) {
    int blockWidth = width / BLOCKS;
    int blockHeight = blockHeight(height);
    int word = 0;
    for (int block = 0; block < BLOCKS; block++) {
      int left = block * blockWidth + blockWidth / 4;
      int top = height - blockHeight * 3 / 4;
      int mean = mean(luma, stride, left, top, blockWidth / 2, blockHeight / 2);
      if (mean > DARK && mean < BRIGHT) {
        return OptionalInt.empty();
      }
      word = word << 1 | (mean >= BRIGHT ? 1 : 0);
    }
    int number = word >> 4;
    return (word & 15) == check(number) ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private static int blockHeight(int height) {
    return Math.max(16, height / 30);
  }

  private static int mean(ByteBuffer luma, int stride, int left, int top, int width, int height) {
    int sum = 0;
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        sum += luma.get(y * stride + x) & 255;
      }
    }
    return sum / (width * height);
  }

  /** CRC-4 (x^4 + x + 1) of the 20 bits, inverted in part so that a black strip is not valid. */
  private static int check(int number) {
    int rest = number << 4;
    for (int bit = 23; bit >= 4; bit--) {
      if ((rest >> bit & 1) == 1) {
        rest ^= 0b10011 << bit - 4;
      }
    }
    return rest & 15 ^ 0b1010;
  }
}

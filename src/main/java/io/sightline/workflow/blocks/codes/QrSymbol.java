package io.sightline.workflow.blocks.codes;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import java.nio.charset.StandardCharsets;

/** The modules of a QR code. */
final class QrSymbol {
  private static final int MASKS = 8;
  private static final int FINDER = 7;
  private static final int TIMING = 6;
  private static final int FORMAT_POLYNOMIAL = 0b10100110111;
  private static final int FORMAT_MASK = 0b101010000010010;
  private static final int VERSION_POLYNOMIAL = 0b1111100100101;
  private static final int FIRST_WITH_VERSION = 7;

  private final Version version;
  private final ErrorCorrectionLevel level;
  private final int size;

  /** Patterns that do not depend on the text, and, not dark yet, the places of what is told. */
  private final boolean[][] fixed;

  private final boolean[][] dark;

  private QrSymbol(Codewords codewords, ErrorCorrectionLevel level) {
    this.version = codewords.version();
    this.level = level;
    size = version.getDimensionForVersion();
    fixed = new boolean[size][size];
    dark = new boolean[size][size];
    patterns();
    format(0);
    versionNumber(0);
    lay(codewords.bytes());
  }

  /** The dark modules, row by row, of the smallest code that holds a text. */
  static boolean[][] of(String text, ErrorCorrectionLevel level) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    QrSymbol symbol = new QrSymbol(Codewords.of(Segment.split(bytes), level), level);
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int mask = 0; mask < MASKS; mask++) {
      symbol.mask(mask);
      int penalty = MaskPenalty.of(symbol.dark);
      symbol.mask(mask);
      if (penalty < least) {
        least = penalty;
        best = mask;
      }
    }
    symbol.mask(best);
    symbol.format(symbol.formatBits(best));
    symbol.put(symbol.size - 8, 8, true);
    symbol.versionNumber(symbol.versionBits());
    return symbol.dark;
  }

  private void put(int row, int column, boolean isDark) {
    fixed[row][column] = true;
    dark[row][column] = isDark;
  }

  private void patterns() {
    finder(0, 0);
    finder(0, size - FINDER);
    finder(size - FINDER, 0);
    int[] centers = version.getAlignmentPatternCenters();
    for (int row : centers) {
      for (int column : centers) {
        if (!fixed[row][column]) {
          square(row, column, 2, 1);
        }
      }
    }
    for (int i = FINDER + 1; i < size - FINDER - 1; i++) {
      put(TIMING, i, i % 2 == 0);
      put(i, TIMING, i % 2 == 0);
    }
    put(size - 8, 8, false);
  }

  private void finder(int top, int left) {
    square(top + 3, left + 3, 4, 2);
  }

  /** Rings around a centre, every other dark, the {@code light}th from the centre light. */
  private void square(int row, int column, int reach, int light) {
    for (int y = Math.max(0, row - reach); y <= Math.min(size - 1, row + reach); y++) {
      for (int x = Math.max(0, column - reach); x <= Math.min(size - 1, column + reach); x++) {
        int ring = Math.max(Math.abs(y - row), Math.abs(x - column));
        put(y, x, ring != light && ring != 4);
      }
    }
  }

  private void format(int bits) {
    for (int i = 0; i < 15; i++) {
      boolean isDark = (bits >> i & 1) != 0;
      put(i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, 8, isDark);
      put(8, i < 8 ? size - i - 1 : i < 9 ? 15 - i : 14 - i, isDark);
    }
  }

  private void versionNumber(int bits) {
    if (version.getVersionNumber() >= FIRST_WITH_VERSION) {
      for (int i = 0; i < 18; i++) {
        boolean isDark = (bits >> i & 1) != 0;
        put(i / 3, i % 3 + size - 11, isDark);
        put(i % 3 + size - 11, i / 3, isDark);
      }
    }
  }

  private int formatBits(int mask) {
    int told = level.getBits() << 3 | mask;
    return (told << 10 | remainder(told << 10, FORMAT_POLYNOMIAL)) ^ FORMAT_MASK;
  }

  private int versionBits() {
    int told = version.getVersionNumber() << 12;
    return told | remainder(told, VERSION_POLYNOMIAL);
  }

  private static int remainder(int value, int polynomial) {
    int rest = value;
    int length = 32 - Integer.numberOfLeadingZeros(polynomial);
    for (int over = 32 - Integer.numberOfLeadingZeros(rest) - length;
        over >= 0;
        over = 32 - Integer.numberOfLeadingZeros(rest) - length) {
      rest ^= polynomial << over;
    }
    return rest;
  }

  /** Two columns at a time from the right, up and down by turns. */
  private void lay(int[] bytes) {
    int bit = 0;
    boolean up = true;
    for (int right = size - 1; right > 0; right -= 2) {
      int column = right <= TIMING ? right - 1 : right;
      for (int i = 0; i < size; i++) {
        int row = up ? size - 1 - i : i;
        for (int x = column; x > column - 2; x--) {
          if (!fixed[row][x]) {
            dark[row][x] = bit < 8 * bytes.length && (bytes[bit / 8] >> 7 - bit % 8 & 1) != 0;
            bit++;
          }
        }
      }
      up = !up;
    }
  }

  /** Inverts the modules of the text that a mask has; twice is not at all. */
  private void mask(int mask) {
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        dark[row][column] ^= !fixed[row][column] && masked(mask, row, column);
      }
    }
  }

  private static boolean masked(int mask, int i, int j) {
    return switch (mask) {
      case 0 -> (i + j) % 2 == 0;
      case 1 -> i % 2 == 0;
      case 2 -> j % 3 == 0;
      case 3 -> (i + j) % 3 == 0;
      case 4 -> (i / 2 + j / 3) % 2 == 0;
      case 5 -> i * j % 2 + i * j % 3 == 0;
      case 6 -> (i * j % 2 + i * j % 3) % 2 == 0;
      default -> (i * j % 3 + (i + j) % 2) % 2 == 0;
    };
  }
}

package io.sightline.workflow.blocks.codes;

/** How hard a QR code is to read: the less, the better its mask. */
final class MaskPenalty {
  private static final int MIN_RUN = 5;
  private static final int SQUARE = 3;
  private static final int PATTERN = 40;
  private static final int IMBALANCE = 10;

  /** What looks like a finder pattern with light beside it, from either end. */
  private static final int[] PATTERNS = {0b10111010000, 0b00001011101};

  private static final int PATTERN_LENGTH = 11;

  private MaskPenalty() {}

  static int of(boolean[][] dark) {
    int size = dark.length;
    int penalty = 0;
    int count = 0;
    for (int i = 0; i < size; i++) {
      boolean[] column = new boolean[size];
      for (int j = 0; j < size; j++) {
        column[j] = dark[j][i];
        count += dark[i][j] ? 1 : 0;
      }
      penalty += line(dark[i]) + line(column);
    }
    for (int i = 0; i + 1 < size; i++) {
      for (int j = 0; j + 1 < size; j++) {
        boolean first = dark[i][j];
        if (first == dark[i][j + 1] && first == dark[i + 1][j] && first == dark[i + 1][j + 1]) {
          penalty += SQUARE;
        }
      }
    }
    double percent = (double) count / (size * size) * 100;
    return penalty + (int) (Math.abs(percent - 50) / 5) * IMBALANCE;
  }

  private static int line(boolean[] modules) {
    int penalty = 0;
    int run = 0;
    int last = 0;
    for (int i = 0; i < modules.length; i++) {
      run = i > 0 && modules[i] == modules[i - 1] ? run + 1 : 1;
      if (i + 1 == modules.length || modules[i] != modules[i + 1]) {
        penalty += run >= MIN_RUN ? run - 2 : 0;
      }
      last = (last << 1 | (modules[i] ? 1 : 0)) & (1 << PATTERN_LENGTH) - 1;
      if (i + 1 >= PATTERN_LENGTH && (last == PATTERNS[0] || last == PATTERNS[1])) {
        penalty += PATTERN;
      }
    }
    return penalty;
  }
}

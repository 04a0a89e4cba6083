package io.sightline.workflow.blocks.images;

/** Peels one layer off thick lines, without breaking any (Zhang and Suen, 1984). */
final class Thinning {
  /** The neighbours from the upper one clockwise, as steps in x and y. */
  private static final int[] DX = {0, 1, 1, 1, 0, -1, -1, -1};

  private static final int[] DY = {-1, -1, 0, 1, 1, 1, 0, -1};

  private static final int UP = 1;
  private static final int RIGHT = 1 << 2;
  private static final int DOWN = 1 << 4;
  private static final int LEFT = 1 << 6;

  private Thinning() {}

  /**
   * @param pixels not 0 on lines, row by row
   * @return 1 on what is left of them
   */
  static byte[] once(byte[] pixels, int width, int height) {
    byte[] first = peel(pixels, width, height, UP | RIGHT | DOWN, RIGHT | DOWN | LEFT);
    return peel(first, width, height, UP | RIGHT | LEFT, UP | DOWN | LEFT);
  }

  /** Takes pixels away that have something free in both of these groups of neighbours. */
  private static byte[] peel(byte[] pixels, int width, int height, int oneFree, int otherFree) {
    byte[] left = pixels.clone();
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        if (pixels[at] != 0) {
          int around = around(pixels, at, width);
          if (simple(around)
              && (around & oneFree) != oneFree
              && (around & otherFree) != otherFree) {
            left[at] = 0;
          }
        }
      }
    }
    return left;
  }

  private static int around(byte[] pixels, int at, int width) {
    int around = 0;
    for (int i = 0; i < DX.length; i++) {
      if (pixels[at + DY[i] * width + DX[i]] != 0) {
        around |= 1 << i;
      }
    }
    return around;
  }

  /** True where 2 to 6 neighbours are set, all beside each other. */
  private static boolean simple(int around) {
    int count = Integer.bitCount(around);
    int next = around >> 1 | (around & 1) << 7;
    return count >= 2 && count <= 6 && Integer.bitCount(~around & next) == 1;
  }
}

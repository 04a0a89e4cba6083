package io.sightline.vision;

/**
 * Parts a picture into tiles, equalizes the histogram of each with a limit to its contrast, and
 * maps pixels between the four tiles around them. The picture is mirrored at its borders to whole
 * tiles and half a tile around.
 */
final class TileMaps {
  static final int MAX_GREY = (1 << 14) - 1;
  static final int BINS = 256;
  static final int BIN_SIZE = 1 + (1 << 14) / BINS;

  private final int width;
  private final int height;
  private final int tileWidth;
  private final int tileHeight;
  private final int columns;
  private final int rows;
  private final int[][] maps;

  /**
   * @param bins the bin of each pixel
   * @param clip the part of a tile's pixels that a bin may hold
   */
  TileMaps(byte[] bins, int width, int height, int tileWidth, int tileHeight, double clip) {
    this.width = width;
    this.height = height;
    this.tileWidth = tileWidth;
    this.tileHeight = tileHeight;
    columns = (width + tileWidth - 1) / tileWidth;
    rows = (height + tileHeight - 1) / tileHeight;
    maps = new int[rows * columns][];
    int size = tileWidth * tileHeight;
    int limit = (int) Math.max(1, clip * size);
    for (int i = 0; i < maps.length; i++) {
      int[] counts = counts(bins, i % columns, i / columns);
      ClippedHistogram.clip(counts, limit);
      maps[i] = map(counts, size);
    }
  }

  private int[] counts(byte[] bins, int column, int row) {
    int[] counts = new int[BINS];
    for (int y = row * tileHeight; y < (row + 1) * tileHeight; y++) {
      int line = mirrored(y, height) * width;
      for (int x = column * tileWidth; x < (column + 1) * tileWidth; x++) {
        counts[bins[line + mirrored(x, width)] & 0xff]++;
      }
    }
    return counts;
  }

  private static int mirrored(int at, int size) {
    if (at < size) {
      return at;
    }
    int period = Math.max(1, 2 * (size - 1));
    int place = at % period;
    return place < size ? place : period - place;
  }

  private static int[] map(int[] counts, int size) {
    int[] map = new int[BINS];
    long sum = 0;
    for (int i = 0; i < BINS; i++) {
      sum += counts[i];
      map[i] = (int) Math.min(sum * ((double) MAX_GREY / size), MAX_GREY);
    }
    return map;
  }

  /** The grey, 0 to {@link #MAX_GREY}, of each pixel. */
  short[] apply(byte[] bins) {
    short[] mapped = new short[width * height];
    for (int y = 0; y < height; y++) {
      int fromTop = y + tileHeight / 2;
      int row = fromTop / tileHeight;
      double down = (double) (fromTop % tileHeight) / tileHeight;
      int[][] upper = line(row - 1);
      int[][] lower = line(row);
      for (int x = 0; x < width; x++) {
        int fromLeft = x + tileWidth / 2;
        int column = fromLeft / tileWidth;
        double right = (double) (fromLeft % tileWidth) / tileWidth;
        int before = Math.max(0, column - 1);
        int after = Math.min(columns - 1, column);
        int bin = bins[y * width + x] & 0xff;
        float sum = (float) (upper[before][bin] * ((1 - right) * (1 - down)));
        sum += (float) (upper[after][bin] * (right * (1 - down)));
        sum += (float) (lower[before][bin] * ((1 - right) * down));
        sum += (float) (lower[after][bin] * (right * down));
        mapped[y * width + x] = (short) sum;
      }
    }
    return mapped;
  }

  private int[][] line(int row) {
    int[][] line = new int[columns][];
    int kept = Math.max(0, Math.min(rows - 1, row));
    System.arraycopy(maps, kept * columns, line, 0, columns);
    return line;
  }
}

package io.sightline.vision;

/**
 * Spreads the levels in each neighbourhood of a picture; of coloured pixels only the brightest
 * channel counts, and hue and saturation stay, as in scikit-image's equalize_adapthist.
 */
final class AdaptiveEqualization {
  private static final double CLIP = 0.03;
  private static final int TILES = 8;

  private final int width;
  private final int height;
  private final int channels;

  AdaptiveEqualization(int width, int height, int channels) {
    this.width = width;
    this.height = height;
    this.channels = channels;
  }

  /** Changes the pixels in place. */
  void apply(byte[] pixels) {
    byte[] bins = bins(pixels);
    TileMaps maps =
        new TileMaps(
            bins, width, height, Math.max(1, width / TILES), Math.max(1, height / TILES), CLIP);
    short[] mapped = maps.apply(bins);
    int min = Integer.MAX_VALUE;
    int max = 0;
    for (short value : mapped) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    for (int i = 0; i < mapped.length; i++) {
      float value = min == max ? Math.min(1, min) : ((float) mapped[i] - min) / ((float) max - min);
      paint(pixels, i * channels, value);
    }
  }

  /** Which of the histogram's bins each pixel's brightness is in. */
  private byte[] bins(byte[] pixels) {
    byte[] values = new byte[width * height];
    int min = 255;
    int max = 0;
    for (int i = 0; i < values.length; i++) {
      int value = 0;
      for (int c = 0; c < channels; c++) {
        value = Math.max(value, pixels[i * channels + c] & 0xff);
      }
      values[i] = (byte) value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    byte[] table = new byte[Levels.COUNT];
    for (int level = min; level <= max; level++) {
      double part = min == max ? 1 : (double) (level - min) / (max - min);
      double grey =
          min == max ? Math.min(level * 257, TileMaps.MAX_GREY) : part * TileMaps.MAX_GREY;
      table[level] = (byte) ((int) Math.rint(grey) / TileMaps.BIN_SIZE);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = table[values[i] & 0xff];
    }
    return values;
  }

  /** Gives a pixel the brightness {@code value}, 0 to 1, in its own hue and saturation. */
  private void paint(byte[] pixels, int at, float value) {
    if (channels == 1) {
      pixels[at] = (byte) (int) (value * 255);
      return;
    }
    float a = (pixels[at] & 0xff) / 255f;
    float b = (pixels[at + 1] & 0xff) / 255f;
    float c = (pixels[at + 2] & 0xff) / 255f;
    float brightest = Math.max(a, Math.max(b, c));
    float range = brightest - Math.min(a, Math.min(b, c));
    float saturation = range == 0 ? 0 : range / brightest;
    float sixths = hue(a, b, c, brightest, range) * 6;
    float whole = (float) Math.floor(sixths);
    float fraction = sixths - whole;
    float low = value * (1 - saturation);
    float falling = value * (1 - fraction * saturation);
    float rising = value * (1 - (1 - fraction) * saturation);
    switch ((int) whole % 6) {
      case 0 -> put(pixels, at, value, rising, low);
      case 1 -> put(pixels, at, falling, value, low);
      case 2 -> put(pixels, at, low, value, rising);
      case 3 -> put(pixels, at, low, falling, value);
      case 4 -> put(pixels, at, rising, low, value);
      default -> put(pixels, at, value, low, falling);
    }
  }

  private static float hue(float a, float b, float c, float brightest, float range) {
    if (range == 0) {
      return 0;
    }
    float hue;
    if (c == brightest) {
      hue = 4 + (a - b) / range;
    } else if (b == brightest) {
      hue = 2 + (c - a) / range;
    } else {
      hue = (b - c) / range;
    }
    float turns = hue / 6;
    return turns - (float) Math.floor(turns);
  }

  private static void put(byte[] pixels, int at, float a, float b, float c) {
    pixels[at] = (byte) (int) (a * 255);
    pixels[at + 1] = (byte) (int) (b * 255);
    pixels[at + 2] = (byte) (int) (c * 255);
  }
}

package io.sightline.vision;

import java.util.Arrays;
import java.util.Optional;

/** Ways to spread the levels of a picture, by Roboflow's names, with scikit-image's results. */
public enum Contrast {
  /** All levels between the second and the last but second percent, evenly. */
  STRETCHING("Contrast Stretching") {
    @Override
    public void apply(byte[] pixels, int width, int height, int channels) {
      map(pixels, Equalization.stretched(Levels.of(pixels, 0, 1)));
    }
  },
  /** Each level as often as the others. */
  HISTOGRAM("Histogram Equalization") {
    @Override
    public void apply(byte[] pixels, int width, int height, int channels) {
      map(pixels, Equalization.equalized(Levels.of(pixels, 0, 1)));
    }
  },
  /** In each neighbourhood on its own. */
  ADAPTIVE("Adaptive Equalization") {
    @Override
    public void apply(byte[] pixels, int width, int height, int channels) {
      new AdaptiveEqualization(width, height, channels).apply(pixels);
    }
  };

  private final String text;

  Contrast(String text) {
    this.text = text;
  }

  /** The one of that name. */
  public static Optional<Contrast> named(String text) {
    return Arrays.stream(values()).filter(c -> c.text.equals(text)).findFirst();
  }

  /** Roboflow's name for it. */
  public String text() {
    return text;
  }

  /**
   * Changes a picture's bytes in place, row by row, channels beside each other.
   *
   * @param width pixels
   * @param height pixels
   */
  public abstract void apply(byte[] pixels, int width, int height, int channels);

  private static void map(byte[] pixels, byte[] table) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = table[pixels[i] & 0xff];
    }
  }
}

package io.sightline.vision;

/** How often each level, 0 to 255, is in some of a picture's bytes, and what follows from it. */
public final class Levels {
  /** How many levels there are. */
  public static final int COUNT = 256;

  private final int[] counts = new int[COUNT];
  private int total;

  /** Counts each {@code step}th byte from {@code first} on. */
  public static Levels of(byte[] pixels, int first, int step) {
    Levels levels = new Levels();
    for (int i = first; i < pixels.length; i += step) {
      levels.counts[pixels[i] & 0xff]++;
      levels.total++;
    }
    return levels;
  }

  /** How often the level was met. */
  public int count(int level) {
    return counts[level];
  }

  /** How many bytes were counted. */
  public int total() {
    return total;
  }

  /** The least level met. */
  public int min() {
    int level = 0;
    while (level < COUNT - 1 && counts[level] == 0) {
      level++;
    }
    return level;
  }

  /** The highest level met. */
  public int max() {
    int level = COUNT - 1;
    while (level > 0 && counts[level] == 0) {
      level--;
    }
    return level;
  }

  /**
   * The level that a part of the bytes does not exceed, between two of them where it falls there.
   *
   * @param part 0 to 1
   */
  public double quantile(double part) {
    double place = part * (total - 1);
    int below = (int) Math.floor(place);
    double fraction = place - below;
    int low = at(below);
    int high = at(Math.min(total - 1, below + 1));
    return fraction < 0.5 ? low + (high - low) * fraction : high - (high - low) * (1 - fraction);
  }

  /** As {@link #quantile(double)} for numpy's arrays of 32-bit numbers. */
  public float quantile(float part) {
    float place = (total - 1) * part;
    int below = (int) Math.floor(place);
    float fraction = place - below;
    int low = at(below);
    int high = at(Math.min(total - 1, below + 1));
    return fraction < 0.5f ? low + (high - low) * fraction : high - (high - low) * (1 - fraction);
  }

  /** The level of the byte at a place of their sorted order. */
  private int at(int place) {
    int level = 0;
    int seen = counts[0];
    while (seen <= place && level < COUNT - 1) {
      seen += counts[++level];
    }
    return level;
  }
}

package io.sightline.workflow.blocks.images;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** Groups colours around centres, which move to the middle of their groups until they rest. */
final class ColorGroups {
  static final int CHANNELS = 3;

  private static final long SEED = 1;
  private static final double ABSOLUTE = 1e-8;
  private static final double RELATIVE = 1e-5;

  private final float[] colors;
  private final int groups;
  private final int[] labels;
  private final int[] sizes;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private float[] centers;

  /**
   * @param colors three numbers for each, at least {@code groups} of them
   */
  ColorGroups(float[] colors, int groups) {
    this.colors = colors;
    this.groups = groups;
    labels = new int[colors.length / CHANNELS];
    sizes = new int[groups];
    centers = new float[groups * CHANNELS];
    Set<Integer> taken = new HashSet<>();
    while (taken.size() < groups) {
      int index = random.nextInt(labels.length);
      if (taken.add(index)) {
        copy(index, centers, taken.size() - 1);
      }
    }
  }

  /** The centre of the largest group after at most {@code rounds} rounds. */
  float[] largest(int rounds) {
    for (int round = 0; round < rounds; round++) {
      assign();
      float[] moved = moved();
      if (close(centers, moved)) {
        break;
      }
      centers = moved;
    }
    int largest = 0;
    for (int group = 1; group < groups; group++) {
      largest = sizes[group] > sizes[largest] ? group : largest;
    }
    float[] color = new float[CHANNELS];
    System.arraycopy(centers, largest * CHANNELS, color, 0, CHANNELS);
    return color;
  }

  private void assign() {
    Arrays.fill(sizes, 0);
    for (int i = 0; i < labels.length; i++) {
      int nearest = 0;
      float least = Float.MAX_VALUE;
      for (int group = 0; group < groups; group++) {
        float distance = 0;
        for (int c = 0; c < CHANNELS; c++) {
          float difference = colors[i * CHANNELS + c] - centers[group * CHANNELS + c];
          distance += difference * difference;
        }
        if (distance < least) {
          least = distance;
          nearest = group;
        }
      }
      labels[i] = nearest;
      sizes[nearest]++;
    }
  }

  /** The middle of each group; of an empty one any colour. */
  private float[] moved() {
    double[] sums = new double[groups * CHANNELS];
    for (int i = 0; i < labels.length; i++) {
      for (int c = 0; c < CHANNELS; c++) {
        sums[labels[i] * CHANNELS + c] += colors[i * CHANNELS + c];
      }
    }
    float[] moved = new float[groups * CHANNELS];
    for (int group = 0; group < groups; group++) {
      if (sizes[group] == 0) {
        copy(random.nextInt(labels.length), moved, group);
      } else {
        for (int c = 0; c < CHANNELS; c++) {
          moved[group * CHANNELS + c] = (float) (sums[group * CHANNELS + c] / sizes[group]);
        }
      }
    }
    return moved;
  }

  private void copy(int color, float[] to, int group) {
    System.arraycopy(colors, color * CHANNELS, to, group * CHANNELS, CHANNELS);
  }

  private static boolean close(float[] a, float[] b) {
    for (int i = 0; i < a.length; i++) {
      if (Math.abs(a[i] - b[i]) > ABSOLUTE + RELATIVE * Math.abs(b[i])) {
        return false;
      }
    }
    return true;
  }
}

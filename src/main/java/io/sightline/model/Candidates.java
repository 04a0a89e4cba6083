package io.sightline.model;

import java.util.Arrays;

/**
 * Boxes that a decoder found, in pixels of the network's input, before suppression. Memory of one
 * caller, used again for every run.
 */
final class Candidates {
  private static final int BOX = 4;

  private float[] boxes = new float[64 * BOX];
  private float[] scores = new float[64];
  private int[] classes = new int[64];
  private int[] sources = new int[64];
  private long[] order = new long[64];
  private int count;

  void clear() {
    count = 0;
  }

  /**
   * Adds one; what has an infinite score or corners that are no numbers or no box is left out.
   *
   * @param source its place among the network's candidates, by which {@link Details} finds it
   */
  void add(float x1, float y1, float x2, float y2, float score, int classId, int source) {
    float sum = x1 + y1 + x2 + y2 + score;
    if (!(Math.abs(sum) <= Float.MAX_VALUE) || x2 < x1 || y2 < y1) {
      return;
    }
    if (count == scores.length) {
      boxes = Arrays.copyOf(boxes, boxes.length * 2);
      scores = Arrays.copyOf(scores, count * 2);
      classes = Arrays.copyOf(classes, count * 2);
      sources = Arrays.copyOf(sources, count * 2);
      order = new long[count * 2];
    }
    boxes[count * BOX] = x1;
    boxes[count * BOX + 1] = y1;
    boxes[count * BOX + 2] = x2;
    boxes[count * BOX + 3] = y2;
    scores[count] = score;
    sources[count] = source;
    classes[count++] = classId;
  }

  int count() {
    return count;
  }

  float x1(int i) {
    return boxes[i * BOX];
  }

  float y1(int i) {
    return boxes[i * BOX + 1];
  }

  float x2(int i) {
    return boxes[i * BOX + 2];
  }

  float y2(int i) {
    return boxes[i * BOX + 3];
  }

  float score(int i) {
    return scores[i];
  }

  int classId(int i) {
    return classes[i];
  }

  int source(int i) {
    return sources[i];
  }

  /** Puts them in order, best score first, then as added; {@link #ranked} tells the order. */
  void rank() {
    for (int i = 0; i < count; i++) {
      int bits = Float.floatToIntBits(scores[i]);
      int rising = bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
      order[i] = (long) ~rising << Integer.SIZE | i;
    }
    Arrays.sort(order, 0, count);
  }

  /** Leaves the best {@code most}, in their order; of equals those added first. */
  void keepBest(int most) {
    if (count <= most) {
      return;
    }
    rank();
    long[] kept = Arrays.copyOf(order, most);
    for (int i = 0; i < most; i++) {
      kept[i] &= 0xFFFFFFFFL;
    }
    Arrays.sort(kept);
    for (int i = 0; i < most; i++) {
      int from = (int) kept[i];
      System.arraycopy(boxes, from * BOX, boxes, i * BOX, BOX);
      scores[i] = scores[from];
      classes[i] = classes[from];
      sources[i] = sources[from];
    }
    count = most;
  }

  /** Index of the candidate at this place of the order. */
  int ranked(int place) {
    return (int) order[place];
  }

  /** Intersection over union of two, 0 to 1. */
  float iou(int i, int j) {
    float width = Math.min(x2(i), x2(j)) - Math.max(x1(i), x1(j));
    float height = Math.min(y2(i), y2(j)) - Math.max(y1(i), y1(j));
    if (width <= 0 || height <= 0) {
      return 0;
    }
    float shared = width * height;
    return shared / (area(i) + area(j) - shared);
  }

  /**
   * How much of {@code worse} the other covers, sides a pixel longer than their corners are apart.
   */
  float shareOf(int better, int worse) {
    float width = Math.min(x2(better), x2(worse)) - Math.max(x1(better), x1(worse)) + 1;
    float height = Math.min(y2(better), y2(worse)) - Math.max(y1(better), y1(worse)) + 1;
    if (width <= 0 || height <= 0) {
      return 0;
    }
    return width * height / ((x2(worse) - x1(worse) + 1) * (y2(worse) - y1(worse) + 1));
  }

  private float area(int i) {
    return (x2(i) - x1(i)) * (y2(i) - y1(i));
  }
}

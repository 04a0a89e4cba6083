package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The best class of each candidate where a network gives a row of scores for each class. The loop
 * runs over whole rows, which the JIT makes vectors of. Scratch memory of one caller.
 */
final class BestClasses {
  private float[] row = new float[0];
  private float[] best = new float[0];
  private int[] classes = new int[0];

  /**
   * Looks through rows of {@code candidates} scores; what is not a number is never above.
   *
   * @param from the first class's row
   * @param count how many classes
   */
  void scan(FloatBuffer values, int from, int count, int candidates, float threshold) {
    if (row.length < candidates) {
      row = new float[candidates];
      best = new float[candidates];
      classes = new int[candidates];
    }
    Arrays.fill(best, 0, candidates, threshold);
    Arrays.fill(classes, 0, candidates, -1);
    for (int c = 0; c < count; c++) {
      values.get((from + c) * candidates, row, 0, candidates);
      takeBetter(row, candidates, c);
    }
  }

  private void takeBetter(float[] scores, int candidates, int classId) {
    for (int a = 0; a < candidates; a++) {
      if (scores[a] > best[a]) {
        best[a] = scores[a];
        classes[a] = classId;
      }
    }
  }

  /** Its best class, -1 where none was above the threshold. */
  int classId(int candidate) {
    return classes[candidate];
  }

  /** The score of its best class. */
  float score(int candidate) {
    return best[candidate];
  }
}

package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * One tensor {@code [1, 4 + classes, anchors]}: rows of centre x, centre y, width and height in
 * pixels of the input, then a row of scores for each class. YOLOv8, v9, v11 and v12 as Ultralytics
 * exports them, without suppression.
 */
final class YoloV8Decoder implements Decoder {
  static final String LAYOUT = "detect: one f32[1, 4 + classes, anchors]";
  private static final int BOX_ROWS = 4;

  private final int classes;
  private float[] row = new float[0];
  private float[] best = new float[0];
  private int[] bestClass = new int[0];

  YoloV8Decoder(int classes) {
    this.classes = classes;
  }

  static boolean fits(List<TensorSpec> outputs, int classes) {
    return classes > 0
        && outputs.size() == 1
        && outputs.get(0).shape().size() == 3
        && outputs.get(0).dimension(0) == 1
        && outputs.get(0).dimension(1) == BOX_ROWS + classes;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    TensorSpec spec = outputs.get(0).spec();
    if (!fits(List.of(spec), classes)) {
      throw new ModelException(
          "the model gave %s, not f32[1, %d, anchors]".formatted(spec, BOX_ROWS + classes));
    }
    FloatBuffer values = outputs.get(0).values();
    int anchors = spec.dimension(2);
    scan(values, anchors, threshold);
    for (int a = 0; a < anchors; a++) {
      if (bestClass[a] >= 0) {
        float x = values.get(a);
        float y = values.get(anchors + a);
        float halfWidth = values.get(2 * anchors + a) / 2;
        float halfHeight = values.get(3 * anchors + a) / 2;
        found.add(
            x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, best[a], bestClass[a]);
      }
    }
  }

  /**
   * Finds each anchor's best class, -1 where none is above the threshold: the loop runs over whole
   * rows, and a score that is not a number is never above.
   */
  private void scan(FloatBuffer values, int anchors, float threshold) {
    if (row.length < anchors) {
      row = new float[anchors];
      best = new float[anchors];
      bestClass = new int[anchors];
    }
    Arrays.fill(best, 0, anchors, threshold);
    Arrays.fill(bestClass, 0, anchors, -1);
    for (int c = 0; c < classes; c++) {
      values.get((BOX_ROWS + c) * anchors, row, 0, anchors);
      takeBetter(row, anchors, c);
    }
  }

  private void takeBetter(float[] scores, int anchors, int classId) {
    for (int a = 0; a < anchors; a++) {
      if (scores[a] > best[a]) {
        best[a] = scores[a];
        bestClass[a] = classId;
      }
    }
  }
}

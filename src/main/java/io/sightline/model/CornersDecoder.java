package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/** Two corners in one output, a score for each class in the other. */
final class CornersDecoder implements Decoder {
  private final int boxes;
  private final int scores;
  private final int classes;
  private final int firstClass;
  private final float unitX;
  private final float unitY;
  private float[] line = new float[0];

  /** Of corners in pixels, and classes from the first score on. */
  CornersDecoder(int boxes, int scores, int classes) {
    this(boxes, scores, classes, 0, 1, 1);
  }

  /**
   * @param firstClass which of the scores is the first class's; those before it are no object's
   * @param unitX pixels of the input for each of the corners' units
   * @param unitY pixels of the input for each of the corners' units
   */
  CornersDecoder(int boxes, int scores, int classes, int firstClass, float unitX, float unitY) {
    this.boxes = boxes;
    this.scores = scores;
    this.classes = classes;
    this.firstClass = firstClass;
    this.unitX = unitX;
    this.unitY = unitY;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    FloatBuffer corners = outputs.get(boxes).values();
    FloatBuffer values = outputs.get(scores).values();
    TensorSpec spec = outputs.get(scores).spec();
    int width = firstClass + classes;
    if (spec.dimension(2) != width || outputs.get(boxes).spec().dimension(1) != spec.dimension(1)) {
      throw new ModelException(
          "the model gave %s and %s, not boxes and scores of %d classes"
              .formatted(outputs.get(boxes).spec(), spec, classes));
    }
    if (line.length < width) {
      line = new float[width];
    }
    for (int a = 0; a < spec.dimension(1); a++) {
      values.get(a * width, line, 0, width);
      int best = firstClass;
      for (int c = firstClass + 1; c < width; c++) {
        best = line[c] > line[best] ? c : best;
      }
      if (line[best] > threshold) {
        int at = a * 4;
        found.add(
            corners.get(at) * unitX,
            corners.get(at + 1) * unitY,
            corners.get(at + 2) * unitX,
            corners.get(at + 3) * unitY,
            line[best],
            best - firstClass,
            a);
      }
    }
  }
}

package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/** Two corners, and a score for each class: in an output each, or behind each other in one. */
final class CornersDecoder implements Decoder {
  private static final int BOX = 4;

  private final int boxes;
  private final int scores;
  private final int classes;
  private final int firstScore;
  private final float unitX;
  private final float unitY;
  private float[] line = new float[0];

  /** Of corners in pixels, and classes from the first score on. */
  CornersDecoder(int boxes, int scores, int classes) {
    this(boxes, scores, classes, 0, 1, 1);
  }

  /** Of lines of corners in pixels and scores. */
  CornersDecoder(int output, int classes) {
    this(output, output, classes, BOX, 1, 1);
  }

  /**
   * @param firstScore which number of a line is the first class's score; those before it are no
   *     object's
   * @param unitX pixels of the input for each of the corners' units
   * @param unitY pixels of the input for each of the corners' units
   */
  CornersDecoder(int boxes, int scores, int classes, int firstScore, float unitX, float unitY) {
    this.boxes = boxes;
    this.scores = scores;
    this.classes = classes;
    this.firstScore = firstScore;
    this.unitX = unitX;
    this.unitY = unitY;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    FloatBuffer corners = outputs.get(boxes).values();
    FloatBuffer values = outputs.get(scores).values();
    TensorSpec spec = outputs.get(scores).spec();
    int width = firstScore + classes;
    if (spec.dimension(2) != width || outputs.get(boxes).spec().dimension(1) != spec.dimension(1)) {
      throw new ModelException(
          "the model gave %s and %s, not boxes and scores of %d classes"
              .formatted(outputs.get(boxes).spec(), spec, classes));
    }
    int boxWidth = outputs.get(boxes).spec().dimension(2);
    if (line.length < width) {
      line = new float[width];
    }
    for (int a = 0; a < spec.dimension(1); a++) {
      values.get(a * width, line, 0, width);
      int best = firstScore;
      for (int c = firstScore + 1; c < width; c++) {
        best = line[c] > line[best] ? c : best;
      }
      if (line[best] > threshold) {
        int at = a * boxWidth;
        found.add(
            corners.get(at) * unitX,
            corners.get(at + 1) * unitY,
            corners.get(at + 2) * unitX,
            corners.get(at + 3) * unitY,
            line[best],
            best - firstScore,
            a);
      }
    }
  }
}

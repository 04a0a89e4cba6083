package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * One tensor {@code [1, 4 + classes + more, anchors]}: rows of centre x, centre y, width and height
 * in pixels of the input, then a row of scores for each class, then what {@link Details} read.
 */
final class YoloV8Decoder implements Decoder {
  private static final int BOX_ROWS = 4;

  private final int output;
  private final int classes;
  private final int rows;
  private final BestClasses best = new BestClasses();

  /**
   * @param output which of the outputs
   * @param rows how many it has
   */
  YoloV8Decoder(int output, int classes, int rows) {
    this.output = output;
    this.classes = classes;
    this.rows = rows;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    TensorSpec spec = outputs.get(output).spec();
    if (spec.shape().size() != 3 || spec.dimension(1) != rows) {
      throw new ModelException("the model gave %s, not f32[1, %d, anchors]".formatted(spec, rows));
    }
    FloatBuffer values = outputs.get(output).values();
    int anchors = spec.dimension(2);
    best.scan(values, BOX_ROWS, classes, anchors, threshold);
    for (int a = 0; a < anchors; a++) {
      if (best.classId(a) >= 0) {
        float x = values.get(a);
        float y = values.get(anchors + a);
        float halfWidth = values.get(2 * anchors + a) / 2;
        float halfHeight = values.get(3 * anchors + a) / 2;
        found.add(
            x - halfWidth,
            y - halfHeight,
            x + halfWidth,
            y + halfHeight,
            best.score(a),
            best.classId(a),
            a);
      }
    }
  }
}

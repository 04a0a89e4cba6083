package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Lines of centre x, centre y, width and height in pixels of the input, a score that there is an
 * object, and one for each class. The object's score must pass the threshold; what is told is the
 * class's, as Roboflow's inference does it.
 */
final class YoloV5Decoder implements Decoder {
  private static final int OBJECT = 4;

  private final Rows rows;
  private final int classes;

  YoloV5Decoder(Rows rows, int classes) {
    this.rows = rows;
    this.classes = classes;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    OutputTensor output = outputs.get(rows.output());
    FloatBuffer values = output.values();
    int width = rows.stride();
    if (output.spec().dimension(2) != width) {
      throw new ModelException(
          "the model gave %s, not f32[1, anchors, %d]".formatted(output.spec(), width));
    }
    for (int a = 0; a < output.spec().dimension(1); a++) {
      int at = a * width;
      if (values.get(at + OBJECT) >= threshold) {
        add(values, at, a, found);
      }
    }
  }

  private void add(FloatBuffer values, int at, int anchor, Candidates found) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (values.get(at + OBJECT + 1 + c) > values.get(at + OBJECT + 1 + best)) {
        best = c;
      }
    }
    float x = values.get(at);
    float y = values.get(at + 1);
    float halfWidth = values.get(at + 2) / 2;
    float halfHeight = values.get(at + 3) / 2;
    float score = values.get(at + OBJECT + 1 + best);
    found.add(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, score, best, anchor);
  }
}

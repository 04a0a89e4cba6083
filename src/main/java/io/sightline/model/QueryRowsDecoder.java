package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * A line for each query: centre x, centre y, width and height as parts of the input, and a
 * probability for each class, of which the best counts.
 */
final class QueryRowsDecoder implements Decoder {
  private static final int BOX = 4;

  private final int output;
  private final int classes;
  private final InputSpec input;
  private final float[] line;

  QueryRowsDecoder(int output, int classes, InputSpec input) {
    this.output = output;
    this.classes = classes;
    this.input = input;
    this.line = new float[BOX + classes];
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    TensorSpec spec = outputs.get(output).spec();
    if (spec.width() != line.length) {
      throw new ModelException(
          "the model gave %s, not f32[1, queries, %d]".formatted(spec, line.length));
    }
    FloatBuffer values = outputs.get(output).values();
    for (int q = 0; q < spec.dimension(1); q++) {
      values.get(q * line.length, line);
      int best = BOX;
      for (int c = BOX + 1; c < BOX + classes; c++) {
        best = line[c] > line[best] ? c : best;
      }
      if (line[best] > threshold) {
        float x = line[0] * input.width();
        float y = line[1] * input.height();
        float halfWidth = line[2] * input.width() / 2;
        float halfHeight = line[3] * input.height() / 2;
        found.add(
            x - halfWidth,
            y - halfHeight,
            x + halfWidth,
            y + halfHeight,
            line[best],
            best - BOX,
            q);
      }
    }
  }
}

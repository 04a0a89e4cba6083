package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * A line for each cell of the grids at 8, 16 and 32 pixels: the centre's distance from the cell's
 * corner in cells, the logarithm of width and height in cells, a score that there is an object, and
 * one for each class. The scores' product counts.
 */
final class YoloXDecoder implements Decoder {
  private static final int OBJECT = 4;
  private static final int FIRST_STRIDE = 8;
  private static final int LAST_STRIDE = 32;

  private final int output;
  private final int classes;
  private final InputSpec input;

  YoloXDecoder(int output, int classes, InputSpec input) {
    this.output = output;
    this.classes = classes;
    this.input = input;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    FloatBuffer values = outputs.get(output).values();
    int width = OBJECT + 1 + classes;
    if (outputs.get(output).spec().dimension(2) != width) {
      throw new ModelException(
          "the model gave %s, not f32[1, cells, %d]".formatted(outputs.get(output).spec(), width));
    }
    int cell = 0;
    for (int stride = FIRST_STRIDE; stride <= LAST_STRIDE; stride *= 2) {
      int columns = input.width() / stride;
      int lines = input.height() / stride;
      for (int i = 0; i < columns * lines; i++, cell++) {
        if (values.get(cell * width + OBJECT) > threshold) {
          add(values, cell, i % columns, i / columns, stride, threshold, found);
        }
      }
    }
  }

  private void add(
      FloatBuffer values,
      int cell,
      int column,
      int line,
      int stride,
      float threshold,
      Candidates found) {
    int at = cell * (OBJECT + 1 + classes);
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (values.get(at + OBJECT + 1 + c) > values.get(at + OBJECT + 1 + best)) {
        best = c;
      }
    }
    float score = values.get(at + OBJECT) * values.get(at + OBJECT + 1 + best);
    if (!(score > threshold)) {
      return;
    }
    float x = (values.get(at) + column) * stride;
    float y = (values.get(at + 1) + line) * stride;
    float halfWidth = (float) Math.exp(values.get(at + 2)) * stride / 2;
    float halfHeight = (float) Math.exp(values.get(at + 3)) * stride / 2;
    found.add(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, score, best, cell);
  }
}

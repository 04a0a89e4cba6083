package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * A line for each cell of the grids from 8 pixels on: a score for each class, and for each side of
 * the box eight logits, whose expectation is the side's distance from the cell in cells. With grids
 * up to 64 pixels the distance counts from the cell's corner, as in NanoDet-Plus; else from its
 * middle.
 */
final class NanoDetDecoder implements Decoder {
  private static final int FIRST = 8;
  private static final int OF_CORNERS = 64;
  private static final int BINS = 8;
  private static final int SIDES = 4;

  private final int output;
  private final int classes;
  private final int last;
  private final InputSpec input;
  private final float[] line;
  private final float[] sides = new float[SIDES];

  /**
   * @param last pixels of the largest grid's cells
   */
  NanoDetDecoder(int output, int classes, int last, InputSpec input) {
    this.output = output;
    this.classes = classes;
    this.last = last;
    this.input = input;
    this.line = new float[classes + SIDES * BINS];
  }

  /** Cells of the grids up to {@code last} pixels, begun ones among them. */
  static int cells(InputSpec input, int last) {
    int cells = 0;
    for (int stride = FIRST; stride <= last; stride *= 2) {
      cells += columns(input.width(), stride) * columns(input.height(), stride);
    }
    return cells;
  }

  private static int columns(int size, int stride) {
    return (size + stride - 1) / stride;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    TensorSpec spec = outputs.get(output).spec();
    if (spec.width() != line.length || spec.dimension(1) != cells(input, last)) {
      throw new ModelException(
          "the model gave %s, not f32[1, %d, %d]".formatted(spec, cells(input, last), line.length));
    }
    FloatBuffer values = outputs.get(output).values();
    int cell = 0;
    for (int stride = FIRST; stride <= last; stride *= 2) {
      int columns = columns(input.width(), stride);
      int lines = columns(input.height(), stride);
      for (int i = 0; i < columns * lines; i++, cell++) {
        values.get(cell * line.length, line, 0, classes);
        int best = 0;
        for (int c = 1; c < classes; c++) {
          best = line[c] > line[best] ? c : best;
        }
        if (line[best] > threshold) {
          values.get(cell * line.length + classes, line, classes, SIDES * BINS);
          add(i % columns, i / columns, stride, best, cell, found);
        }
      }
    }
  }

  private void add(int column, int row, int stride, int best, int cell, Candidates found) {
    for (int side = 0; side < SIDES; side++) {
      sides[side] = expectation(classes + side * BINS) * stride;
    }
    float middle = last == OF_CORNERS ? 0 : 0.5f;
    float x = (column + middle) * stride;
    float y = (row + middle) * stride;
    found.add(x - sides[0], y - sides[1], x + sides[2], y + sides[3], line[best], best, cell);
  }

  private float expectation(int from) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < BINS; i++) {
      most = Math.max(most, line[from + i]);
    }
    double sum = 0;
    double weighed = 0;
    for (int i = 0; i < BINS; i++) {
      double weight = Math.exp(line[from + i] - most);
      sum += weight;
      weighed += weight * i;
    }
    return (float) (weighed / sum);
  }
}

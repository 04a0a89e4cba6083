package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * A line for each cell of the grids from 8 pixels on: a score for each class, and for each side of
 * the box a few logits, whose expectation is the side's distance from the cell in cells.
 */
final class NanoDetDecoder implements Decoder {
  private static final int FIRST = 8;
  private static final int SIDES = 4;

  private final List<Grid> grids;
  private final int classes;
  private final int bins;
  private final float middle;
  private final float[] scores;
  private final float[] logits;
  private final float[] sides = new float[SIDES];

  /**
   * Where the numbers of a grid stand.
   *
   * @param stride pixels of a cell
   * @param columns cells in a row
   * @param cells in all
   * @param scores where the scores are; number 0 is the first class's
   * @param sides where the logits of the sides are, those of a side behind each other
   * @param firstSide which number is the first of them
   * @param firstCell which line is the first cell's
   */
  record Grid(
      int stride, int columns, int cells, Rows scores, Rows sides, int firstSide, int firstCell) {}

  /**
   * @param bins logits for each side
   * @param middle where in a cell, as a part of it, distances begin
   */
  NanoDetDecoder(List<Grid> grids, int classes, int bins, float middle) {
    this.grids = grids;
    this.classes = classes;
    this.bins = bins;
    this.middle = middle;
    this.scores = new float[classes];
    this.logits = new float[SIDES * bins];
  }

  /** Cells of the grids up to {@code last} pixels, begun ones among them. */
  static int cells(InputSpec input, int last) {
    int cells = 0;
    for (int stride = FIRST; stride <= last; stride *= 2) {
      cells += columns(input.width(), stride) * columns(input.height(), stride);
    }
    return cells;
  }

  /** Cells along a side, a begun one among them. */
  static int columns(int size, int stride) {
    return (size + stride - 1) / stride;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    int before = 0;
    for (Grid grid : grids) {
      OutputTensor given = outputs.get(grid.scores.output());
      OutputTensor distances = outputs.get(grid.sides.output());
      int end = grid.firstCell + grid.cells;
      if (!has(given.spec(), grid.scores, end) || !has(distances.spec(), grid.sides, end)) {
        throw new ModelException(
            "the model gave %s and %s, not %d cells of %d classes and %d logits a side"
                .formatted(given.spec(), distances.spec(), end, classes, bins));
      }
      for (int i = 0; i < grid.cells; i++) {
        int line = grid.firstCell + i;
        given.values().get(line * grid.scores.stride(), scores);
        int best = 0;
        for (int c = 1; c < classes; c++) {
          best = scores[c] > scores[best] ? c : best;
        }
        if (scores[best] > threshold) {
          FloatBuffer values = distances.values();
          values.get(line * grid.sides.stride() + grid.firstSide, logits);
          add(i, grid, best, before + i, found);
        }
      }
      before += grid.cells;
    }
  }

  private static boolean has(TensorSpec spec, Rows rows, int lines) {
    return spec.width() == rows.stride() && spec.dimension(1) >= lines;
  }

  private void add(int cell, Grid grid, int best, int source, Candidates found) {
    for (int side = 0; side < SIDES; side++) {
      sides[side] = expectation(side * bins) * grid.stride;
    }
    float x = (cell % grid.columns + middle) * grid.stride;
    float y = (cell / grid.columns + middle) * grid.stride;
    found.add(x - sides[0], y - sides[1], x + sides[2], y + sides[3], scores[best], best, source);
  }

  private float expectation(int from) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < bins; i++) {
      most = Math.max(most, logits[from + i]);
    }
    double sum = 0;
    double weighed = 0;
    for (int i = 0; i < bins; i++) {
      double weight = Math.exp(logits[from + i] - most);
      sum += weight;
      weighed += weight * i;
    }
    return (float) (weighed / sum);
  }
}

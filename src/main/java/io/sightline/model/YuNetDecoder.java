package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Cells of the grids at 8, 16 and 32 pixels, each grid in outputs of its own: scores for a face and
 * for an object, whose geometric mean counts, and the box as distance of its middle from the cell's
 * corner in cells, logarithm of width and height in cells.
 */
final class YuNetDecoder implements Decoder {
  static final int FIRST = 8;
  static final int LAST = 32;
  static final int GRIDS = 3;
  private static final int OBJECTS = GRIDS;
  private static final int BOXES = 2 * GRIDS;

  private final int[] places;
  private final InputSpec input;

  /**
   * @param places where the outputs are: those of faces, objects, boxes and points, three of each
   */
  YuNetDecoder(int[] places, InputSpec input) {
    this.places = places;
    this.input = input;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    float least = threshold * threshold;
    int source = 0;
    for (int grid = 0; grid < GRIDS; grid++) {
      int stride = FIRST << grid;
      int columns = input.width() / stride;
      int cells = columns * (input.height() / stride);
      FloatBuffer faces = outputs.get(places[grid]).values();
      FloatBuffer objects = outputs.get(places[OBJECTS + grid]).values();
      FloatBuffer boxes = outputs.get(places[BOXES + grid]).values();
      if (faces.capacity() < cells || objects.capacity() < cells || boxes.capacity() < 4 * cells) {
        throw new ModelException(
            "the model gave %s, not %d cells".formatted(outputs.get(places[grid]).spec(), cells));
      }
      for (int i = 0; i < cells; i++) {
        float product = unit(faces.get(i)) * unit(objects.get(i));
        if (product > least) {
          float score = (float) Math.sqrt(product);
          add(boxes, i, i % columns, i / columns, stride, score, source + i, found);
        }
      }
      source += cells;
    }
  }

  private static float unit(float score) {
    return Math.max(0, Math.min(1, score));
  }

  private static void add(
      FloatBuffer boxes,
      int cell,
      int column,
      int row,
      int stride,
      float score,
      int source,
      Candidates found) {
    float x = (boxes.get(cell * 4) + column) * stride;
    float y = (boxes.get(cell * 4 + 1) + row) * stride;
    float halfWidth = (float) Math.exp(boxes.get(cell * 4 + 2)) * stride / 2;
    float halfHeight = (float) Math.exp(boxes.get(cell * 4 + 3)) * stride / 2;
    found.add(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, score, 0, source);
  }
}

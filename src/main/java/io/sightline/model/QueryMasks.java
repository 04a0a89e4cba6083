package io.sightline.model;

import io.sightline.model.MaskEnlargement.Part;
import io.sightline.vision.Attribute;
import io.sightline.vision.Mask;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * A mask of logits for each query, {@code [1, queries, height, width]}: the object is where the
 * enlarged logits are above 0, inside of its box or not.
 */
final class QueryMasks implements Details {
  private final int masks;
  private final InputSpec input;
  private final MaskEnlargement enlargement = new MaskEnlargement();
  private float[] values = new float[0];

  QueryMasks(int masks, InputSpec input) {
    this.masks = masks;
    this.input = input;
  }

  @Override
  public Map<Attribute, Object> of(
      List<OutputTensor> outputs, Candidates candidates, int index, Placement placement) {
    TensorSpec shape = outputs.get(masks).spec();
    int height = shape.dimension(2);
    int width = shape.dimension(3);
    int size = width * height;
    if (values.length < size) {
      values = new float[size];
    }
    FloatBuffer logits = outputs.get(masks).values();
    logits.get(candidates.source(index) * size, values, 0, size);
    Part content = MaskEnlargement.content(width, height, input, placement);
    Part whole = new Part(0, 0, width, height);
    Part part = around(width, height).and(content).and(whole);
    if (part.isEmpty()) {
      return Map.of(
          Attribute.MASK, Mask.empty(placement.whole().width(), placement.whole().height()));
    }
    gather(part, width);
    return Map.of(Attribute.MASK, enlargement.mask(values, part, content, placement, 0));
  }

  /** What is above 0, and a pixel around it, to which enlargement may spread it. */
  private Part around(int width, int height) {
    int x1 = width;
    int y1 = height;
    int x2 = -1;
    int y2 = -1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (values[y * width + x] > 0) {
          x1 = Math.min(x1, x);
          x2 = Math.max(x2, x);
          y1 = Math.min(y1, y);
          y2 = y;
        }
      }
    }
    return x2 < 0 ? new Part(0, 0, 0, 0) : new Part(x1, y1, x2 - x1 + 1, y2 - y1 + 1).wider(1);
  }

  /** Moves the part's rows to the front. */
  private void gather(Part part, int width) {
    for (int y = 0; y < part.height(); y++) {
      int from = (part.top() + y) * width + part.left();
      System.arraycopy(values, from, values, y * part.width(), part.width());
    }
  }
}

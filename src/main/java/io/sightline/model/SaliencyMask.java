package io.sightline.model;

import io.sightline.model.MaskEnlargement.Part;
import io.sightline.vision.Attribute;
import java.util.List;
import java.util.Map;

/** The mask that {@link SaliencyDecoder} puts its box around, in pixels of the picture. */
final class SaliencyMask implements Details {
  private final int width;
  private final int height;
  private final InputSpec input;
  private final float[] values;
  private final MaskEnlargement enlargement = new MaskEnlargement();

  SaliencyMask(int width, int height, InputSpec input) {
    this.width = width;
    this.height = height;
    this.input = input;
    this.values = new float[width * height];
  }

  @Override
  public Map<Attribute, Object> of(
      List<OutputTensor> outputs, Candidates candidates, int index, Placement placement) {
    Part whole = new Part(0, 0, width, height);
    Part content = MaskEnlargement.content(width, height, input, placement);
    Part part = content.and(whole);
    for (int y = 0; y < part.height(); y++) {
      int from = (part.top() + y) * width + part.left();
      outputs.get(0).values().get(from, values, y * part.width(), part.width());
    }
    return Map.of(
        Attribute.MASK, enlargement.mask(values, part, content, placement, SaliencyDecoder.HALF));
  }
}

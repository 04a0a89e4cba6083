package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Corners, scores and classes in an output each, as they are left after suppression inside of the
 * network. A score that equals the threshold counts.
 */
final class FusedDecoder implements Decoder {
  private final FusedOutputs places;
  private final boolean rowsFirst;
  private final float unitX;
  private final float unitY;
  private final IntUnaryOperator classOf;

  /**
   * @param rowsFirst whether corners are y, x instead of x, y
   * @param parts whether corners are parts of the input instead of its pixels
   * @param classOf the class that a number of the network stands for; -1 for none
   */
  FusedDecoder(
      FusedOutputs places,
      boolean rowsFirst,
      boolean parts,
      IntUnaryOperator classOf,
      InputSpec input) {
    this.places = places;
    this.rowsFirst = rowsFirst;
    this.unitX = parts ? input.width() : 1;
    this.unitY = parts ? input.height() : 1;
    this.classOf = classOf;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    FloatBuffer scores = outputs.get(places.scores()).values();
    FloatBuffer numbers = outputs.get(places.classes()).values();
    int count = count(outputs);
    for (int i = 0; i < count; i++) {
      float score = scores.get(i);
      int classId = classOf.applyAsInt(Math.round(numbers.get(i)));
      if (score >= threshold && score > 0 && classId >= 0) {
        add(outputs.get(places.boxes()).values(), i, score, classId, found);
      }
    }
  }

  private int count(List<OutputTensor> outputs) {
    TensorSpec boxes = outputs.get(places.boxes()).spec();
    int count = boxes.dimension(boxes.rank() - 2);
    if (outputs.get(places.scores()).spec().width() != count
        || outputs.get(places.classes()).spec().width() != count) {
      throw new ModelException(
          "the model gave %s, %s and %s, which differ in their number"
              .formatted(
                  boxes,
                  outputs.get(places.scores()).spec(),
                  outputs.get(places.classes()).spec()));
    }
    return places.count() < 0
        ? count
        : Math.min(count, Math.round(outputs.get(places.count()).values().get(0)));
  }

  private void add(FloatBuffer boxes, int index, float score, int classId, Candidates found) {
    int at = index * 4;
    int x = rowsFirst ? at + 1 : at;
    int y = rowsFirst ? at : at + 1;
    found.add(
        boxes.get(x) * unitX,
        boxes.get(y) * unitY,
        boxes.get(x + 2) * unitX,
        boxes.get(y + 2) * unitY,
        score,
        classId,
        index);
  }
}

package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * One mask of the picture, 0 to 1: the box around all that is above a half, whose mean counts as
 * its score.
 */
final class SaliencyDecoder implements Decoder {
  static final float HALF = 0.5f;

  private final int width;
  private final int height;
  private final InputSpec input;
  private final float[] line;

  /**
   * @param width of the mask
   * @param height of the mask
   */
  SaliencyDecoder(int width, int height, InputSpec input) {
    this.width = width;
    this.height = height;
    this.input = input;
    this.line = new float[width];
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    FloatBuffer mask = outputs.get(0).values();
    if (mask.capacity() < width * height) {
      throw new ModelException(
          "the model gave %s, not %d numbers".formatted(outputs.get(0).spec(), width * height));
    }
    int x1 = width;
    int y1 = height;
    int x2 = -1;
    int y2 = -1;
    double sum = 0;
    int count = 0;
    for (int y = 0; y < height; y++) {
      mask.get(y * width, line);
      for (int x = 0; x < width; x++) {
        if (line[x] > HALF) {
          x1 = Math.min(x1, x);
          x2 = Math.max(x2, x);
          y1 = Math.min(y1, y);
          y2 = y;
          sum += line[x];
          count++;
        }
      }
    }
    float score = count == 0 ? 0 : (float) (sum / count);
    if (count > 0 && score > threshold) {
      float unitX = (float) input.width() / width;
      float unitY = (float) input.height() / height;
      found.add(x1 * unitX, y1 * unitY, (x2 + 1) * unitX, (y2 + 1) * unitY, score, 0, 0);
    }
  }
}

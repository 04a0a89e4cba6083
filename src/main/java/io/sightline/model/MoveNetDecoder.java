package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * One person: the box around the joints that are seen, whose confidences' mean counts. Joints are y
 * and x as parts of the input, and a confidence.
 */
final class MoveNetDecoder implements Decoder {
  /** A joint less sure than this does not widen the box, as MoveNet's makers crop. */
  private static final float SEEN = 0.2f;

  private static final int NUMBERS = 3;

  private final InputSpec input;

  MoveNetDecoder(InputSpec input) {
    this.input = input;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    FloatBuffer joints = outputs.get(0).values();
    int count = joints.capacity() / NUMBERS;
    float x1 = Float.MAX_VALUE;
    float y1 = Float.MAX_VALUE;
    float x2 = -Float.MAX_VALUE;
    float y2 = -Float.MAX_VALUE;
    float sum = 0;
    int seen = 0;
    for (int k = 0; k < count; k++) {
      float score = joints.get(k * NUMBERS + 2);
      if (score >= SEEN) {
        float y = joints.get(k * NUMBERS) * input.height();
        float x = joints.get(k * NUMBERS + 1) * input.width();
        x1 = Math.min(x1, x);
        y1 = Math.min(y1, y);
        x2 = Math.max(x2, x);
        y2 = Math.max(y2, y);
        sum += score;
        seen++;
      }
    }
    if (seen > 1 && sum / seen > threshold) {
      found.add(x1, y1, x2, y2, sum / seen, 0, 0);
    }
  }
}

package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * RF-DETR with key points: boxes and logits as {@link QueryDecoder} reads them, and for each query
 * and class as many points of eight numbers: x and y as parts of the input, the logit of being
 * found, one of being seen, and the logarithm of the first, the second and the logarithm of the
 * third number of the triangle that tells how sure the place is. A pair's score is its class's
 * probability over the fifth root of the points' mean variance, brought below 1.
 */
final class QueryPointsDecoder implements Decoder {
  static final int NUMBERS = 8;
  static final int FOUND = 2;
  private static final int FIRST = 4;
  private static final int MIXED = 5;
  private static final int SECOND = 6;
  private static final double EXPONENT = -0.2;
  private static final double LEAST = 1e-12;

  private final int boxes;
  private final int logits;
  private final int points;
  private final InputSpec input;
  private final int[] ids;

  /**
   * @param ids the class of each logit; -1 for those that are left out
   */
  QueryPointsDecoder(int boxes, int logits, int points, InputSpec input, int[] ids) {
    this.boxes = boxes;
    this.logits = logits;
    this.points = points;
    this.input = input;
    this.ids = ids;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    TensorSpec spec = outputs.get(points).spec();
    int queries = spec.dimension(1);
    int each = spec.dimension(2) / ids.length;
    FloatBuffer scores = outputs.get(logits).values();
    for (int q = 0; q < queries; q++) {
      for (int c = 0; c < ids.length; c++) {
        if (ids[c] >= 0) {
          int first = (q * spec.dimension(2) + c * each) * NUMBERS;
          double probability = 1 / (1 + Math.exp(-scores.get(q * ids.length + c)));
          double score = probability * sureness(outputs.get(points).values(), first, each);
          float below1 = (float) (score / (1 + score));
          if (below1 > threshold) {
            FloatBuffer places = outputs.get(boxes).values();
            int pair = q * ids.length + c;
            QueryDecoder.add(places, input, q, below1, ids[c], pair, found);
          }
        }
      }
    }
  }

  /** The points' mean variance, each weighed by how likely it is found, to the power. */
  private static double sureness(FloatBuffer values, int first, int count) {
    double weights = 0;
    double variances = 0;
    for (int k = 0; k < count; k++) {
      int at = first + k * NUMBERS;
      double weight = Math.max(LEAST, 1 / (1 + Math.exp(-values.get(at + FOUND))));
      double one = Math.exp(-2 * values.get(at + FIRST));
      double other = Math.exp(-2 * values.get(at + SECOND));
      double mixed = values.get(at + MIXED);
      weights += weight;
      variances += weight * (one + other + mixed * mixed * one * other);
    }
    return Math.pow(variances / weights, EXPONENT);
  }
}

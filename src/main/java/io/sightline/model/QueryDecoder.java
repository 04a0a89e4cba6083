package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * A query each: centre x, centre y, width and height as parts of the input, and a logit for each
 * class. Of all pairs of query and class as many as there are queries count, the best ones; a query
 * may stand for several classes.
 */
final class QueryDecoder implements Decoder {
  private final int boxes;
  private final int logits;
  private final InputSpec input;
  private final int names;
  private float[] scores = new float[0];

  /**
   * @param names how many class names are known; ids from there on are left out; 0 for any
   */
  QueryDecoder(int boxes, int logits, InputSpec input, int names) {
    this.boxes = boxes;
    this.logits = logits;
    this.input = input;
    this.names = names;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    TensorSpec spec = outputs.get(logits).spec();
    int queries = spec.dimension(1);
    int classes = spec.dimension(2);
    if (outputs.get(boxes).spec().dimension(1) != queries) {
      throw new ModelException(
          "the model gave %s and %s, which differ in their queries"
              .formatted(outputs.get(boxes).spec(), spec));
    }
    if (scores.length < classes) {
      scores = new float[classes];
    }
    float least = logit(threshold);
    for (int q = 0; q < queries; q++) {
      outputs.get(logits).values().get(q * classes, scores, 0, classes);
      for (int c = 0; c < classes; c++) {
        if (scores[c] > least && (names == 0 || c < names)) {
          add(outputs.get(boxes).values(), q, (float) (1 / (1 + Math.exp(-scores[c]))), c, found);
        }
      }
    }
    found.keepBest(queries);
  }

  private void add(FloatBuffer values, int query, float score, int classId, Candidates found) {
    float x = values.get(query * 4) * input.width();
    float y = values.get(query * 4 + 1) * input.height();
    float halfWidth = values.get(query * 4 + 2) * input.width() / 2;
    float halfHeight = values.get(query * 4 + 3) * input.height() / 2;
    found.add(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, score, classId, query);
  }

  private static float logit(float probability) {
    return (float) Math.log(probability / (1 - probability));
  }
}

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
  private final int[] ids;
  private final float[] scores;

  /**
   * @param ids the class of each logit; -1 for those that are left out
   */
  QueryDecoder(int boxes, int logits, InputSpec input, int[] ids) {
    this.boxes = boxes;
    this.logits = logits;
    this.input = input;
    this.ids = ids;
    this.scores = new float[ids.length];
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    TensorSpec spec = outputs.get(logits).spec();
    int queries = spec.dimension(1);
    int classes = ids.length;
    if (outputs.get(boxes).spec().dimension(1) != queries || spec.dimension(2) != classes) {
      throw new ModelException(
          "the model gave %s and %s, not as many of both, with %d logits"
              .formatted(outputs.get(boxes).spec(), spec, classes));
    }
    float least = logit(threshold);
    for (int q = 0; q < queries; q++) {
      outputs.get(logits).values().get(q * classes, scores, 0, classes);
      for (int c = 0; c < classes; c++) {
        if (scores[c] > least && ids[c] >= 0) {
          float score = (float) (1 / (1 + Math.exp(-scores[c])));
          add(outputs.get(boxes).values(), input, q, score, ids[c], q, found);
        }
      }
    }
    found.keepBest(queries);
  }

  /**
   * Adds a query's box.
   *
   * @param values of the boxes
   * @param source what finds it again in the outputs
   */
  static void add(
      FloatBuffer values,
      InputSpec input,
      int query,
      float score,
      int classId,
      int source,
      Candidates found) {
    float x = values.get(query * 4) * input.width();
    float y = values.get(query * 4 + 1) * input.height();
    float halfWidth = values.get(query * 4 + 2) * input.width() / 2;
    float halfHeight = values.get(query * 4 + 3) * input.height() / 2;
    found.add(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, score, classId, source);
  }

  private static float logit(float probability) {
    return (float) Math.log(probability / (1 - probability));
  }
}

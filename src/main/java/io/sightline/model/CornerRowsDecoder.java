package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Two corners in pixels of the input in one output, {@code [1, candidates, 4]}, and in the other a
 * row of scores for each class, {@code [1, classes, candidates]}.
 */
final class CornerRowsDecoder implements Decoder {
  private final int boxes;
  private final int scores;
  private final int classes;
  private final BestClasses best = new BestClasses();

  CornerRowsDecoder(int boxes, int scores, int classes) {
    this.boxes = boxes;
    this.scores = scores;
    this.classes = classes;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    TensorSpec spec = outputs.get(scores).spec();
    int candidates = spec.dimension(2);
    if (spec.dimension(1) != classes || outputs.get(boxes).spec().dimension(1) != candidates) {
      throw new ModelException(
          "the model gave %s and %s, not boxes and rows of scores of %d classes"
              .formatted(outputs.get(boxes).spec(), spec, classes));
    }
    best.scan(outputs.get(scores).values(), 0, classes, candidates, threshold);
    FloatBuffer corners = outputs.get(boxes).values();
    for (int a = 0; a < candidates; a++) {
      if (best.classId(a) >= 0) {
        int at = a * 4;
        found.add(
            corners.get(at),
            corners.get(at + 1),
            corners.get(at + 2),
            corners.get(at + 3),
            best.score(a),
            best.classId(a),
            a);
      }
    }
  }
}

package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/** Two corners in pixels of the input in one output, a score for each class in the other. */
final class CornersDecoder implements Decoder {
  private final int boxes;
  private final int scores;
  private final int classes;

  CornersDecoder(int boxes, int scores, int classes) {
    this.boxes = boxes;
    this.scores = scores;
    this.classes = classes;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    FloatBuffer corners = outputs.get(boxes).values();
    FloatBuffer values = outputs.get(scores).values();
    TensorSpec spec = outputs.get(scores).spec();
    if (spec.dimension(2) != classes
        || outputs.get(boxes).spec().dimension(1) != spec.dimension(1)) {
      throw new ModelException(
          "the model gave %s and %s, not boxes and scores of %d classes"
              .formatted(outputs.get(boxes).spec(), spec, classes));
    }
    for (int a = 0; a < spec.dimension(1); a++) {
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = values.get(a * classes + c) > values.get(a * classes + best) ? c : best;
      }
      float score = values.get(a * classes + best);
      if (score > threshold) {
        int at = a * 4;
        found.add(
            corners.get(at),
            corners.get(at + 1),
            corners.get(at + 2),
            corners.get(at + 3),
            score,
            best,
            a);
      }
    }
  }
}

package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Lines of two corners in pixels of the input, a score and a class: what is left after suppression
 * inside of the network. A score that equals the threshold counts.
 */
final class EndToEndDecoder implements Decoder {
  private static final int SCORE = 4;
  private static final int CLASS = 5;

  private final Rows rows;
  private final int classes;

  /**
   * @param classes how many names are known; what is of another class is left out; 0 for any
   */
  EndToEndDecoder(Rows rows, int classes) {
    this.rows = rows;
    this.classes = classes;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    FloatBuffer values = outputs.get(rows.output()).values();
    int lines = outputs.get(rows.output()).spec().dimension(1);
    for (int i = 0; i < lines; i++) {
      int at = i * rows.stride();
      int classId = Math.round(values.get(at + CLASS));
      if (values.get(at + SCORE) >= threshold
          && values.get(at + SCORE) > 0
          && classId >= 0
          && (classes == 0 || classId < classes)) {
        found.add(
            values.get(at),
            values.get(at + 1),
            values.get(at + 2),
            values.get(at + 3),
            values.get(at + SCORE),
            classId,
            i);
      }
    }
  }
}

package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Lines of two corners in pixels of the input, a score and a class: what is left after suppression
 * inside of the network. A score that equals the threshold counts.
 */
final class EndToEndDecoder implements Decoder {
  private final Rows rows;
  private final int box;
  private final int score;
  private final int classAt;
  private final int classes;

  /** Of lines that begin with the corners, the score and the class. */
  EndToEndDecoder(Rows rows, int classes) {
    this(rows, 0, 4, 5, classes);
  }

  /**
   * @param box place of the corners in a line
   * @param score place of the score
   * @param classAt place of the class
   * @param classes how many names are known; what is of another class is left out; 0 for any
   */
  EndToEndDecoder(Rows rows, int box, int score, int classAt, int classes) {
    this.rows = rows;
    this.box = box;
    this.score = score;
    this.classAt = classAt;
    this.classes = classes;
  }

  @Override
  public void decode(List<OutputTensor> outputs, float threshold, Candidates found) {
    FloatBuffer values = outputs.get(rows.output()).values();
    TensorSpec spec = outputs.get(rows.output()).spec();
    if (spec.width() != rows.stride()) {
      throw new ModelException(
          "the model gave %s, not lines of %d numbers".formatted(spec, rows.stride()));
    }
    int lines = spec.dimension(spec.rank() - 2);
    for (int i = 0; i < lines; i++) {
      int at = i * rows.stride();
      float value = values.get(at + score);
      int classId = Math.round(values.get(at + classAt));
      if (value >= threshold && value > 0 && classId >= 0 && (classes == 0 || classId < classes)) {
        int corners = at + box;
        found.add(
            values.get(corners),
            values.get(corners + 1),
            values.get(corners + 2),
            values.get(corners + 3),
            value,
            classId,
            i);
      }
    }
  }
}

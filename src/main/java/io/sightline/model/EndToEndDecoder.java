package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Lines of two corners in pixels of the input, a score and a class: what is left after suppression
 * inside of the network. A score that equals the threshold counts.
 */
final class EndToEndDecoder implements Decoder {
  private final Rows rows;
  private final Line line;
  private final int classes;

  /**
   * Where the numbers of a line stand.
   *
   * @param box the corners, left, top, right and bottom
   * @param score the score
   * @param classAt the class
   * @param picture which picture of the batch it is on, of which the first counts; -1 where all are
   *     on one
   */
  record Line(int box, int score, int classAt, int picture) {
    /** Corners, score, class. */
    static final Line USUAL = new Line(0, 4, 5, -1);
  }

  /** Of lines that begin with the corners, the score and the class. */
  EndToEndDecoder(Rows rows, int classes) {
    this(rows, Line.USUAL, classes);
  }

  /**
   * @param classes how many names are known; what is of another class is left out; 0 for any
   */
  EndToEndDecoder(Rows rows, Line line, int classes) {
    this.rows = rows;
    this.line = line;
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
      float value = values.get(at + line.score);
      int classId = Math.round(values.get(at + line.classAt));
      boolean known = classId >= 0 && (classes == 0 || classId < classes);
      boolean here = line.picture < 0 || Math.round(values.get(at + line.picture)) == 0;
      if (value >= threshold && value > 0 && known && here) {
        int corners = at + line.box;
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

package io.sightline.model;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes text of what connectionist temporal classification gives (Graves et al., 2006): the best
 * character of each column, repetitions and blanks left out.
 */
record Characters(List<String> all) {
  /**
   * @param dictionary the characters, a line each, from index 1 on; the blank stands before them
   *     and the space behind them
   * @throws ModelException where there are none
   */
  static Characters of(String dictionary) {
    if (dictionary == null || dictionary.isEmpty()) {
      throw new ModelException("the model that reads text has no 'character' in its metadata");
    }
    List<String> all = new ArrayList<>();
    all.add("");
    all.addAll(List.of(dictionary.split("\r?\n")));
    all.add(" ");
    return new Characters(List.copyOf(all));
  }

  /**
   * @param scores for each column one for each character
   * @param memory room for the scores of a column, used where it is enough
   */
  String decode(FloatBuffer scores, int columns, int count, float[] memory) {
    StringBuilder text = new StringBuilder();
    float[] column = memory.length < count ? new float[count] : memory;
    int previous = 0;
    for (int i = 0; i < columns; i++) {
      scores.get(i * count, column, 0, count);
      int best = 0;
      for (int c = 1; c < count; c++) {
        best = column[c] > column[best] ? c : best;
      }
      if (best != 0 && best != previous && best < all.size()) {
        text.append(all.get(best));
      }
      previous = best;
    }
    return text.toString();
  }
}

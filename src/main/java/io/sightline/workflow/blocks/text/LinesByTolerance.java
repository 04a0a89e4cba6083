package io.sightline.workflow.blocks.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Puts letters on lines at multiples of a distance. */
final class LinesByTolerance {
  private LinesByTolerance() {}

  /**
   * @param tolerance distance of the lines, pixels, above 0
   * @param delimiter between letters and around the ends of lines
   */
  static String stitch(
      List<Letter> letters, ReadingDirection direction, int tolerance, String delimiter) {
    Comparator<Double> forward = Comparator.naturalOrder();
    TreeMap<Double, List<Letter>> lines =
        new TreeMap<>(direction.linesBackward() ? forward.reversed() : forward);
    for (Letter letter : letters) {
      double line = Math.rint(Math.rint(letter.edge()) / tolerance) * tolerance + 0.0;
      lines.computeIfAbsent(line, l -> new ArrayList<>()).add(letter);
    }
    Comparator<Letter> order =
        Comparator.comparingDouble(
            letter -> (direction.backward() ? -1 : 1) * Math.rint(letter.start()) + 0.0);
    List<String> texts = new ArrayList<>();
    for (List<Letter> line : lines.values()) {
      if (!texts.isEmpty()) {
        texts.add(direction.separator());
      }
      line.sort(order);
      line.forEach(letter -> texts.add(letter.text()));
    }
    return String.join(delimiter, texts);
  }
}

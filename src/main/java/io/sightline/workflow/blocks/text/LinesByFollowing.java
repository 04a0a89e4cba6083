package io.sightline.workflow.blocks.text;

import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts letters on lines by letting each follow one that is about level with it. */
final class LinesByFollowing {
  private static final int MAX_LETTERS = 2000;

  private LinesByFollowing() {}

  /**
   * @param tolerance how far a letter may be off its neighbour's level, beside half its height
   * @param delimiter between letters
   * @throws BlockException for more letters than can be compared with each other
   */
  static String stitch(
      List<Letter> letters, ReadingDirection direction, double tolerance, String delimiter) {
    if (letters.size() > MAX_LETTERS) {
      throw new BlockException(
          "stitching_algorithm collimate takes up to %d detections, not %d"
              .formatted(MAX_LETTERS, letters.size()));
    }
    Comparator<Letter> order = Comparator.comparingDouble(Letter::along);
    List<Letter> remaining = new LinkedList<>(letters);
    remaining.sort(direction.backward() ? order.reversed() : order);
    List<List<Letter>> lines = new ArrayList<>();
    while (!remaining.isEmpty()) {
      boolean found = false;
      for (List<Letter> line : lines) {
        found |= extend(line, remaining, direction, tolerance);
      }
      if (!found && !remaining.isEmpty()) {
        lines.add(new ArrayList<>(List.of(remaining.remove(0))));
      }
    }
    Comparator<List<Letter>> level = Comparator.comparingDouble(LinesByFollowing::middle);
    lines.sort(direction.linesBackward() ? level.reversed() : level);
    return lines.stream()
        .map(line -> line.stream().map(Letter::text).collect(Collectors.joining(delimiter)))
        .collect(Collectors.joining(direction.separator()));
  }

  private static boolean extend(
      List<Letter> line, List<Letter> remaining, ReadingDirection direction, double tolerance) {
    boolean found = false;
    Letter last = line.get(line.size() - 1);
    for (Iterator<Letter> i = remaining.iterator(); i.hasNext(); ) {
      Letter letter = i.next();
      if (follows(last, letter, direction, tolerance)) {
        line.add(letter);
        last = letter;
        i.remove();
        found = true;
      }
    }
    return found;
  }

  private static boolean follows(
      Letter last, Letter letter, ReadingDirection direction, double tolerance) {
    double reach = Math.max(last.height(), letter.height()) / 2 + tolerance;
    boolean level = Math.abs(last.across() - letter.across()) < reach;
    return level
        && (direction.backward() ? last.along() >= letter.along() : last.along() <= letter.along());
  }

  private static double middle(List<Letter> line) {
    return line.stream().mapToDouble(Letter::across).sum() / line.size();
  }
}

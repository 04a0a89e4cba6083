package io.sightline.workflow.blocks.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Puts letters on lines by their height and parts words where gaps are wide. */
final class LinesByGaps {
  private static final double SAME_LINE = 0.5;

  private final ReadingDirection direction;
  private final String delimiter;

  /** A line, and the gap before each letter but the first, in letters' lengths. */
  private record Line(List<Letter> letters, double[] gaps) {}

  /**
   * @param delimiter between letters; between words a space where it is empty
   */
  LinesByGaps(ReadingDirection direction, String delimiter) {
    this.direction = direction;
    this.delimiter = delimiter;
  }

  /**
   * @param multiplier how much wider a gap must be than the threshold that is found
   */
  String stitch(List<Letter> letters, double multiplier) {
    List<Line> lines = lines(letters).stream().map(this::ordered).toList();
    double[] gaps = lines.stream().flatMapToDouble(l -> Arrays.stream(l.gaps)).toArray();
    GapThreshold threshold = GapThreshold.of(gaps);
    double wide = threshold.value() * multiplier;
    return String.join(
        direction.separator(),
        lines.stream().map(line -> text(line, threshold.distinct(), wide)).toList());
  }

  private List<List<Letter>> lines(List<Letter> letters) {
    List<Letter> sorted = new ArrayList<>(letters);
    sorted.sort(Comparator.comparingDouble(Letter::across));
    double tolerance = median(letters) * SAME_LINE;
    List<List<Letter>> lines = new ArrayList<>();
    List<Letter> line = new ArrayList<>();
    double sum = 0;
    for (Letter letter : sorted) {
      if (!line.isEmpty() && Math.abs(letter.across() - sum / line.size()) > tolerance) {
        lines.add(line);
        line = new ArrayList<>();
        sum = 0;
      }
      line.add(letter);
      sum += letter.across();
    }
    lines.add(line);
    lines.sort(Comparator.comparingDouble(LinesByGaps::middle));
    if (direction.linesBackward()) {
      Collections.reverse(lines);
    }
    return lines;
  }

  private static double median(List<Letter> letters) {
    double[] heights = letters.stream().mapToDouble(Letter::height).sorted().toArray();
    int half = heights.length / 2;
    return heights.length % 2 == 1 ? heights[half] : (heights[half - 1] + heights[half]) / 2;
  }

  private static double middle(List<Letter> line) {
    return line.stream().mapToDouble(Letter::across).sum() / line.size();
  }

  private Line ordered(List<Letter> line) {
    List<Letter> letters = new ArrayList<>(line);
    letters.sort(Comparator.comparingDouble(Letter::along));
    if (direction.backward()) {
      Collections.reverse(letters);
    }
    double[] gaps = new double[letters.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      Letter before = letters.get(i);
      Letter after = letters.get(i + 1);
      double scale = (before.length() + after.length()) / 2;
      double distance = after.along() - before.along();
      double gap = (direction.backward() ? -distance : distance) - scale;
      gaps[i] = scale > 0 ? gap / scale : 0;
    }
    return new Line(letters, gaps);
  }

  private String text(Line line, boolean words, double wide) {
    String between = delimiter.isEmpty() ? " " : delimiter;
    StringBuilder text = new StringBuilder(line.letters.get(0).text());
    for (int i = 0; i < line.gaps.length; i++) {
      text.append(words && line.gaps[i] > wide ? between : delimiter);
      text.append(line.letters.get(i + 1).text());
    }
    return text.toString();
  }
}

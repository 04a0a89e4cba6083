package io.sightline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of goal, reached and ratio as text in columns. */
final class Table {
  private static final String FORMAT = "%-76s %12s %12s %7s  %s%n";

  private final List<String> lines = new ArrayList<>();

  Table() {
    line("", "goal", "reached", "ratio", "");
  }

  void heading(String text) {
    lines.add(String.format("%n%s%n", text));
  }

  /** A row with a goal; the ratio is reached to goal: up to 1 is reached. */
  void goal(String what, double goal, double reached, String unit, String note) {
    line(what, number(goal, unit), number(reached, unit), number(reached / goal, ""), note);
  }

  /** A row without a goal. */
  void figure(String what, double reached, String unit, String note) {
    line(what, "", number(reached, unit), "", note);
  }

  private void line(String what, String goal, String reached, String ratio, String note) {
    lines.add(String.format(FORMAT, what, goal, reached, ratio, note).stripTrailing() + "\n");
  }

  private static String number(double value, String unit) {
    if (Double.isNaN(value)) {
      return "-";
    }
    if (value == Math.rint(value)) {
      return (String.format(Locale.ROOT, "%.0f ", value) + unit).strip();
    }
    double size = Math.abs(value);
    String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    return (String.format(Locale.ROOT, format, value) + " " + unit).strip();
  }

  @Override
  public String toString() {
    return String.join("", lines);
  }
}

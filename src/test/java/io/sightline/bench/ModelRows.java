package io.sightline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows of {@link Table} as lines from one process to another. */
final class ModelRows {
  private static final String MARK = "row";
  private static final String CELL = "\t";

  private final PrintStream out;

  ModelRows(PrintStream out) {
    this.out = out;
  }

  void heading(String text) {
    line("heading", text);
  }

  void goal(String what, double goal, double reached, String unit, String note) {
    line("goal", what, Double.toString(goal), Double.toString(reached), unit, note);
  }

  void figure(String what, double reached, String unit, String note) {
    line("figure", what, Double.toString(reached), unit, note);
  }

  private void line(String... cells) {
    out.println(MARK + CELL + String.join(CELL, cells));
    out.flush();
  }

  /**
   * Measures models in a process of their own, and in another one what stays of those that left.
   *
   * @param models folder of models, null or empty for those that ship
   * @return the lines of its rows
   */
  static List<String> measure(double seconds, String models, Path work) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("" + seconds, work.toString()));
    if (models != null && !models.isBlank()) {
      arguments.add(models);
    }
    List<String> lines = new ArrayList<>();
    lines.addAll(run(ModelsMain.class, arguments, Map.of(), work.resolve("models.log")));
    lines.addAll(
        run(LoadCycles.class, List.of(), LoadCycles.ENVIRONMENT, work.resolve("cycles.log")));
    return lines;
  }

  private static List<String> run(
      Class<?> main, List<String> arguments, Map<String, String> environment, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch", "-Djava.awt.headless=true", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      return in.lines().filter(line -> line.startsWith(MARK + CELL)).toList();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Puts the lines of {@link #measure} into a table. */
  static void read(List<String> lines, Table table) {
    for (String line : lines) {
      String[] cells = line.split(CELL, -1);
      switch (cells[1]) {
        case "heading" -> table.heading(cells[2]);
        case "goal" -> table.goal(cells[2], number(cells[3]), number(cells[4]), cells[5], cells[6]);
        default -> table.figure(cells[2], number(cells[3]), cells[4], cells[5]);
      }
    }
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}

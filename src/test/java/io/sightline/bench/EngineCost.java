package io.sightline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * What {@link EngineMain} measured.
 *
 * @param medianMillis of a run
 * @param kibibytes of objects made in a run, mean
 * @param heapGrowth of the used heap over all runs, MiB
 * @param residentGrowth of resident memory over all runs, MiB
 * @param resident memory of the whole process in the end, MiB
 */
record EngineCost(
    int runs,
    double medianMillis,
    double percentile99Millis,
    double kibibytes,
    double heapGrowth,
    double residentGrowth,
    double resident) {
  private static final double GOAL_MILLIS = 0.3;
  private static final String MARK = "engine";

  /** Runs the measurement in a process of its own, with a heap of fixed size. */
  static EngineCost measure(int runs, Path log) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx128m",
                "-XX:+AlwaysPreTouch",
                "-cp",
                System.getProperty("java.class.path"),
                EngineMain.class.getName(),
                Integer.toString(runs))
            .redirectError(log.toFile())
            .start();
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      return in.lines()
          .filter(line -> line.startsWith(MARK))
          .map(EngineCost::of)
          .findFirst()
          .orElseThrow(() -> new IOException("no figures of the engine, see " + log));
    } finally {
      process.destroyForcibly();
    }
  }

  String line() {
    return String.format(
        Locale.ROOT,
        MARK + " %d %f %f %f %f %f %f",
        runs,
        medianMillis,
        percentile99Millis,
        kibibytes,
        heapGrowth,
        residentGrowth,
        resident);
  }

  static EngineCost of(String line) {
    double[] v = Arrays.stream(line.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
    return new EngineCost((int) v[0], v[1], v[2], v[3], v[4], v[5], v[6]);
  }

  void rows(Table table) {
    table.heading("The engine alone: ten steps that do nothing, %,d runs".formatted(runs));
    table.goal("a run, p50", GOAL_MILLIS, medianMillis, "ms", "");
    table.figure("a run, p99", percentile99Millis, "ms", "");
    table.figure("objects made in a run", kibibytes, "KiB", "");
    table.figure("heap after collection, growth over all runs", heapGrowth, "MiB", "");
    table.figure(
        "resident memory, growth over all runs",
        residentGrowth,
        "MiB",
        "of %.0f MiB".formatted(resident));
  }
}

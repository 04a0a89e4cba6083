package io.sightline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The server under a rising number of sessions. */
final class Loads {
  /** Megabytes of the server after a garbage collection, MiB, and its threads. */
  record Memory(double pss, double rss, double heap, int threads) {}

  /**
   * One number of sessions: what a window cost, memory after.
   *
   * @param before each session's figures as the window began
   * @param stats the same at its end, or later: when the slowest has done enough frames
   */
  record Level(
      int sessions, Window window, List<JsonNode> before, List<JsonNode> stats, Memory memory) {}

  private final Memory empty;
  private final List<Level> levels = new ArrayList<>();

  Loads(Memory empty) {
    this.empty = empty;
  }

  void add(Level level) {
    levels.add(level);
  }

  void rows(Table table) {
    table.heading("Processor, in cores");
    for (Level level : levels) {
      Window window = level.window;
      table.figure(
          sessions(level.sessions) + ", each",
          window.serverCores() / level.sessions,
          "",
          "server %.2f, clients %.2f, machine idle %.0f %%; %.1f frames/s processed each"
              .formatted(
                  window.serverCores(),
                  window.clientCores(),
                  100 * window.idle(),
                  processed(level) / level.sessions));
    }
    Level most = levels.get(levels.size() - 1);
    table.goal(
        "slowest of %d sessions behind the quickest".formatted(most.sessions),
        10,
        spread(most),
        "%",
        "frames: " + frames(most.before, most.stats));
    table.heading("Memory of the server after garbage collection");
    table.goal("each added session", 20, slope(), "MiB", "slope of the share (PSS) below");
    row(table, 0, empty);
    levels.forEach(level -> row(table, level.sessions, level.memory));
    table.heading("Dropped by cause (frames, results), all sessions together since each began");
    for (Level level : levels) {
      Map<String, Double> drops = drops(level);
      double all = drops.values().stream().mapToDouble(Double::doubleValue).sum();
      table.figure(sessions(level.sessions), all, "", named(drops));
    }
  }

  static String sessions(int number) {
    return number == 1 ? "1 session" : number + " sessions";
  }

  private static String named(Map<String, Double> drops) {
    return drops.entrySet().stream()
        .map(drop -> "%s %.0f".formatted(drop.getKey(), drop.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static void row(Table table, int sessions, Memory memory) {
    table.figure(
        sessions(sessions),
        memory.pss,
        "MiB",
        "resident %.0f MiB, heap %.0f MiB, %d threads"
            .formatted(memory.rss, memory.heap, memory.threads));
  }

  private static double processed(Level level) {
    return level.stats.stream()
        .mapToDouble(stats -> stats.path("fps").path("processed").asDouble())
        .sum();
  }

  /** Frames that each session has processed between two looks. */
  private static List<Integer> frames(List<JsonNode> before, List<JsonNode> after) {
    List<Integer> frames = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      frames.add(processedFrames(after.get(i)) - processedFrames(before.get(i)));
    }
    return frames;
  }

  private static int processedFrames(JsonNode stats) {
    return stats.path("frames").path("processed").asInt();
  }

  /** Frames of the slowest session between two looks. */
  static int fewest(List<JsonNode> before, List<JsonNode> after) {
    return Collections.min(frames(before, after));
  }

  private static double spread(Level level) {
    List<Integer> frames = frames(level.before, level.stats);
    int most = Collections.max(frames);
    return most == 0 ? Double.NaN : 100.0 * (most - Collections.min(frames)) / most;
  }

  /** Least squares through the share of memory over the number of sessions. */
  private double slope() {
    double n = levels.size() + 1;
    double x = 0;
    double y = empty.pss;
    double xx = 0;
    double xy = 0;
    for (Level level : levels) {
      x += level.sessions;
      y += level.memory.pss;
      xx += (double) level.sessions * level.sessions;
      xy += level.sessions * level.memory.pss;
    }
    return (n * xy - x * y) / (n * xx - x * x);
  }

  private static Map<String, Double> drops(Level level) {
    Map<String, Double> sums = new TreeMap<>();
    for (JsonNode stats : level.stats) {
      sums.merge("results", stats.path("results").path("dropped").asDouble(), Double::sum);
      stats
          .path("drops")
          .properties()
          .forEach(field -> sums.merge(field.getKey(), field.getValue().asDouble(), Double::sum));
    }
    return sums;
  }
}

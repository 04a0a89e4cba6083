package io.sightline.stream;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.function.Function;

/** Times of the last frames of one source. Safe for use by several threads. */
final class LatencyMonitor {
  private static final int FRAMES = 64;
  private static final double SECOND = 1e9;

  private record Times(double decoding, double inference, double whole) {}

  private final int source;
  private final ArrayDeque<Times> times = new ArrayDeque<>(FRAMES);

  LatencyMonitor(int source) {
    this.source = source;
  }

  /** A frame is done; moments as {@link System#nanoTime()}. */
  synchronized void done(long arrived, long began, long ended) {
    if (times.size() == FRAMES) {
      times.removeFirst();
    }
    times.add(
        new Times(
            (began - arrived) / SECOND, (ended - began) / SECOND, (ended - arrived) / SECOND));
  }

  synchronized StreamReport.Latency report() {
    return new StreamReport.Latency(
        source, average(Times::decoding), average(Times::inference), average(Times::whole));
  }

  private Double average(Function<Times, Double> figure) {
    return times.isEmpty()
        ? null
        : times.stream()
            .map(figure)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .average()
            .orElse(0);
  }
}

package io.sightline.bench;

import java.util.ArrayList;
import java.util.List;

/** Values of one quantity and their percentiles. */
final class Sample {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  void addAll(Sample other) {
    values.addAll(other.values);
  }

  int size() {
    return values.size();
  }

  /**
   * The value that {@code percent} of all do not exceed (nearest rank), NaN where there is none.
   */
  double percentile(double percent) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int rank = (int) Math.ceil(percent / 100 * sorted.size());
    return sorted.get(Math.max(rank, 1) - 1);
  }

  double median() {
    return percentile(50);
  }
}

package io.sightline.session;

import java.util.List;
import java.util.stream.Collectors;

/** The names that a client asks for, against the outputs that its workflow has. */
record OutputNames(List<String> available) {
  private static final String ALL = "*";

  OutputNames {
    available = List.copyOf(available);
  }

  /** Only the first name counts; null and empty leave the choice to the server. */
  void checkStream(List<String> names) {
    if (names == null) {
      return;
    }
    names.stream()
        .filter(n -> !n.isEmpty())
        .findFirst()
        .filter(n -> !available.contains(n))
        .ifPresent(
            n -> {
              throw new ConfigurationRejected(
                  "Invalid stream_output field: '%s'. Available workflow outputs: %s"
                      .formatted(Excerpt.of(n), quoted(available)));
            });
  }

  /** Every name must exist; exactly "*" means all. */
  void checkData(List<String> names) {
    if (names == null || names.equals(List.of(ALL))) {
      return;
    }
    List<String> unknown =
        names.stream().filter(n -> !n.isEmpty() && !available.contains(n)).toList();
    if (!unknown.isEmpty()) {
      throw new ConfigurationRejected(
          "Invalid data_output fields: %s. Available workflow outputs: %s"
              .formatted(quoted(unknown), quoted(available)));
    }
  }

  private static String quoted(List<String> names) {
    return names.stream()
        .map(n -> "'" + Excerpt.of(n) + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}

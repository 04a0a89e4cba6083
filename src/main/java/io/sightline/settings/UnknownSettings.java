package io.sightline.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Names that look like settings and are none: a typing error would otherwise go unnoticed. */
final class UnknownSettings {
  private static final String PREFIX = "sightline.";
  private static final String VARIABLE_PREFIX = "SIGHTLINE_";

  /** Variables of the scripts that start the server. */
  private static final Set<String> VARIABLES =
      Set.of("SIGHTLINE_ADMIN_PASSWORD", "SIGHTLINE_ARCHIVE", "SIGHTLINE_GPU");

  /** Changes of one character that make a typing error. */
  private static final int SLIPS_MAX = 3;

  private UnknownSettings() {}

  /**
   * One sentence for each unknown name, in their order.
   *
   * @param given of all sources: properties and environment variables
   * @param declared the settings that there are
   */
  static Collection<String> sentences(Iterable<String> given, Set<String> declared) {
    Map<String, String> variables =
        declared.stream().collect(Collectors.toMap(Settings::environmentName, Function.identity()));
    Set<String> names =
        StreamSupport.stream(given.spliterator(), false).collect(Collectors.toSet());
    return names.stream()
        .filter(name -> !(name.startsWith(PREFIX) && isVariable(name, names)))
        .flatMap(
            name -> {
              boolean property = name.startsWith(PREFIX) && !declared.contains(name);
              boolean variable =
                  name.startsWith(VARIABLE_PREFIX)
                      && !variables.containsKey(name)
                      && !VARIABLES.contains(name);
              Set<String> known = property ? declared : variables.keySet();
              return property || variable ? Stream.of(sentence(name, known)) : Stream.empty();
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Some servers list a variable a second time, by the name of the setting. */
  private static boolean isVariable(String property, Set<String> names) {
    return names.contains(Settings.environmentName(property));
  }

  private static String sentence(String name, Set<String> known) {
    Optional<String> nearest =
        known.stream()
            .min(Comparator.<String>comparingInt(k -> distance(name, k)).thenComparing(k -> k))
            .filter(k -> distance(name, k) <= SLIPS_MAX);
    return "there is no setting %s, it has no effect%s"
        .formatted(name, nearest.map(k -> "; the nearest one is " + k).orElse(""));
  }

  /** Characters to insert, delete or replace (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}

package io.sightline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each package numbers its requirements, and tests cite the numbers: each leads to one sentence.
 */
class RequirementsTest {
  private static final Pattern STATED = Pattern.compile("<li>(([A-Z]+)-\\d+):");
  private static final Pattern CITED =
      Pattern.compile("@(?:DisplayName|Label)\\(\\s*\"([A-Z]+-\\d+(?:, [A-Z]+-\\d+)*):");

  private static final List<String> numbers = new ArrayList<>();
  private static final List<String> letters = new ArrayList<>();
  private static final Set<String> cited = new TreeSet<>();

  @BeforeAll
  static void read() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        if (file.endsWith("package-info.java")) {
          Set<String> own = new HashSet<>();
          for (Matcher m = STATED.matcher(text); m.find(); own.add(m.group(2))) {
            numbers.add(m.group(1));
          }
          letters.addAll(own);
        }
        for (Matcher m = CITED.matcher(text); m.find(); ) {
          cited.addAll(List.of(m.group(1).split(", ")));
        }
      }
    }
  }

  @Test
  void aNumberStandsForOneRequirement() {
    assertEquals(Set.of(), twice(numbers));
  }

  @Test
  void packagesDoNotShareTheirLetters() {
    assertEquals(Set.of(), twice(letters));
  }

  @Test
  void testsCiteRequirementsThatAreThere() {
    assertTrue(cited.size() > 100, "only " + cited.size() + " are cited");
    Set<String> unknown = new TreeSet<>(cited);
    numbers.forEach(unknown::remove);
    assertEquals(Set.of(), unknown);
  }

  private static Set<String> twice(List<String> all) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new TreeSet<>();
    all.forEach(
        one -> {
          if (!seen.add(one)) {
            twice.add(one);
          }
        });
    return twice;
  }
}

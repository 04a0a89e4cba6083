package io.sightline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReferenceFileTest {
  private static final Path FILE =
      Path.of("src/main/resources/META-INF/microprofile-config.properties");
  private static final Pattern NAME = Pattern.compile("\"(sightline\\.[a-z0-9.]+[a-z0-9])\"");

  @Test
  @DisplayName("T-1: every setting that code reads is declared, and nothing else is")
  void declaresExactlyWhatCodeReads() throws IOException {
    Set<String> read = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher matcher = NAME.matcher(Files.readString(file));
        while (matcher.find()) {
          read.add(matcher.group(1));
        }
      }
    }
    Set<String> declared =
        new ReferenceFile(Map.of()).names().stream().collect(Collectors.toCollection(TreeSet::new));
    assertEquals(declared, read);
  }

  @Test
  @DisplayName("T-1: every setting is explained by a comment directly above its group")
  void explainsEverySetting() throws IOException {
    List<String> lines = Files.readAllLines(FILE);
    for (int i = 1; i < lines.size(); i++) {
      String above = lines.get(i - 1);
      if (lines.get(i).startsWith("sightline.")) {
        assertTrue(
            above.startsWith("#") || above.startsWith("sightline."),
            "no comment above " + lines.get(i));
      }
    }
  }
}

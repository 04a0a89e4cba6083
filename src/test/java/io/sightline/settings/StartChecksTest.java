package io.sightline.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All checks of the start over every setting that there is. */
@DisplayName("T-2: every setting is read at the start, and a value out of bounds stops it")
class StartChecksTest {
  private static final Path CLASSES = Path.of("target/classes");

  /** Any text is right for them, or at least the one that is tried. */
  private static final Set<String> FREE =
      Set.of(
          "sightline.media.ice.username",
          "sightline.media.ice.credential",
          "sightline.media.ice.secret",
          "sightline.models.state.directory",
          "sightline.media.sources.hosts",
          "sightline.sinks.webhook.hosts",
          "sightline.workflow.secrets.variables");

  private static final List<StartCheck> CHECKS = new ArrayList<>();

  /** As the container finds them: by their type, in whatever package they are. */
  @BeforeAll
  static void find() throws Exception {
    CHECKS.clear();
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(f -> f.toString().endsWith("StartCheck.class")).toList()) {
        String path = CLASSES.relativize(file).toString();
        Class<?> type = Class.forName(path.replace(".class", "").replace('/', '.'));
        if (!type.isInterface()) {
          Constructor<?> constructor = type.getDeclaredConstructor();
          constructor.setAccessible(true);
          CHECKS.add((StartCheck) constructor.newInstance());
        }
      }
    }
    assertTrue(CHECKS.size() >= 4, CHECKS::toString);
  }

  static Stream<String> bounded() {
    return new ReferenceFile(Map.of()).names().stream().filter(n -> !FREE.contains(n)).sorted();
  }

  @Test
  void acceptTheReferenceFile() {
    assertDoesNotThrow(() -> check(Map.of()));
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void refuseAValueThatIsNone(String name) {
    String variable = Settings.environmentName(name);
    SettingsException refused =
        assertThrows(SettingsException.class, () -> check(Map.of(variable, "x")));
    assertTrue(refused.getMessage().contains(name), refused.getMessage());
    assertTrue(refused.getMessage().endsWith("not 'x'"), refused.getMessage());
  }

  private static void check(Map<String, String> variables) {
    Settings settings = new ReferenceFile(variables).settings();
    CHECKS.forEach(check -> check.check(settings));
  }
}

package io.sightline.signaling;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.model.ModelStore;
import io.sightline.session.SettingsCheck;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.settings.SettingsException;
import io.sightline.workflow.WorkflowEngine;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that reads settings while the application starts, over every setting that there is.
 */
@DisplayName("G-2: every setting is read at the start, and a value out of bounds stops it")
class SettingsAtStartTest {
  /** Any text is right for them. */
  private static final Set<String> FREE =
      Set.of("sightline.media.ice.username", "sightline.media.ice.credential");

  static Stream<String> bounded() {
    return new ReferenceFile(Map.of()).names().stream().filter(n -> !FREE.contains(n)).sorted();
  }

  @Test
  void startsWithTheReferenceFile() {
    assertDoesNotThrow(() -> start(Map.of()));
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void refusesAValueThatIsNone(String name) {
    String variable = Settings.environmentName(name);
    SettingsException refused =
        assertThrows(SettingsException.class, () -> start(Map.of(variable, "x")));
    assertTrue(refused.getMessage().contains(name), refused.getMessage());
    assertTrue(refused.getMessage().endsWith("not 'x'"), refused.getMessage());
  }

  private static void start(Map<String, String> variables) {
    Settings settings = new ReferenceFile(variables).settings();
    new ModelStore(settings);
    new WorkflowEngine(
        settings,
        type -> {
          throw new IllegalStateException("no " + type);
        },
        Runnable::run);
    SettingsCheck.run(settings);
    new SignalingBeans().check(null, settings);
  }
}

package io.sightline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static Settings with(String name, String value) {
    return new Settings(n -> n.equals(name) ? Optional.of(value) : Optional.empty());
  }

  @Test
  @DisplayName("T-2: a value out of bounds is refused with name, bounds and value")
  void refusesAValueOutOfBoundsWithASentence() {
    SettingsException e =
        assertThrows(
            SettingsException.class,
            () -> with("sightline.session.limit", "0").integer("sightline.session.limit", 1, 9));
    assertEquals(
        "setting sightline.session.limit (environment SIGHTLINE_SESSION_LIMIT) must be"
            + " a whole number from 1 to 9, not '0'",
        e.getMessage());
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThrows(SettingsException.class, () -> with("a", "many").integer("a", 1, 9));
    assertThrows(SettingsException.class, () -> with("a", "NaN").decimal("a", 0, 1));
    assertThrows(SettingsException.class, () -> with("a", "").integer("a", 1, 9));
  }

  @Test
  void readsEveryKindOfValue() {
    assertEquals(9, with("a", " 9 ").integer("a", 1, 9));
    assertEquals(0.25, with("a", "0.25").decimal("a", 0, 1));
    assertEquals(Duration.ofMillis(1500), with("a", "1.5").seconds("a", 0, 10));
    assertTrue(with("a", "True").flag("a"));
    assertFalse(with("a", "false").flag("a"));
    assertThrows(SettingsException.class, () -> with("a", "yes").flag("a"));
    assertEquals(List.of("x", "y"), with("a", "x, ,y").list("a"));
    assertEquals(List.of(), with("a", "").list("a"));
  }

  @Test
  @DisplayName("T-1: the reference file gives the defaults, older names of variables included")
  void readsTheReferenceFileWithoutAContainer() {
    Settings defaults = new ReferenceFile(Map.of()).settings();
    assertTrue(defaults.flag("sightline.pipeline.realtime"));
    assertEquals(8, defaults.integer("sightline.session.limit", 1, 1000));

    Settings older = new ReferenceFile(Map.of("WEBRTC_REALTIME_PROCESSING", "False")).settings();
    assertFalse(older.flag("sightline.pipeline.realtime"));

    Settings both =
        new ReferenceFile(
                Map.of(
                    "WEBRTC_REALTIME_PROCESSING", "False", "SIGHTLINE_PIPELINE_REALTIME", "true"))
            .settings();
    assertTrue(both.flag("sightline.pipeline.realtime"));
  }
}

package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.settings.SettingsException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("T-2: a value out of bounds stops the start")
class SessionEnvironmentTest {
  @Test
  void acceptsTheReferenceFile() {
    Settings settings = new ReferenceFile(Map.of()).settings();
    assertDoesNotThrow(() -> new SessionStartCheck().check(settings));
    assertEquals(8, SessionLimits.of(settings).sessions());
    assertEquals(new PortRange(0, 0), PortRange.of(settings));
  }

  @Test
  void takesOnePortRangeOrNone() {
    assertEquals(
        new PortRange(50000, 50100),
        PortRange.of(
            with("SIGHTLINE_MEDIA_PORT_MIN", "50000", "SIGHTLINE_MEDIA_PORT_MAX", "50100")));
    assertThrows(
        SettingsException.class, () -> PortRange.of(with("SIGHTLINE_MEDIA_PORT_MIN", "50000")));
    assertThrows(
        SettingsException.class,
        () ->
            PortRange.of(with("SIGHTLINE_MEDIA_PORT_MIN", "80", "SIGHTLINE_MEDIA_PORT_MAX", "90")));
    assertThrows(
        SettingsException.class,
        () ->
            PortRange.of(
                with("SIGHTLINE_MEDIA_PORT_MIN", "50000", "SIGHTLINE_MEDIA_PORT_MAX", "49000")));
  }

  @ParameterizedTest
  @CsvSource({
    "SIGHTLINE_MEDIA_ICE_SERVERS, http://example",
    "SIGHTLINE_MEDIA_ICE_SERVERS, turn:relay.example",
    "SIGHTLINE_PIPELINE_REALTIME, sometimes",
    "SIGHTLINE_PIPELINE_FPS_PROBE_FRAMES, 1",
    "SIGHTLINE_PIPELINE_QUEUE_FRAMES, 0",
    "SIGHTLINE_PIPELINE_THREADS, 257",
    "SIGHTLINE_SESSION_LIMIT, 0",
    "SIGHTLINE_SESSION_HOUSEKEEPING_INTERVAL, 0",
    "SIGHTLINE_WORKFLOW_STEPS_MAX, 0",
    "SIGHTLINE_MEDIA_PORT_MIN, 80",
    "SIGHTLINE_MEDIA_BITS_PER_PIXEL, 2",
    "SIGHTLINE_DATACHANNEL_HIGH_WATER_MARK, 1"
  })
  void namesTheSettingThatIsWrong(String variable, String value) {
    SettingsException refused =
        assertThrows(
            SettingsException.class, () -> new SessionStartCheck().check(with(variable, value)));
    assertTrue(refused.getMessage().contains(variable), refused.getMessage());
  }

  private static Settings with(String... variables) {
    return new ReferenceFile(
            variables.length == 2
                ? Map.of(variables[0], variables[1])
                : Map.of(variables[0], variables[1], variables[2], variables[3]))
        .settings();
  }
}

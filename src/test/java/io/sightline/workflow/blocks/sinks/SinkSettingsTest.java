package io.sightline.workflow.blocks.sinks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.settings.SettingsException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SinkSettingsTest {
  private static Settings settings(String variable, String value) {
    return new ReferenceFile(Map.of(variable, value)).settings();
  }

  @Test
  @DisplayName("KS-1: by default nothing leaves")
  void allowNothingByDefault() {
    Settings defaults = new ReferenceFile(Map.of()).settings();
    assertEquals(Set.of(), WebhookSettings.of(defaults).hosts());
    assertEquals(false, WebhookSettings.of(defaults).privateAddresses());
    assertNull(FileSettings.of(defaults).directory());
  }

  @Test
  void hostsHaveNoSchemesAndNoPaths() {
    String variable = "SIGHTLINE_SINKS_WEBHOOK_HOSTS";
    WebhookSettings read =
        WebhookSettings.of(settings(variable, "Hooks.Example:8443, 10.0.0.1,fd00::1"));
    assertEquals(Set.of("hooks.example:8443", "10.0.0.1", "fd00::1"), read.hosts());
    assertEquals(true, read.allows("hooks.example", 8443));
    assertEquals(false, read.allows("hooks.example", 443));
    for (String wrong : new String[] {"https://a.example", "a.example/hook", "*.example"}) {
      assertThrows(
          SettingsException.class, () -> WebhookSettings.of(settings(variable, wrong)), wrong);
    }
  }

  @Test
  void theDirectoryIsAbsolute() {
    String variable = "SIGHTLINE_SINKS_FILE_DIRECTORY";
    assertEquals(
        "/data/out", FileSettings.of(settings(variable, "/data/x/../out")).directory().toString());
    assertThrows(SettingsException.class, () -> FileSettings.of(settings(variable, "data/out")));
  }
}

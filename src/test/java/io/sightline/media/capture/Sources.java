package io.sightline.media.capture;

import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import java.util.HashMap;
import java.util.Map;

/** Settings that permit the loopback network and do not wait for long. */
final class Sources {
  private Sources() {}

  static Settings settings(Map<String, String> more) {
    Map<String, String> variables = new HashMap<>();
    variables.put("SIGHTLINE_MEDIA_SOURCES_HOSTS", "127.0.0.1");
    variables.put("SIGHTLINE_MEDIA_SOURCES_RETRY_DELAY", "0.1");
    variables.put("SIGHTLINE_MEDIA_SOURCES_RETRY_DELAY_MAX", "0.2");
    variables.put("SIGHTLINE_MEDIA_SOURCES_RETRIES", "2");
    variables.putAll(more);
    return new ReferenceFile(variables).settings();
  }

  static SourcePolicy local() {
    return new SourcePolicy(settings(Map.of()));
  }
}

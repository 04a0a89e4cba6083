package io.sightline.stream;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened to a pipeline.
 *
 * @param eventType the reference's word, such as SOURCE_STATE_UPDATE
 * @param payload texts, numbers and nulls
 * @param context where it happened: {@code video_source} or {@code inference_pipeline}
 */
public record StatusUpdate(
    Instant timestamp,
    Severity severity,
    String eventType,
    Map<String, Object> payload,
    String context) {
  public StatusUpdate {
    payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
  }
}

package io.sightline.session;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened to a session, in the form of the reference's status updates.
 *
 * @param severity 20 information, 30 warning, 40 error
 * @param eventType the reference's word where it has one
 * @param payload texts and numbers that say more
 * @param context where it happened: session, peer_connection, client or inference_pipeline
 */
public record SessionUpdate(
    Instant timestamp,
    int severity,
    String eventType,
    Map<String, Object> payload,
    String context) {
  public static final int INFORMATION = 20;
  public static final int WARNING = 30;
  public static final int ERROR = 40;

  public SessionUpdate {
    payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
  }
}

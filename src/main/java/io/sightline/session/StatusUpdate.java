package io.sightline.session;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened to a session, with or without a peer, in the form of the reference's
 * status updates.
 *
 * @param eventType the reference's word where it has one, such as SOURCE_STATE_UPDATE
 * @param payload texts, numbers and nulls that say more
 * @param context where it happened, such as session, peer_connection or video_source
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

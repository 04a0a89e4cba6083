package io.sightline.stream;

import io.sightline.session.Severity;
import io.sightline.session.StatusUpdate;
import io.sightline.session.StatusUpdates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened to one pipeline, in the words of the reference. Safe for use by several threads.
 */
public final class StreamUpdates {
  private static final int MAX = 512;
  private static final int TEXT_MAX = 2000;
  private static final String SOURCE = "video_source";
  private static final String STATE = "SOURCE_STATE_UPDATE";

  private final StatusUpdates latest = new StatusUpdates(MAX, TEXT_MAX);

  /** The oldest first. */
  public List<StatusUpdate> all() {
    return latest.all();
  }

  /** A source's state has changed. */
  public void state(StreamState previous, StreamState now, int source) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("previous_state", previous.name());
    payload.put("new_state", now.name());
    payload.put("source_id", source);
    latest.add(Severity.INFO, STATE, payload, SOURCE);
  }

  /** A source's frames begin or end. */
  public void source(String event, int source) {
    latest.add(Severity.INFO, event, Map.of("source_id", source), SOURCE);
  }

  /** A source broke. */
  void sourceError(Severity severity, int source, String type, String message) {
    Map<String, Object> payload = error(type, message, "stream_consumer_thread");
    payload.put("source_id", source);
    latest.add(severity, "SOURCE_ERROR", payload, SOURCE);
  }

  /** The work on frames begins or ends. */
  public void pipeline(String event) {
    latest.add(Severity.INFO, event, Map.of(), StatusUpdates.INFERENCE);
  }

  /** A round failed; the same again is not told again, because it may fail with every frame. */
  void inferenceError(String type, String message) {
    latest.inferenceError(message, error(type, message, "inference_thread"));
  }

  private static Map<String, Object> error(String type, String message, String context) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("error_type", type);
    payload.put("error_message", message);
    payload.put("error_context", context);
    return payload;
  }
}

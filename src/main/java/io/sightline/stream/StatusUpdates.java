package io.sightline.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest status updates of one pipeline, bounded. Safe for use by several threads. */
public final class StatusUpdates {
  static final int MAX = 512;
  static final String SOURCE = "video_source";
  static final String PIPELINE = "inference_pipeline";
  private static final String STATE = "SOURCE_STATE_UPDATE";

  private final ArrayDeque<StatusUpdate> latest = new ArrayDeque<>();
  private String lastError;

  /** The oldest first. */
  public synchronized List<StatusUpdate> all() {
    return List.copyOf(latest);
  }

  /** A source's state has changed. */
  public void state(StreamState previous, StreamState now, int source) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("previous_state", previous.name());
    payload.put("new_state", now.name());
    payload.put("source_id", source);
    add(Severity.INFO, STATE, payload, SOURCE);
  }

  /** A source's frames begin or end. */
  public void source(String event, int source) {
    add(Severity.INFO, event, Map.of("source_id", source), SOURCE);
  }

  /** A source broke. */
  void sourceError(Severity severity, int source, String type, String message) {
    Map<String, Object> payload = error(type, message, "stream_consumer_thread");
    payload.put("source_id", source);
    add(severity, "SOURCE_ERROR", payload, SOURCE);
  }

  /** The work on frames begins or ends. */
  public void pipeline(String event) {
    add(Severity.INFO, event, Map.of(), PIPELINE);
  }

  /** A round failed; the same again is not told again, because it may fail with every frame. */
  void inferenceError(String type, String message) {
    synchronized (this) {
      if (message.equals(lastError)) {
        return;
      }
      lastError = message;
    }
    add(Severity.ERROR, "INFERENCE_ERROR", error(type, message, "inference_thread"), PIPELINE);
  }

  private static Map<String, Object> error(String type, String message, String context) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("error_type", type);
    payload.put("error_message", message);
    payload.put("error_context", context);
    return payload;
  }

  private synchronized void add(
      Severity severity, String event, Map<String, Object> payload, String context) {
    if (latest.size() == MAX) {
      latest.removeFirst();
    }
    latest.add(new StatusUpdate(Instant.now(), severity, event, payload, context));
  }
}

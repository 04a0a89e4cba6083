package io.sightline.session;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The latest status updates of one session of any kind, bounded in number and in the length of
 * their texts. Safe for use by several threads.
 */
public final class StatusUpdates {
  /** Where frames are worked on. */
  public static final String INFERENCE = "inference_pipeline";

  private final int max;
  private final int textMax;
  private final ArrayDeque<StatusUpdate> latest = new ArrayDeque<>();
  private String lastError;

  /**
   * @param max updates that are kept; the oldest go first
   * @param textMax characters of a text in a payload; the rest is left out
   */
  public StatusUpdates(int max, int textMax) {
    this.max = max;
    this.textMax = textMax;
  }

  /** The oldest first. */
  public synchronized List<StatusUpdate> all() {
    return List.copyOf(latest);
  }

  public void add(Severity severity, String event, Map<String, Object> payload, String context) {
    Map<String, Object> bounded = new LinkedHashMap<>(payload);
    bounded.replaceAll((name, value) -> value instanceof String text ? shortened(text) : value);
    StatusUpdate update = new StatusUpdate(Instant.now(), severity, event, bounded, context);
    synchronized (this) {
      if (latest.size() == max) {
        latest.removeFirst();
      }
      latest.add(update);
    }
  }

  /**
   * A frame failed; the same again is not told again, because it may fail with every frame.
   *
   * @param message what tells one error from another
   */
  public void inferenceError(String message, Map<String, Object> payload) {
    synchronized (this) {
      if (message.equals(lastError)) {
        return;
      }
      lastError = message;
    }
    add(Severity.ERROR, "INFERENCE_ERROR", payload, INFERENCE);
  }

  private String shortened(String text) {
    return text.length() <= textMax ? text : text.substring(0, textMax) + "…";
  }
}

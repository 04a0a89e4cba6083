package io.sightline.session;

import dev.onvoid.webrtc.RTCPeerConnectionState;
import io.sightline.pipeline.FramePipeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What happened to one session with a peer, in the words that its client reads. Safe for use by
 * several threads.
 */
final class SessionUpdates {
  static final int MAX = 16;
  private static final int TEXT_MAX = 200;

  private final StatusUpdates latest = new StatusUpdates(MAX, TEXT_MAX);

  /** The oldest first. */
  List<StatusUpdate> all() {
    return latest.all();
  }

  /** Answers whether that is a change. */
  boolean state(SessionState before, SessionState now) {
    if (before == now) {
      return false;
    }
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("previous_state", before.wireName());
    payload.put("new_state", now.wireName());
    latest.add(Severity.INFO, "SESSION_STATE_UPDATE", payload, "session");
    return true;
  }

  /** Writes down each state of a peer connection, then hands it on. */
  Consumer<RTCPeerConnectionState> connection(Consumer<RTCPeerConnectionState> next) {
    return state -> {
      boolean cut =
          state == RTCPeerConnectionState.DISCONNECTED || state == RTCPeerConnectionState.FAILED;
      latest.add(
          cut ? Severity.WARNING : Severity.INFO,
          "CONNECTION_STATE_UPDATE",
          Map.of("new_state", state.name().toLowerCase(Locale.ROOT)),
          "peer_connection");
      next.accept(state);
    };
  }

  /** What the client is told of is written down where it is a refusal or the end. */
  void told(SessionEvent event) {
    if (event instanceof SessionEvent.Refused refused) {
      refused(refused.problem());
    } else if (event instanceof SessionEvent.Ended end) {
      ended(end.reason(), end.message());
    }
  }

  /** Lets a pipeline, where there is one, write its log, and writes down what failed there. */
  void observe(FramePipeline pipeline) {
    if (pipeline != null) {
      pipeline.report();
      frameError(pipeline.snapshot().lastError());
    }
  }

  private void refused(SessionException problem) {
    latest.add(
        Severity.WARNING,
        "REQUEST_REFUSED",
        error(problem.errorType(), problem.getMessage()),
        "client");
  }

  private void ended(EndReason reason, String message) {
    Severity severity = reason == EndReason.ERROR ? Severity.ERROR : Severity.INFO;
    latest.add(severity, "SESSION_ENDED", ending(reason, message), "session");
  }

  /**
   * What was wrong with a frame; the same again is not told again, because it may be with each.
   *
   * @param message null where nothing was
   */
  void frameError(String message) {
    if (message != null) {
      latest.inferenceError(message, Map.of("error_message", message));
    }
  }

  private static Map<String, Object> ending(EndReason reason, String message) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("reason", reason.wireName());
    payload.put("message", message);
    return payload;
  }

  private static Map<String, Object> error(String type, String message) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("error_type", type);
    payload.put("error_message", message);
    return payload;
  }
}

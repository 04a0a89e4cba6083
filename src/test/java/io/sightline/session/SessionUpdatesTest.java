package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onvoid.webrtc.RTCPeerConnectionState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionUpdatesTest {
  private final SessionUpdates updates = new SessionUpdates();

  @Test
  @DisplayName("S-20: severity, event, payload and context of what happened, the oldest first")
  void tellsWhatHappened() {
    updates.state(SessionState.NEW, SessionState.CONNECTING);
    updates.connection(state -> {}).accept(RTCPeerConnectionState.DISCONNECTED);
    updates.told(new SessionEvent.Refused(new OfferRejected("no SDP"), false));
    updates.frameError("step a failed");
    updates.told(new SessionEvent.Ended(EndReason.ERROR, "cut off"));
    updates.told(new SessionEvent.Ended(EndReason.CLIENT, "left"));
    List<StatusUpdate> all = updates.all();
    assertEquals(
        List.of(20, 30, 30, 40, 40, 20),
        all.stream().map(update -> update.severity().level()).toList());
    assertEquals(
        List.of(
            "SESSION_STATE_UPDATE",
            "CONNECTION_STATE_UPDATE",
            "REQUEST_REFUSED",
            "INFERENCE_ERROR",
            "SESSION_ENDED",
            "SESSION_ENDED"),
        all.stream().map(StatusUpdate::eventType).toList());
    assertEquals(Map.of("previous_state", "new", "new_state", "connecting"), all.get(0).payload());
    assertEquals(
        Map.of("error_type", "InvalidOffer", "error_message", "no SDP"), all.get(2).payload());
    assertEquals("inference_pipeline", all.get(3).context());
    assertEquals(Map.of("reason", "error", "message", "cut off"), all.get(4).payload());
  }

  @Test
  @DisplayName("S-20: an error that comes with every frame is told once, and texts are bounded")
  void staysSmall() {
    for (int i = 0; i < 100; i++) {
      updates.frameError("the same");
      updates.frameError(null);
    }
    assertEquals(1, updates.all().size());
    for (int i = 0; i < 100; i++) {
      updates.frameError(i + "x".repeat(10_000));
    }
    List<StatusUpdate> all = updates.all();
    assertEquals(SessionUpdates.MAX, all.size());
    String last = (String) all.get(all.size() - 1).payload().get("error_message");
    assertTrue(last.startsWith("99xxx") && last.length() <= 201, last);
  }
}

package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onvoid.webrtc.RTCPeerConnectionState;
import io.sightline.camera.MjpegCamera;
import io.sightline.camera.RtspCamera;
import io.sightline.peer.Film;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a session of which one end stops in mid-stream, although nobody says so. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CutSessionTest {
  @Test
  @DisplayName("S-9: a camera that just stops sending, its connection as it was")
  void endsWhenNoFrameComesAnyMore() throws Exception {
    try (PlainEnvironment environment = environment("SIGHTLINE_SESSION_IDLE_TIMEOUT", "3")) {
      Session session = environment.session();
      try (ConnectedPeer client = client(session, ConnectedPeer.echo(), sdp -> sdp)) {
        running(client);
        client.peer().freeze();
        client.peer().results().clear();
        SessionEvent.Ended ended = ended(session, client);
        assertEquals(EndReason.IDLE, ended.reason());
        assertEquals("no frame and no message for 3 s", ended.message());
        assertEquals(
            List.of("connecting", "running", "closing"),
            states(session),
            "it was running until then");
        assertTrue(saidTheEnd(client), "the message of the end");
      }
    }
  }

  @Test
  @DisplayName("S-9: a signaling socket that is lost: media go on, for the time of grace")
  void endsWithoutItsSocket() throws Exception {
    try (PlainEnvironment environment = environment("SIGHTLINE_SESSION_SOCKET_GRACE", "3")) {
      Session session = environment.session();
      try (ConnectedPeer client = client(session, ConnectedPeer.echo(), sdp -> sdp)) {
        running(client);
        session.socketLost();
        long processed = session.snapshot().frames().processed();
        client.peer().pictures().clear();
        while (session.snapshot().frames().processed() < processed + 10) {
          TimeUnit.MILLISECONDS.sleep(10);
        }
        assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS), "pictures go on");
        assertEquals(SessionState.RUNNING, session.snapshot().state());
        awaitEnd(session);
        List<StatusUpdate> updates = session.snapshot().updates();
        Map<String, Object> last = updates.get(updates.size() - 1).payload();
        assertEquals(
            Map.of("reason", "error", "message", "signaling socket lost for 3 s"),
            updates.stream()
                .filter(update -> update.eventType().equals("SESSION_ENDED"))
                .findFirst()
                .orElseThrow()
                .payload(),
            last::toString);
        assertTrue(saidTheEnd(client), "the message of the end");
      }
    }
  }

  @Test
  @DisplayName("S-13: a captured camera that falls silent on an open connection")
  void endsWithACameraThatFallsSilent() throws Exception {
    Map<String, String> impatient =
        Map.of(
            "SIGHTLINE_MEDIA_SOURCES_HOSTS", "127.0.0.1",
            "SIGHTLINE_MEDIA_SOURCES_READ_TIMEOUT", "1",
            "SIGHTLINE_MEDIA_SOURCES_RETRIES", "2",
            "SIGHTLINE_MEDIA_SOURCES_RETRY_DELAY", "0.1");
    RtspCamera.Manner manner = new RtspCamera.Manner(1, false, true, null, null);
    try (PlainEnvironment environment = new PlainEnvironment(impatient);
        RtspCamera camera = new RtspCamera(RtspCamera.Film.H264, manner)) {
      Session session = environment.session();
      try (ConnectedPeer client = captured(session, camera.url(), null)) {
        client.connect();
        assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS));
        SessionEvent.Ended ended = client.await(SessionEvent.Ended.class, e -> true);
        assertEquals(EndReason.SOURCE_ENDED, ended.reason());
        assertEquals(
            "rtsp://127.0.0.1:%d/…: the source has sent no video for 1 s (3 attempts)"
                .formatted(camera.port()),
            ended.message());
        session.closed().toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertEquals(0, camera.connections());
      }
    }
  }

  @Test
  @DisplayName("S-13: a captured camera that is killed in mid-picture")
  void endsWithACameraThatIsKilled() throws Exception {
    Map<String, String> impatient =
        Map.of(
            "SIGHTLINE_MEDIA_SOURCES_HOSTS", "127.0.0.1",
            "SIGHTLINE_MEDIA_SOURCES_RETRIES", "2",
            "SIGHTLINE_MEDIA_SOURCES_RETRY_DELAY", "0.1");
    MjpegCamera camera = new MjpegCamera(MjpegCamera.walking(), MjpegCamera.Manner.ENDLESS);
    try (PlainEnvironment environment = new PlainEnvironment(impatient)) {
      Session session = environment.session();
      try (ConnectedPeer client = captured(session, null, camera.url())) {
        client.connect();
        assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS));
        camera.close();
        SessionEvent.Ended ended = client.await(SessionEvent.Ended.class, e -> true);
        assertEquals(EndReason.SOURCE_ENDED, ended.reason());
        assertEquals(
            "http://127.0.0.1:%d/…: Connection refused (3 attempts)".formatted(camera.port()),
            ended.message());
      }
    }
  }

  private static void running(ConnectedPeer client) throws Exception {
    client.connect();
    client.awaitState(SessionState.RUNNING);
    assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS), "a picture comes");
  }

  private static PlainEnvironment environment(String name, String value) {
    return new PlainEnvironment(new HashMap<>(Map.of(name, value)));
  }

  private static ConnectedPeer client(
      Session session, OfferOptions options, UnaryOperator<String> edit) {
    return new ConnectedPeer(session, Film.small(), options, edit);
  }

  private static ConnectedPeer captured(Session session, String rtsp, String mjpeg) {
    return client(
        session,
        ConnectedPeer.captured(rtsp, mjpeg, true),
        sdp -> sdp.replace("a=sendrecv", "a=recvonly"));
  }

  private static SessionEvent.Ended ended(Session session, ConnectedPeer client) throws Exception {
    while (session.expiry().isEmpty()) {
      assertEquals(RTCPeerConnectionState.CONNECTED, client.peer().state());
      TimeUnit.MILLISECONDS.sleep(50);
    }
    awaitEnd(session);
    return client.await(SessionEvent.Ended.class, e -> true);
  }

  /** What the housekeeper does, until the session is over. */
  private static void awaitEnd(Session session) throws Exception {
    while (!session.closed().toCompletableFuture().isDone()) {
      session.expiry().ifPresent(e -> session.end(e.reason(), e.message()));
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static boolean saidTheEnd(ConnectedPeer client) throws Exception {
    String result = client.peer().results().poll(20, TimeUnit.SECONDS);
    while (result != null && !result.contains("\"processing_complete\":true")) {
      result = client.peer().results().poll(20, TimeUnit.SECONDS);
    }
    return result != null;
  }

  private static List<String> states(Session session) {
    return session.snapshot().updates().stream()
        .filter(update -> update.eventType().equals("SESSION_STATE_UPDATE"))
        .map(update -> (String) update.payload().get("new_state"))
        .toList();
  }
}

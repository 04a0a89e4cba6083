package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightline.camera.MjpegCamera;
import io.sightline.camera.RtspCamera;
import io.sightline.peer.Film;
import io.sightline.peer.Picture;
import io.sightline.peer.TestPeer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cameras that the server captures itself, on a real server that permits this machine's. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class CapturedSourceIT {
  private static SightlineServer server;

  @BeforeAll
  static void start() {
    server =
        SightlineServer.start(
            Map.of(
                "sightline.media.sources.hosts", "127.0.0.1",
                "sightline.media.sources.retries", "1",
                "sightline.media.sources.retry.delay", "0.1"));
  }

  @AfterAll
  static void stop() {
    server.close();
    assertFalse(server.logText().contains("s3cret"), "no password in the log");
  }

  @Test
  void findsThePersonThatACameraShows() throws Exception {
    try (MjpegCamera camera = new MjpegCamera(MjpegCamera.walking(), MjpegCamera.Manner.ENDLESS);
        TestPeer peer = new TestPeer(Film.small());
        SignalingClient client = SignalingClient.connect(server)) {
      client.offer(
          peer,
          "\"data_output\":[\"*\"],\"data_format\":\"text\",\"mjpeg_url\":\""
              + camera.url()
              + "\"");
      client.answer(peer);
      Picture picture = peer.pictures().poll(30, TimeUnit.SECONDS);
      assertNotNull(picture, "a picture comes");
      assertEquals(640, picture.width());
      String result = "";
      while (!result.contains("\"person\"")) {
        result = peer.results().poll(30, TimeUnit.SECONDS);
        assertNotNull(result, "a person is found");
      }
      client.leave();
      while (camera.connections() > 0) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  @Test
  void endsWithTheSourceAndTellsNoSecret() throws Exception {
    RtspCamera.Manner manner = new RtspCamera.Manner(2, true, null, "operator:s3cret");
    try (RtspCamera camera = new RtspCamera(RtspCamera.Film.H264, manner);
        TestPeer peer = new TestPeer(Film.small());
        SignalingClient client = SignalingClient.connect(server)) {
      client.offer(peer, SignalingIT.ECHO + ",\"rtsp_url\":\"" + camera.url() + "\"");
      String answer = client.answer(peer).get("sdp").asText();
      assertTrue(answer.contains("a=sendonly"), answer);
      JsonNode end = client.awaitType("terminated");
      assertEquals("source_ended", end.get("reason").asText());
      assertEquals(
          "the source rtsp://127.0.0.1:%d/… has ended".formatted(camera.port()),
          end.get("message").asText());
      Picture picture = peer.pictures().poll();
      assertNotNull(picture, "pictures came");
      assertEquals(320, picture.width());
      assertEquals(1000, client.awaitClose());
    }
  }

  @Test
  void refusesWhatIsNotListedOrIsNoAddress() throws Exception {
    refused("rtsp://operator:s3cret@10.1.2.3/1", "SourceNotAllowed", "rtsp://10.1.2.3/…");
    refused("rtsp://169.254.169.254/latest", "SourceNotAllowed", "sources.hosts");
    refused("file:///etc/passwd", "WebRTCConfigurationError", "must look like");
    refused("http://127.0.0.1/", "WebRTCConfigurationError", "must begin with one of");
  }

  private static void refused(String url, String errorType, String part) throws Exception {
    try (TestPeer peer = new TestPeer(Film.small());
        SignalingClient client = SignalingClient.connect(server)) {
      client.offer(peer, SignalingIT.ECHO + ",\"rtsp_url\":\"" + url + "\"");
      JsonNode error = client.awaitError(errorType);
      String message = error.get("message").asText();
      assertTrue(message.contains(part), message);
      assertFalse(message.contains("s3cret"), message);
      assertTrue(error.get("fatal").asBoolean());
    }
  }
}

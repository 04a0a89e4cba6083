package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.camera.MjpegCamera;
import io.sightline.camera.RtspCamera;
import io.sightline.peer.Film;
import io.sightline.peer.Picture;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions whose video the server captures itself, from cameras on the loopback network. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CapturedSessionTest {
  private static final UnaryOperator<String> RECEIVES =
      sdp -> sdp.replace("a=sendrecv", "a=recvonly");

  private static PlainEnvironment environment;

  @BeforeAll
  static void open() {
    environment =
        new PlainEnvironment(
            Map.of(
                "SIGHTLINE_MEDIA_SOURCES_HOSTS", "127.0.0.1",
                "SIGHTLINE_MEDIA_SOURCES_RETRIES", "1",
                "SIGHTLINE_MEDIA_SOURCES_RETRY_DELAY", "0.1"));
  }

  @AfterAll
  static void close() {
    environment.close();
  }

  @Test
  @DisplayName("S-13: a client that only receives sees the camera, until the camera ends")
  void showsACameraToAClientThatOnlyReceives() throws Exception {
    Session session = environment.session();
    RtspCamera.Manner manner = new RtspCamera.Manner(3, true, null, "operator:s3cret");
    try (RtspCamera camera = new RtspCamera(RtspCamera.Film.H264, manner);
        ConnectedPeer client = captured(session, camera.url(), null, true)) {
      String answer = client.connect().sdp();
      assertTrue(answer.contains("a=sendonly"), answer);
      Picture picture = client.peer().pictures().poll(20, TimeUnit.SECONDS);
      assertNotNull(picture, "a picture comes");
      assertEquals(320, picture.width());
      assertEquals(240, picture.height());
      SessionEvent.Ended ended = client.await(SessionEvent.Ended.class, e -> true);
      assertEquals(EndReason.SOURCE_ENDED, ended.reason());
      assertFalse(ended.message().contains("s3cret"), ended.message());
      assertFalse(ended.message().contains("film"), ended.message());
      SessionSnapshot.Frames frames = session.snapshot().frames();
      assertEquals(72, frames.received());
      assertEquals(15.0, session.snapshot().measuredFps(), 0.2);
      session.closed().toCompletableFuture().get(20, TimeUnit.SECONDS);
      assertEquals(0, camera.connections());
    }
  }

  @Test
  @DisplayName("S-13: in every-frame mode every picture of the camera is processed")
  void processesEveryPictureOfACamera() throws Exception {
    Session session = environment.session();
    MjpegCamera.Manner manner = new MjpegCamera.Manner(true, 60, true, null, null);
    try (MjpegCamera camera = new MjpegCamera(MjpegCamera.walking(), manner);
        ConnectedPeer client = captured(session, null, camera.url(), false)) {
      client.connect();
      assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS));
      client.await(SessionEvent.Ended.class, e -> e.reason() == EndReason.SOURCE_ENDED);
      session.closed().toCompletableFuture().get(20, TimeUnit.SECONDS);
      SessionSnapshot.Frames frames = session.snapshot().frames();
      assertEquals(60, frames.received());
      assertTrue(frames.processed() >= 50, frames::toString);
    }
  }

  @Test
  void endsTheCaptureWithTheSession() throws Exception {
    Session session = environment.session();
    try (RtspCamera camera = new RtspCamera(RtspCamera.Film.JPEG, RtspCamera.Manner.ENDLESS);
        ConnectedPeer client = captured(session, camera.url(), null, false)) {
      client.connect();
      assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS));
      assertEquals(1, camera.connections());
      session.end(EndReason.CLIENT, "done").toCompletableFuture().get(20, TimeUnit.SECONDS);
      while (camera.connections() > 0) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  @Test
  @DisplayName("S-20: decoding counts as processor time, also while no frame is worked on")
  void countsTheTimeOfDecoding() throws Exception {
    Session session = environment.session();
    try (RtspCamera camera = new RtspCamera(RtspCamera.Film.H264, RtspCamera.Manner.ENDLESS);
        ConnectedPeer client = captured(session, camera.url(), null, true)) {
      client.connect();
      client.awaitState(SessionState.RUNNING);
      session.pause();
      client.awaitState(SessionState.PAUSED);
      long received = session.snapshot().frames().received();
      double before = session.snapshot().resources().cpuSeconds();
      while (session.snapshot().frames().received() < received + 5) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      assertTrue(session.snapshot().resources().cpuSeconds() > before);
      session.end(EndReason.CLIENT, "done").toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  @DisplayName("S-13: a camera that cannot be opened is an error, not an end")
  void tellsOfACameraThatCannotBeOpened() throws Exception {
    RtspCamera camera = new RtspCamera(RtspCamera.Film.H264, RtspCamera.Manner.ENDLESS);
    camera.close();
    Session session = environment.session();
    try (ConnectedPeer client = captured(session, camera.url(), null, true)) {
      client.connect();
      SessionEvent.Ended ended = client.await(SessionEvent.Ended.class, e -> true);
      assertEquals(EndReason.ERROR, ended.reason());
      assertEquals(
          "rtsp://127.0.0.1:%d/…: Connection refused (2 attempts)".formatted(camera.port()),
          ended.message());
      session.closed().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  @DisplayName("S-13: what the administrator does not list is refused with the setting's name")
  void refusesASourceThatIsNotListed() throws Exception {
    Session session = environment.session();
    try (ConnectedPeer client = captured(session, "rtsp://u:s3cret@10.0.0.1/x", null, true)) {
      SessionEvent.Refused refused =
          client.await(SessionEvent.Refused.class, SessionEvent.Refused::fatal);
      assertEquals("SourceNotAllowed", refused.problem().errorType());
      String message = refused.problem().getMessage();
      assertTrue(message.contains("sightline.media.sources.hosts"), message);
      assertFalse(message.contains("s3cret"), message);
      session.closed().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  private static ConnectedPeer captured(
      Session session, String rtsp, String mjpeg, boolean realtime) {
    return new ConnectedPeer(
        session, Film.small(), ConnectedPeer.captured(rtsp, mjpeg, realtime), RECEIVES);
  }
}

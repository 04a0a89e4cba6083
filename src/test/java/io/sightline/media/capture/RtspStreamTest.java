package io.sightline.media.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.camera.RtspCamera;
import io.sightline.camera.RtspCamera.Film;
import io.sightline.camera.RtspCamera.Manner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RtspStreamTest {
  @ParameterizedTest
  @EnumSource(Film.class)
  @DisplayName("MC-9: every picture of a film, in its colours and at its times, then its end")
  void playsAFilmToItsEnd(Film film) throws IOException {
    try (RtspCamera camera = new RtspCamera(film, new Manner(1, true, null, null));
        VideoStream stream = Sources.local().rtsp(camera.url()).stream();
        PictureConverter converter = new PictureConverter()) {
      stream.open();
      List<Long> times = new ArrayList<>();
      for (DecodedPicture p = stream.next(); p != null; p = stream.next()) {
        times.add(p.pts());
        assertColours(converter, p);
        p.close();
      }
      assertEquals(24, times.size(), times::toString);
      for (int i = 0; i < times.size(); i++) {
        assertEquals(6000L * i, times.get(i) - times.get(0), 3, "time of picture " + i);
      }
    }
  }

  @Test
  @DisplayName("MC-5: a digest proves the credentials, which never leave as they are")
  void provesCredentialsByDigest() throws IOException {
    Manner manner = new Manner(-1, false, null, "operator:s3cret");
    try (RtspCamera camera = new RtspCamera(Film.H264, manner);
        VideoStream stream = Sources.local().rtsp(camera.url()).stream()) {
      stream.open();
      try (DecodedPicture picture = stream.next()) {
        assertNotNull(picture);
      }
      assertTrue(camera.requests().stream().noneMatch(r -> r.contains("s3cret")));
      assertTrue(camera.requests().stream().anyMatch(r -> r.contains("operator")));
    }
  }

  @Test
  void refusesWrongCredentialsForGood() {
    Manner manner = new Manner(-1, false, null, "operator:s3cret");
    try (RtspCamera camera = new RtspCamera(Film.H264, manner);
        VideoStream stream =
            Sources.local().rtsp(camera.url().replace("s3cret", "guess")).stream()) {
      CaptureException e = assertThrows(CaptureException.class, stream::open);
      assertEquals(
          "rtsp://127.0.0.1:%d/…: credentials are missing or wrong (status 401)"
              .formatted(camera.port()),
          e.getMessage());
    }
  }

  @Test
  @DisplayName("MC-3: redirects are refused, and nothing is opened there")
  void refusesRedirects() {
    try (RtspCamera other = new RtspCamera(Film.H264, Manner.ENDLESS);
        RtspCamera camera = new RtspCamera(Film.H264, new Manner(-1, false, other.url(), null));
        VideoStream stream = Sources.local().rtsp(camera.url()).stream()) {
      CaptureException e = assertThrows(CaptureException.class, stream::open);
      assertTrue(e.getMessage().contains("redirects are not followed"), e.getMessage());
      assertEquals(List.of(), other.requests());
    }
  }

  @Test
  @DisplayName("the server's session is kept alive, on the same connection")
  void keepsTheSessionAlive() throws IOException {
    try (RtspCamera camera = new RtspCamera(Film.H264, Manner.ENDLESS);
        VideoStream stream = Sources.local().rtsp(camera.url()).stream()) {
      stream.open();
      while (camera.requests().stream().noneMatch(r -> r.startsWith("OPTIONS"))) {
        stream.next().close();
      }
      stream.next().close();
      assertEquals(1, camera.connections());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rtsp", "rtsps"})
  @DisplayName("MC-6: a source that takes the connection and says nothing is called silent")
  void tellsThatASourceIsSilent(String scheme) throws IOException {
    SourcePolicy impatient =
        new SourcePolicy(Sources.settings(Map.of("SIGHTLINE_MEDIA_SOURCES_READ_TIMEOUT", "0.5")));
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        VideoStream stream =
            impatient.rtsp(scheme + "://127.0.0.1:" + mute.getLocalPort() + "/").stream()) {
      IOException e = assertThrows(IOException.class, stream::open);
      assertEquals("the source has sent nothing for 0.5 s", e.getMessage());
    }
  }

  @Test
  @DisplayName("MC-6: whoever waits for a picture is let go")
  void isInterruptedWhileItWaits() throws Exception {
    try (RtspCamera camera = new RtspCamera(Film.JPEG, Manner.ENDLESS);
        VideoStream stream = Sources.local().rtsp(camera.url()).stream()) {
      stream.open();
      stream.next().close();
      stream.interrupt();
      assertThrows(
          IOException.class,
          () -> {
            while (true) {
              DecodedPicture picture = stream.next();
              assertNotNull(picture);
              picture.close();
            }
          });
    }
  }

  private static void assertColours(PictureConverter converter, DecodedPicture picture) {
    try (Mat pixels = new Mat(picture.height(), picture.width(), opencv_core.CV_8UC3)) {
      converter.toBgr(picture, pixels);
      assertEquals(320, pixels.cols());
      assertEquals(240, pixels.rows());
      byte[] left = pixel(pixels, 80, 120);
      byte[] right = pixel(pixels, 240, 120);
      assertTrue(red(left) > 200 && blue(left) < 50, "left " + red(left) + " " + blue(left));
      assertTrue(red(right) < 50 && blue(right) > 200, "right " + red(right) + " " + blue(right));
    }
  }

  private static byte[] pixel(Mat pixels, int x, int y) {
    byte[] bgr = new byte[3];
    pixels.ptr(y, x).get(bgr);
    return bgr;
  }

  private static int blue(byte[] bgr) {
    return bgr[0] & 0xFF;
  }

  private static int red(byte[] bgr) {
    return bgr[2] & 0xFF;
  }
}

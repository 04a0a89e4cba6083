package io.sightline.media.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.camera.MjpegCamera;
import io.sightline.camera.MjpegCamera.Manner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MjpegStreamTest {
  private static final List<byte[]> FILM = MjpegCamera.walking();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("MC-9: pictures with and without a length, then the end that the last boundary says")
  void playsToTheLastBoundary(boolean lengths) throws IOException {
    try (MjpegCamera camera = new MjpegCamera(FILM, new Manner(lengths, 5, true, null, null));
        VideoStream stream = Sources.local().mjpeg(camera.url()).stream()) {
      stream.open();
      long before = -1;
      for (int i = 0; i < 5; i++) {
        try (DecodedPicture picture = stream.next()) {
          assertEquals(640, picture.width());
          assertEquals(480, picture.height());
          assertTrue(picture.pts() > before, "times grow");
          before = picture.pts();
        }
      }
      assertNull(stream.next());
      String request = camera.requests().get(0);
      assertTrue(request.startsWith("GET /video?stream=1 HTTP/1.0\nHost: 127.0.0.1:"), request);
    }
  }

  @Test
  @DisplayName("MC-9: a server that knows no answer but one in chunks")
  void joinsChunks() throws IOException {
    Manner manner =
        new Manner(
            true,
            0,
            false,
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
                + "Content-Type: multipart/x-mixed-replace;boundary=picture\r\n\r\n"
                + inChunks("--picture\r\n\r\n" + latin(FILM.get(0)) + "\r\n--picture--\r\n"),
            null);
    try (MjpegCamera camera = new MjpegCamera(FILM, manner);
        VideoStream stream = Sources.local().mjpeg(camera.url()).stream()) {
      stream.open();
      try (DecodedPicture picture = stream.next()) {
        assertEquals(640, picture.width());
      }
      assertNull(stream.next());
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String inChunks(String text) {
    StringBuilder chunks = new StringBuilder();
    for (int i = 0; i < text.length(); i += 1000) {
      String part = text.substring(i, Math.min(text.length(), i + 1000));
      chunks.append(Integer.toHexString(part.length())).append("\r\n").append(part).append("\r\n");
    }
    return chunks.append("0").toString();
  }

  @Test
  void aBrokenConnectionIsNoEnd() throws IOException {
    try (MjpegCamera camera = new MjpegCamera(FILM, new Manner(true, 1, false, null, null));
        VideoStream stream = Sources.local().mjpeg(camera.url()).stream()) {
      stream.open();
      stream.next().close();
      assertThrows(IOException.class, stream::next);
    }
  }

  @Test
  void givesCredentialsWhenAsked() throws IOException {
    Manner manner = new Manner(true, -1, false, null, "Basic YTpiIGM=");
    try (MjpegCamera camera = new MjpegCamera(FILM, manner);
        VideoStream stream =
            Sources.local().mjpeg(camera.url().replace("//", "//a:b%20c@")).stream()) {
      stream.open();
      try (DecodedPicture picture = stream.next()) {
        assertNotNull(picture);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0 302 Found\r\nLocation: http://127.0.0.1/",
        "HTTP/1.0 404 No",
        "HTTP/1.0 200 OK\r\nContent-Type: text/html",
        "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip",
      })
  @DisplayName("MC-3, MC-8: an answer that would not change is final")
  void refusesOtherAnswersForGood(String answer) {
    try (MjpegCamera camera = new MjpegCamera(FILM, new Manner(true, 0, false, answer, null));
        VideoStream stream = Sources.local().mjpeg(camera.url()).stream()) {
      assertThrows(CaptureException.class, stream::open);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH",
        "HTTP/1.0 503 Busy",
        "HTTP/1.0 200 OK\r\nnonsense",
      })
  void mayTryAgainAfterOthers(String answer) {
    try (MjpegCamera camera = new MjpegCamera(FILM, new Manner(true, 0, false, answer, null));
        VideoStream stream = Sources.local().mjpeg(camera.url()).stream()) {
      assertThrows(IOException.class, stream::open);
    }
  }

  @Test
  @DisplayName("MC-7: a picture of more pixels than the setting allows is not decoded")
  void refusesTooManyPixels() throws Exception {
    SourcePolicy small =
        new SourcePolicy(Sources.settings(Map.of("SIGHTLINE_MEDIA_FRAME_MAX_PIXELS", "100000")));
    try (MjpegCamera camera = new MjpegCamera(FILM, new Manner(true, 10, true, null, null));
        VideoStream stream = small.mjpeg(camera.url()).stream()) {
      stream.open();
      assertNull(stream.next());
    }
  }
}

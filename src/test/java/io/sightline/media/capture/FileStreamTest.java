package io.sightline.media.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.media.InboundFrame;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.VideoMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The clip has 30 pictures of 160x120 at 10 a second, coded with B-frames: red on the left, blue on
 * the right, to be turned clockwise by 90 degrees.
 */
class FileStreamTest {
  private static final Settings SETTINGS = new ReferenceFile(Map.of()).settings();

  @TempDir private Path folder;

  @Test
  void showsEveryPictureInTheOrderOfItsTime() throws IOException {
    VideoFile file = new VideoFile(SETTINGS, clip(), false);
    List<Long> times = new ArrayList<>();
    try (VideoStream stream = file.stream()) {
      stream.open();
      assertEquals(10.0, file.rate());
      for (DecodedPicture p = stream.next(); p != null; p = stream.next()) {
        times.add(p.pts());
        assertEquals(90, p.rotation());
        p.close();
      }
    }
    assertArrayEquals(
        LongStream.range(0, 30).map(i -> i * 9000).toArray(),
        times.stream().mapToLong(Long::longValue).toArray());
  }

  @Test
  void standsPicturesUprightThatTheFileTurns() throws IOException {
    try (VideoStream stream = new VideoFile(SETTINGS, clip(), false).stream();
        ImagePool pool = new ImagePool(2);
        PictureConverter converter = new PictureConverter()) {
      stream.open();
      InboundFrame frame = new InboundFrame(stream.next(), converter);
      assertEquals(120, frame.width());
      assertEquals(160, frame.height());
      Image image = frame.toImage(pool, "image", VideoMetadata.unknown("v"));
      frame.release();
      assertEquals(120, image.width());
      try (UByteIndexer pixels = image.pixels().createIndexer()) {
        assertTrue(pixels.get(20, 60, 2) > 200 && pixels.get(20, 60, 0) < 60, "red above");
        assertTrue(pixels.get(140, 60, 0) > 200 && pixels.get(140, 60, 2) < 60, "blue below");
      }
      image.release();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 1, 0",
    "0, 1, -1, 0, 90",
    "-1, 0, 0, -1, 180",
    "0, -1, 1, 0, 270",
    "0.7071, 0.7071, -0.7071, 0.7071, 0",
    "0.9999, 0.0087, -0.0087, 0.9999, 0",
    "0, 0, 0, 0, 0"
  })
  @DisplayName("MC-12: quarters of a turn as the file says, nothing else")
  void turnsByQuartersOnly(double a, double b, double c, double d, int expected)
      throws IOException {
    byte[] film = Files.readAllBytes(clip());
    int box = new String(film, StandardCharsets.ISO_8859_1).indexOf("tkhd");
    ByteBuffer matrix = ByteBuffer.wrap(film);
    matrix.putInt(box + 44, fixed(a)).putInt(box + 48, fixed(b));
    matrix.putInt(box + 56, fixed(c)).putInt(box + 60, fixed(d));
    Path file = folder.resolve("turned.mp4");
    Files.write(file, film);
    try (VideoStream stream = new VideoFile(SETTINGS, file, false).stream()) {
      stream.open();
      try (DecodedPicture picture = stream.next()) {
        assertEquals(expected, picture.rotation());
      }
    }
  }

  /** 16.16, as the matrix of a track has it (ISO 14496-12, 8.3.2). */
  private static int fixed(double value) {
    return (int) Math.round(value * 65536);
  }

  @Test
  @DisplayName("MC-11: pictures of more pixels than allowed are refused before one is decoded")
  void refusesPicturesThatAreTooLarge() throws IOException {
    Settings small =
        new ReferenceFile(Map.of("SIGHTLINE_MEDIA_FRAME_MAX_PIXELS", "10000")).settings();
    try (VideoStream stream = new VideoFile(small, clip(), false).stream()) {
      CaptureException refused = assertThrows(CaptureException.class, stream::open);
      assertEquals(
          "its pictures have 160x120 pixels, more than the 10000 of"
              + " sightline.media.frame.max.pixels",
          refused.getMessage());
    }
  }

  @Test
  void showsWhatATruncatedFileHasAndRefusesGarbage() throws IOException {
    byte[] whole = Files.readAllBytes(clip());
    Random random = new Random(7);
    for (int cut = 0; cut < 40; cut++) {
      byte[] broken = whole.clone();
      for (int i = 0; i < cut; i++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      Path file = folder.resolve("broken" + cut);
      Files.write(file, broken);
      try (VideoStream stream = new VideoFile(SETTINGS, file, false).stream()) {
        stream.open();
        for (DecodedPicture p = stream.next(); p != null; p = stream.next()) {
          p.close();
        }
      } catch (IOException | CaptureException e) {
        assertTrue(e.getMessage() != null);
      }
    }
  }

  @Test
  @DisplayName("MC-11: what names other files or addresses is not opened")
  void opensNothingThatAFileNames() throws IOException {
    Files.copy(clip(), folder.resolve("secret.mp4"));
    for (String text :
        List.of(
            "ffconcat version 1.0\nfile secret.mp4\n",
            "#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nsecret.mp4\n#EXT-X-ENDLIST\n",
            "file secret.mp4\n",
            "")) {
      Path file = folder.resolve("list.mp4");
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      try (VideoStream stream = new VideoFile(SETTINGS, file, false).stream()) {
        CaptureException refused = assertThrows(CaptureException.class, stream::open);
        assertTrue(!refused.getMessage().contains(folder.toString()), refused.getMessage());
      }
    }
  }

  @Test
  void waitsForTheTimeOfAPictureUntilItIsInterrupted() throws Exception {
    try (VideoStream stream = new VideoFile(SETTINGS, clip(), true).stream()) {
      stream.open();
      long began = System.nanoTime();
      for (int i = 0; i < 4; i++) {
        stream.next().close();
      }
      assertTrue(System.nanoTime() - began > 200_000_000L, "three tenths of a second are waited");
      stream.interrupt();
      assertThrows(IOException.class, stream::next);
    }
  }

  private Path clip() throws IOException {
    Path file = folder.resolve("clip.mp4");
    if (!Files.exists(file)) {
      try (InputStream in = Image.class.getResourceAsStream("/io/sightline/video/turned.mp4")) {
        Files.copy(in, file);
      }
    }
    return file;
  }
}

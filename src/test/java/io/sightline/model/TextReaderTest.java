package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sightline.vision.Image;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TextReaderTest {
  private static TextReader reader;

  @BeforeAll
  static void load() {
    reader = TextModels.load(new ModelSettings("", 1, 1, 0, null, 1 << 30));
  }

  @AfterAll
  static void close() {
    reader.close();
    assertThrows(
        ModelClosedException.class, () -> reader.read(picture(64, 64), true, true, nanos -> {}));
  }

  private static Image picture(int width, int height, String... lines) {
    try (Scalar white = Scalar.all(255);
        Scalar black = Scalar.all(0)) {
      Mat pixels = new Mat(height, width, opencv_core.CV_8UC3, white);
      for (int i = 0; i < lines.length; i++) {
        try (Point at = new Point(40, 90 + 80 * i)) {
          opencv_imgproc.putText(
              pixels,
              lines[i],
              at,
              opencv_imgproc.FONT_HERSHEY_SIMPLEX,
              1.6,
              black,
              3,
              opencv_imgproc.LINE_AA,
              false);
        }
      }
      return Image.frame(pixels, null, "image", null);
    }
  }

  @Test
  void readsWhatIsWritten() {
    LongAdder nanos = new LongAdder();
    Image image = picture(640, 300, "EXIT 24", "Hello world");
    PictureText found = reader.read(image, true, true, nanos::add);
    assertEquals("EXIT 24\nHello world", found.text());
    assertEquals("EXIT24Helloworld", String.join("", texts(found)).replace(" ", ""));
    assertTrue(found.lines().get(0).box().y1() < 90 && found.lines().get(0).box().y2() > 90);
    assertTrue(nanos.sum() > 0);
    image.release();
  }

  @Test
  void findsWithoutReadingAndReadsWithoutFinding() {
    Image image = picture(640, 160, "Hello world");
    assertEquals(Set.of(""), Set.copyOf(texts(reader.read(image, true, false, nanos -> {}))));
    PictureText line = reader.read(image, false, true, nanos -> {});
    assertEquals(List.of(), line.lines());
    assertTrue(line.text().startsWith("Hel"), line.text());
    image.release();
  }

  @Test
  void findsNothingOnAnEmptyPictureOfAnySize() {
    for (int[] size : new int[][] {{1, 1}, {640, 480}, {3000, 2}, {2, 3000}}) {
      Image image = picture(size[0], size[1]);
      assertEquals(new PictureText("", List.of()), reader.read(image, true, true, nanos -> {}));
      image.release();
    }
  }

  @Test
  void readsASignOnAPhotograph() throws IOException {
    Path file = Pictures.SHARED.resolve("media/scenetext01.jpg");
    assumeTrue(Files.exists(file), () -> file + " is not beside this checkout");
    Image image = Pictures.read(file);
    assertEquals(5, reader.read(image, true, true, nanos -> {}).lines().size());
    image.release();
  }

  @Test
  void leavesOutBlanksAndRepetitions() {
    float[][] columns = {{0, 1, 0, 0}, {0, 1, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}};
    FloatBuffer scores = FloatBuffer.allocate(20);
    for (float[] column : columns) {
      scores.put(column);
    }
    assertEquals("aab", Characters.of("a\nb").decode(scores.rewind(), 5, 4, new float[4]));
    assertEquals("aab", Characters.of("a\nb").decode(scores, 5, 4, new float[0]));
    assertThrows(ModelException.class, () -> Characters.of(null));
  }

  private static List<String> texts(PictureText text) {
    return text.lines().stream().map(TextLine::text).toList();
  }
}

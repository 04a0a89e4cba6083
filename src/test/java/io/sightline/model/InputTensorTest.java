package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DisplayName("N-5: preparation against plain loops")
class InputTensorTest {
  private static final List<Double> GAIN = List.of(1 / 255.0, 0.5, 2.0);
  private static final List<Double> OFFSET = List.of(0.0, -1.0, 7.0);

  /** A level of the resized picture may differ by one: OpenCV interpolates with whole numbers. */
  private static final double LEVELS = 1.01;

  @RepeatedTest(60)
  void writesWhatAPlainLoopComputes(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    InputSpec spec = spec(random, 1 + random.nextInt(70), 1 + random.nextInt(70));
    try (InputTensor input = new InputTensor(spec)) {
      for (int picture = 0; picture < 3; picture++) {
        int width = 1 + random.nextInt(150);
        int height = 1 + random.nextInt(150);
        check(spec, input, random, width, height, random.nextBoolean() ? 3 : 1);
      }
    }
  }

  @Test
  void takesTheSmallestAndTheLongestPictures() {
    Random random = new Random(1);
    for (InputSpec.Resize resize : List.of(InputSpec.Resize.STRETCH, InputSpec.Resize.LETTERBOX)) {
      InputSpec spec = new InputSpec(64, 48, resize, true, 114, GAIN, OFFSET);
      try (InputTensor input = new InputTensor(spec)) {
        check(spec, input, random, 1, 1, 3);
        check(spec, input, random, 1, 1, 1);
        check(spec, input, random, 40_000, 1, 3);
        check(spec, input, random, 1, 40_000, 3);
        check(spec, input, random, 64, 48, 3);
      }
    }
  }

  @Test
  void takesTheMiddleOfAPicture() {
    InputSpec spec =
        new InputSpec(
            20,
            10,
            InputSpec.Resize.CENTER_CROP,
            false,
            0,
            List.of(1.0, 1.0, 1.0),
            List.of(0.0, 0.0, 0.0));
    try (InputTensor input = new InputTensor(spec);
        Mat tall = Pictures.noise(20, 30, 3, 5).pixels();
        Mat line = Pictures.noise(40_000, 1, 3, 5).pixels()) {
      Placement placement = input.fill(tall);
      assertEquals(-10, placement.top());
      assertEquals(level(tall, 0, 10, 0), input.values().get(0));
      assertEquals(level(tall, 19, 19, 2), input.values().get(599));
      assertEquals(20, placement.pictureY(10));
      input.fill(line);
      assertEquals(level(line, 19_999, 0, 0), input.values().get(0), 40);
    }
  }

  @Test
  void takesAHugePicture() {
    InputSpec spec = new InputSpec(64, 48, InputSpec.Resize.LETTERBOX, true, 114, GAIN, OFFSET);
    try (InputTensor input = new InputTensor(spec);
        Mat huge = new Mat(9000, 12_000, opencv_core.CV_8UC3)) {
      Placement placement = input.fill(huge);
      assertEquals(64, placement.width());
      assertEquals(48, placement.height());
    }
  }

  @Test
  void readsAPartOfAPicture() {
    InputSpec spec =
        new InputSpec(
            20,
            10,
            InputSpec.Resize.STRETCH,
            false,
            0,
            List.of(1.0, 1.0, 1.0),
            List.of(0.0, 0.0, 0.0));
    try (InputTensor input = new InputTensor(spec);
        Mat whole = Pictures.noise(50, 40, 3, 5).pixels();
        Rect window = new Rect(7, 9, 20, 10);
        Mat part = new Mat(whole, window)) {
      input.fill(part);
      assertEquals(level(whole, 7, 9, 0), input.values().get(0));
      assertEquals(level(whole, 26, 18, 2), input.values().get(599));
    }
  }

  @Test
  void refusesWhatIsNoPicture() {
    InputSpec spec = spec(new Random(1), 32, 32);
    try (InputTensor input = new InputTensor(spec);
        Mat empty = new Mat();
        Mat four = new Mat(4, 4, opencv_core.CV_8UC4);
        Mat deep = new Mat(4, 4, opencv_core.CV_16UC3)) {
      assertThrows(ModelException.class, () -> input.fill(empty));
      assertThrows(ModelException.class, () -> input.fill(four));
      ModelException e = assertThrows(ModelException.class, () -> input.fill(deep));
      assertEquals(
          "a picture must have 8 bits and 1 or 3 channels, not 4x4, depth code 2, 3 channels",
          e.getMessage());
    }
  }

  private static InputSpec spec(Random random, int width, int height) {
    InputSpec.Resize resize =
        random.nextBoolean() ? InputSpec.Resize.LETTERBOX : InputSpec.Resize.STRETCH;
    return new InputSpec(width, height, resize, random.nextBoolean(), 114, GAIN, OFFSET);
  }

  private static void check(
      InputSpec spec, InputTensor input, Random random, int width, int height, int channels) {
    try (Mat picture = Pictures.noise(width, height, channels, random.nextLong()).pixels()) {
      Placement placement = input.fill(picture);
      boolean letterbox = spec.resize() == InputSpec.Resize.LETTERBOX;
      double scale = Math.min((double) spec.width() / width, (double) spec.height() / height);
      int contentWidth = letterbox ? Math.max(1, (int) (width * scale)) : spec.width();
      int contentHeight = letterbox ? Math.max(1, (int) (height * scale)) : spec.height();
      int left = (spec.width() - contentWidth) / 2;
      int top = (spec.height() - contentHeight) / 2;
      assertEquals(left, placement.left());
      assertEquals(top, placement.top());
      for (int c = 0; c < 3; c++) {
        int colour = channels == 1 ? 0 : spec.rgb() ? 2 - c : c;
        for (int y = 0; y < spec.height(); y++) {
          for (int x = 0; x < spec.width(); x++) {
            boolean inside =
                x >= left && x < left + contentWidth && y >= top && y < top + contentHeight;
            double level =
                inside
                    ? bilinear(picture, x - left, y - top, contentWidth, contentHeight, colour)
                    : 114;
            double got = input.values().get((c * spec.height() + y) * spec.width() + x);
            double gotLevel = (got - OFFSET.get(c)) / GAIN.get(c);
            assertTrue(
                Math.abs(level - gotLevel) < (inside ? LEVELS : 1e-3),
                () ->
                    "%s, picture %dx%d: %f, not %f"
                        .formatted(spec, width, height, gotLevel, level));
          }
        }
      }
    }
  }

  /** Between pixel centres, edges repeated: what resizing with two neighbours means. */
  private static double bilinear(Mat picture, int x, int y, int width, int height, int colour) {
    double sourceX = Math.max(0, (x + 0.5) * picture.cols() / width - 0.5);
    double sourceY = Math.max(0, (y + 0.5) * picture.rows() / height - 0.5);
    int x0 = Math.min(picture.cols() - 1, (int) sourceX);
    int y0 = Math.min(picture.rows() - 1, (int) sourceY);
    int x1 = Math.min(picture.cols() - 1, x0 + 1);
    int y1 = Math.min(picture.rows() - 1, y0 + 1);
    double dx = sourceX - x0;
    double dy = sourceY - y0;
    return (1 - dy)
            * ((1 - dx) * level(picture, x0, y0, colour) + dx * level(picture, x1, y0, colour))
        + dy * ((1 - dx) * level(picture, x0, y1, colour) + dx * level(picture, x1, y1, colour));
  }

  private static int level(Mat picture, int x, int y, int colour) {
    return picture.ptr(y, x).get(colour) & 0xFF;
  }
}

package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Image;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("N-19: tensors of other types and shapes than f32[1, 3, height, width]")
class TensorTypesTest {
  private static final ModelSettings SETTINGS = new ModelSettings("", 1, 1, 1, null, 1 << 30);
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.5f, 0.5f, 300, false, null);
  private static final Map<String, String> NAMES = Map.of("names", EchoModel.NAMES);

  private static List<Detection> find(byte[] weights, Image... pictures) {
    Model model = Model.load(EchoModel.files("typed", weights), SETTINGS);
    List<Detection> found = List.of();
    for (Image picture : pictures) {
      found = model.detect(picture, OPTIONS).items();
      picture.release();
    }
    model.close();
    return found;
  }

  private static void check(List<Detection> found) {
    assertEquals(1, found.size());
    assertEquals(new BoundingBox(8, 9, 12, 11), found.get(0).box());
    assertEquals(2, found.get(0).confidence());
    assertEquals("b", found.get(0).className());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 4", "1, -1", "2, 1", "2, -1", "10, 1", "10, 3", "10, -1"})
  void planes(int type, long batch) {
    List<Long> input = List.of(batch, 3L, 16L, 16L);
    byte[] weights = TinyOnnx.reshape(type, input, List.of(batch, 6L, 128L), NAMES);
    check(find(weights, EchoModel.picture(new int[] {10, 10, 4, 2, 0, 2})));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "10"})
  void pixels(int type) {
    byte[] levels = new byte[768];
    int[] box = {10, 10, 4, 2, 0, 2};
    for (int row = 0; row < 6; row++) {
      levels[row * 128 + 7] = (byte) box[row];
    }
    Mat pixels = new Mat(16, 16, opencv_core.CV_8UC3);
    pixels.data().put(levels);
    byte[] weights = TinyOnnx.reshape(type, List.of(1L, 16L, 16L, 3L), 6, NAMES);
    check(find(weights, Pictures.frame(pixels)));
  }

  @Test
  void allSizesLeftOpen() {
    byte[] weights =
        TinyOnnx.reshape(TinyOnnx.FLOAT, List.of(-1L, -2L, -3L, -4L), List.of(1L, 6L, -1L), NAMES);
    check(find(weights, EchoModel.picture(new int[] {10, 10, 4, 2, 0, 2})));
  }

  @Test
  void outputsWhoseSizesChangeFromRunToRun() {
    byte[] none = new byte[768];
    Arrays.fill(none, (byte) 255);
    byte[] two = none.clone();
    line(two, 3, 8, 9, 12, 11, 2, 1);
    line(two, 100, 8, 9, 12, 11, 0, 1);
    byte[] weights = TinyOnnx.lines(List.of(1L, 16L, 16L, 3L), NAMES);
    Image first = picture(none);
    assertEquals(List.of(), find(weights, first));
    check(find(weights, picture(two)));
    check(find(weights, picture(none), picture(new byte[768]), picture(two)));
  }

  private static void line(byte[] levels, int line, int... numbers) {
    for (int i = 0; i < numbers.length; i++) {
      levels[line * 6 + i] = (byte) numbers[i];
    }
  }

  private static Image picture(byte[] levels) {
    Mat pixels = new Mat(16, 16, opencv_core.CV_8UC3);
    pixels.data().put(levels);
    return Pictures.frame(pixels);
  }

  @Test
  void severalInputsOfWhichOneIsThePicture() {
    FixedOnnx onnx =
        new FixedOnnx(TinyOnnx.FLOAT, -1L, 3L, 64L, 64L)
            .sizes("orig_target_sizes")
            .floats("parts", new float[] {0.25f, 0.5f, 0.5f, 0.75f}, 1, 1, 4)
            .longs("labels", new long[] {1}, 1, 1)
            .floats("scores", new float[] {0.75f}, 1, 1)
            .names("a,b");
    Image picture = Pictures.noise(128, 96, 3, 1);
    Model model = onnx.load();
    Detection found = model.detect(picture, OPTIONS).items().get(0);
    assertEquals(new BoundingBox(32, 48, 64, 72), found.box());
    assertEquals("b", found.className());
    model.close();
    picture.release();
    ModelException e =
        assertThrows(
            ModelException.class,
            () ->
                new FixedOnnx(TinyOnnx.FLOAT, 1L, 3L, 64L, 64L)
                    .sizes("prompt")
                    .floats("parts", new float[4], 1, 1, 4)
                    .load());
    assertTrue(
        e.getMessage()
            .startsWith("the network wants prompt i64[1, 2] beside the picture, and what to give"),
        e.getMessage());
  }
}

package io.sightline.model;

import io.sightline.vision.Image;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A detector that finds what the picture spells: 16x16 pixels, blue first, levels unchanged. The
 * 256 levels of each colour are two rows of 128 anchors: blue holds centre x and centre y, green
 * width and height, red the scores of the classes "a" and "b" (0 or 1 and above).
 */
final class EchoModel {
  static final int SIDE = 16;
  static final int ANCHORS = SIDE * SIDE / 2;
  static final String NAMES = "{0: 'a', 1: 'b'}";
  private static final String CONFIG =
      """
      {"network_input": {"training_input_size": {"height": 16, "width": 16}, "color_mode": "bgr",
       "resize_mode": "stretch", "scaling_factor": 1}}
      """;

  private EchoModel() {}

  /** Its package; {@code isStatic} tells whether the network states its sizes. */
  static ModelPackage files(String id, boolean isStatic) {
    long side = isStatic ? SIDE : -2;
    return files(
        id,
        TinyOnnx.reshape(TinyOnnx.FLOAT, List.of(-1L, 3L, side, side), 6, Map.of("names", NAMES)));
  }

  static ModelPackage files(String id, byte[] weights) {
    Map<String, byte[]> files =
        Map.of("weights.onnx", weights, "model.json", CONFIG.getBytes(StandardCharsets.UTF_8));
    return new ModelPackage(id, files::get);
  }

  /**
   * A picture that spells boxes.
   *
   * @param boxes each: centre x, centre y, width, height, score of a, score of b
   */
  static Image picture(int[]... boxes) {
    byte[] levels = new byte[SIDE * SIDE * 3];
    for (int anchor = 0; anchor < boxes.length; anchor++) {
      for (int row = 0; row < 6; row++) {
        int pixel = row % 2 * ANCHORS + anchor;
        levels[pixel * 3 + row / 2] = (byte) boxes[anchor][row];
      }
    }
    Mat pixels = new Mat(SIDE, SIDE, opencv_core.CV_8UC3);
    pixels.data().put(levels);
    return Pictures.frame(pixels);
  }
}

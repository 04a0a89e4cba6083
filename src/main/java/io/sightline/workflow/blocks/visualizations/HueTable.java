package io.sightline.workflow.blocks.visualizations;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/** The colours of OpenCV's hues, full and bright. */
final class HueTable {
  private static final int HUES = 256;
  private static final byte FULL = (byte) 255;

  private HueTable() {}

  /** One row of BGR for each hue, 0 to 255; the caller closes it. */
  static Mat create() {
    Mat table = new Mat();
    try (Mat hsv = new Mat(HUES, 1, opencv_core.CV_8UC3)) {
      ByteBuffer bytes = hsv.createBuffer();
      for (int hue = 0; hue < HUES; hue++) {
        bytes.put((byte) hue).put(FULL).put(FULL);
      }
      opencv_imgproc.cvtColor(hsv, table, opencv_imgproc.COLOR_HSV2BGR);
    }
    return table;
  }
}

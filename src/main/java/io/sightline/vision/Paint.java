package io.sightline.vision;

import java.nio.DoubleBuffer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * A colour as OpenCV takes it, in native memory that is made once. What it gives is valid until the
 * next call.
 */
public final class Paint implements AutoCloseable {
  private final Scalar scalar = new Scalar();
  private final Mat value = new Mat(4, 1, opencv_core.CV_64FC1);
  private final DoubleBuffer channels = value.createBuffer();

  /** For drawing and filling; grey pictures take the blue channel, as they do in the reference. */
  public Scalar scalar(Color color) {
    scalar.put(0, color.blue()).put(1, color.green()).put(2, color.red());
    return scalar;
  }

  /** For filling where a mask is. */
  public Mat value(Color color) {
    channels.put(0, color.blue()).put(1, color.green()).put(2, color.red());
    return value;
  }

  @Override
  public void close() {
    scalar.close();
    value.close();
  }
}

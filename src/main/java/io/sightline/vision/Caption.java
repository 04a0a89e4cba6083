package io.sightline.vision;

import java.util.List;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Lines of green text over a picture, as the reference draws them. */
public final class Caption {
  private static final int LEFT = 10;
  private static final int TOP = 20;
  private static final int LINE = 30;
  private static final double SCALE = 0.7;
  private static final int THICKNESS = 2;

  private Caption() {}

  /** A copy of {@code image} with {@code lines} on it, from the top left downwards. */
  public static Image over(Image image, List<String> lines, ImageScope scope) {
    Image copy = scope.copy(image);
    try (Scalar green = new Scalar(0, 255, 0, 0)) {
      for (int i = 0; i < lines.size(); i++) {
        try (Point origin = new Point(LEFT, TOP + LINE * i)) {
          opencv_imgproc.putText(
              copy.pixels(),
              lines.get(i),
              origin,
              opencv_imgproc.FONT_HERSHEY_SIMPLEX,
              SCALE,
              green,
              THICKNESS,
              opencv_imgproc.LINE_8,
              false);
        }
      }
    }
    return copy;
  }
}

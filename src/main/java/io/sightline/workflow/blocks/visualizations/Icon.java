package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Image;
import io.sightline.vision.Region;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** A picture in another size with the shape that it had; the rest of that size is transparent. */
final class Icon implements AutoCloseable {
  private final Mat pixels = new Mat();
  private final Size size = new Size();
  private int width;
  private int height;
  private boolean empty;

  /** Scales a picture so that it fits into a size. */
  void of(Image image, int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    double shape = (double) image.width() / image.height();
    if (shape >= (double) newWidth / newHeight) {
      size.width(newWidth).height((int) (newWidth / shape));
    } else {
      size.width((int) (newHeight * shape)).height(newHeight);
    }
    empty = size.width() == 0 || size.height() == 0;
    if (!empty) {
      opencv_imgproc.resize(image.pixels(), pixels, size, 0, 0, opencv_imgproc.INTER_LINEAR);
    }
  }

  /** Draws it around a pixel. */
  void paste(Image target, int x, int y) {
    if (empty || pixels.channels() != target.channels()) {
      return;
    }
    int left = (int) (x - width / 2.0) + (width - pixels.cols()) / 2;
    int top = (int) (y - height / 2.0) + (height - pixels.rows()) / 2;
    Region seen =
        new Region(left, top, left + pixels.cols(), top + pixels.rows()).clip(Region.all(target));
    if (!seen.isEmpty()) {
      Region part =
          new Region(seen.x1() - left, seen.y1() - top, seen.x2() - left, seen.y2() - top);
      try (Mat from = part.of(pixels);
          Mat to = seen.of(target.pixels())) {
        from.copyTo(to);
      }
    }
  }

  @Override
  public void close() {
    pixels.close();
    size.close();
  }
}

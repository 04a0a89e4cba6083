package io.sightline.model;

import io.sightline.vision.BoundingBox;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * Where a picture lies in a network's input, and the way back.
 *
 * @param pictureWidth pixels of the picture
 * @param pictureHeight pixels of the picture
 * @param scaleX pixels of the input for each pixel of the picture
 * @param scaleY pixels of the input for each pixel of the picture
 * @param left pixels of the input before the picture's left edge, negative where that is not seen
 * @param top pixels of the input above the picture's top edge, negative where that is not seen
 * @param width what the picture covers, pixels of the input
 * @param height what the picture covers, pixels of the input
 */
record Placement(
    int pictureWidth,
    int pictureHeight,
    float scaleX,
    float scaleY,
    int left,
    int top,
    int width,
    int height) {

  /**
   * A box given in pixels of the input as whole pixels of the picture, clipped to it; null where
   * nothing of it lies on the picture.
   */
  BoundingBox toPicture(float x1, float y1, float x2, float y2) {
    float pictureX1 = clip(pictureX(x1), pictureWidth);
    float pictureY1 = clip(pictureY(y1), pictureHeight);
    float pictureX2 = clip(pictureX(x2), pictureWidth);
    float pictureY2 = clip(pictureY(y2), pictureHeight);
    boolean empty = !(pictureX2 > pictureX1 && pictureY2 > pictureY1);
    return empty ? null : new BoundingBox(pictureX1, pictureY1, pictureX2, pictureY2);
  }

  /** A place in the input as pixels from the picture's left edge, not clipped. */
  float pictureX(float x) {
    return (x - left) / scaleX;
  }

  /** A place in the input as pixels from the picture's top edge, not clipped. */
  float pictureY(float y) {
    return (y - top) / scaleY;
  }

  /** What of the input the picture covers; the caller closes it. */
  Rect window(InputSpec input) {
    int x = Math.max(0, left);
    int y = Math.max(0, top);
    return new Rect(
        x,
        y,
        Math.min(input.width(), left + width) - x,
        Math.min(input.height(), top + height) - y);
  }

  /** What of the picture the input shows, in whole pixels; the caller closes it. */
  Rect seen(InputSpec input) {
    int seenWidth = clip(input.width() / scaleX, pictureWidth, 1);
    int seenHeight = clip(input.height() / scaleY, pictureHeight, 1);
    return new Rect(
        (pictureWidth - seenWidth) / 2, (pictureHeight - seenHeight) / 2, seenWidth, seenHeight);
  }

  private static int clip(float size, int most, int least) {
    return Math.max(least, Math.min(most, Math.round(size)));
  }

  /** Pixels of the input to the right of the picture. */
  int padRight(InputSpec input) {
    return input.width() - left - width;
  }

  /** Pixels of the input below the picture. */
  int padBottom(InputSpec input) {
    return input.height() - top - height;
  }

  private static float clip(float coordinate, int end) {
    return Math.max(0, Math.min(end, (float) Math.rint(coordinate)));
  }
}

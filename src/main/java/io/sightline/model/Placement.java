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
 * @param whole what the picture was cut out of
 */
record Placement(
    int pictureWidth,
    int pictureHeight,
    float scaleX,
    float scaleY,
    int left,
    int top,
    int width,
    int height,
    Whole whole) {

  /**
   * A picture that another was cut out of.
   *
   * @param left pixels before the cut's left edge
   * @param top pixels above the cut's top edge
   * @param width pixels
   * @param height pixels
   */
  record Whole(int left, int top, int width, int height) {}

  /** Of a picture that was not cut out of any. */
  Placement(
      int pictureWidth,
      int pictureHeight,
      float scaleX,
      float scaleY,
      int left,
      int top,
      int width,
      int height) {
    this(
        pictureWidth,
        pictureHeight,
        scaleX,
        scaleY,
        left,
        top,
        width,
        height,
        new Whole(0, 0, pictureWidth, pictureHeight));
  }

  /** The same of a picture that was cut out of another. */
  Placement within(Whole other) {
    return new Placement(
        pictureWidth, pictureHeight, scaleX, scaleY, left, top, width, height, other);
  }

  /**
   * A box given in pixels of the input as pixels of the picture, or what that was cut out of,
   * clipped to it; null where nothing of it lies there.
   *
   * @param rounded whether corners are brought to whole pixels
   */
  BoundingBox toPicture(float x1, float y1, float x2, float y2, boolean rounded) {
    float pictureX1 = clip(pictureX(x1), whole.width, rounded);
    float pictureY1 = clip(pictureY(y1), whole.height, rounded);
    float pictureX2 = clip(pictureX(x2), whole.width, rounded);
    float pictureY2 = clip(pictureY(y2), whole.height, rounded);
    boolean empty = !(pictureX2 > pictureX1 && pictureY2 > pictureY1);
    return empty ? null : new BoundingBox(pictureX1, pictureY1, pictureX2, pictureY2);
  }

  /** {@link #toPicture(float, float, float, float, boolean)} in whole pixels. */
  BoundingBox toPicture(float x1, float y1, float x2, float y2) {
    return toPicture(x1, y1, x2, y2, true);
  }

  /** A place in the input as pixels from the left edge of the picture, not clipped. */
  float pictureX(float x) {
    return (x - left) / scaleX + whole.left;
  }

  /** A place in the input as pixels from the top edge of the picture, not clipped. */
  float pictureY(float y) {
    return (y - top) / scaleY + whole.top;
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

  private static float clip(float coordinate, int end, boolean rounded) {
    return Math.max(0, Math.min(end, rounded ? (float) Math.rint(coordinate) : coordinate));
  }
}

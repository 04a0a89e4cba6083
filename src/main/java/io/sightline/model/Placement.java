package io.sightline.model;

import io.sightline.vision.BoundingBox;

/**
 * Where a picture lies in a network's input, and the way back.
 *
 * @param pictureWidth pixels of the picture
 * @param pictureHeight pixels of the picture
 * @param scaleX pixels of the input for each pixel of the picture
 * @param scaleY pixels of the input for each pixel of the picture
 * @param left pixels of the input before the picture's left edge
 * @param top pixels of the input above the picture's top edge
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
    float pictureX1 = clip((x1 - left) / scaleX, pictureWidth);
    float pictureY1 = clip((y1 - top) / scaleY, pictureHeight);
    float pictureX2 = clip((x2 - left) / scaleX, pictureWidth);
    float pictureY2 = clip((y2 - top) / scaleY, pictureHeight);
    boolean empty = !(pictureX2 > pictureX1 && pictureY2 > pictureY1);
    return empty ? null : new BoundingBox(pictureX1, pictureY1, pictureX2, pictureY2);
  }

  private static float clip(float coordinate, int end) {
    return Math.max(0, Math.min(end, (float) Math.rint(coordinate)));
  }
}

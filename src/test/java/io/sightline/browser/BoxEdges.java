package io.sightline.browser;

import java.awt.image.BufferedImage;

/**
 * Looks for a box's outline in a picture that went through a video codec: the share of points along
 * its edges where the colour of its class is found within a pixel or two. Codecs halve the
 * resolution of colour, so a point matches when a near pixel comes close to the colour.
 */
record BoxEdges(BufferedImage picture, Snapshot.Box box) {
  /** The palette that class ids index, as the reference draws it: red, green, blue. */
  private static final int[] PALETTE = {
    0xA351FB, 0xFF4040, 0xFFA1A0, 0xFF7633, 0xFFB633, 0xD1D435, 0x4CFB12, 0x94CF1A, 0x40DE8A,
    0x1B9640
  };

  private static final int NEAR = 2;
  private static final int TOLERANCE = 90;
  private static final int STEP = 3;

  /**
   * True when the class has a colour of its own in the palette and the box lies inside the frame.
   */
  boolean canBeChecked() {
    return box.classId() < PALETTE.length
        && box.left() > 12
        && box.top() > 12
        && box.right() < picture.getWidth() - 12
        && box.bottom() < picture.getHeight() - 12;
  }

  /** The share of matching points on the left, right and bottom edge moved outwards by pixels. */
  double share(int outwards) {
    double left = box.left() - outwards;
    double right = box.right() + outwards;
    double bottom = box.bottom() + outwards;
    int points = 0;
    int matches = 0;
    for (double y = box.top(); y <= box.bottom(); y += STEP) {
      points += 2;
      matches += matches(left, y, true) + matches(right, y, true);
    }
    for (double x = box.left(); x <= box.right(); x += STEP) {
      points++;
      matches += matches(x, bottom, false);
    }
    return (double) matches / points;
  }

  private int matches(double x, double y, boolean vertical) {
    for (int offset = -NEAR; offset <= NEAR; offset++) {
      int atX = (int) Math.round(x) + (vertical ? offset : 0);
      int atY = (int) Math.round(y) + (vertical ? 0 : offset);
      if (distance(picture.getRGB(atX, atY), PALETTE[box.classId()]) < TOLERANCE) {
        return 1;
      }
    }
    return 0;
  }

  private static double distance(int a, int b) {
    int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
    int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
    int blue = (a & 0xFF) - (b & 0xFF);
    return Math.sqrt(red * red + green * green + blue * blue);
  }
}

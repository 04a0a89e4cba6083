package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Position;

/** The ground of a label, both corners included. */
record Ground(int x1, int y1, int x2, int y2) {
  private enum Side {
    BEFORE,
    AROUND,
    BEHIND
  }

  /**
   * The ground that lies at a place.
   *
   * @param position of the place on its detection: the ground touches it from outside there
   * @param x of the place, pixels
   * @param y of the place, pixels
   */
  static Ground of(Position position, int x, int y, int width, int height) {
    Side across =
        switch (position) {
          case TOP_LEFT, BOTTOM_LEFT, CENTER_RIGHT -> Side.BEHIND;
          case TOP_RIGHT, BOTTOM_RIGHT, CENTER_LEFT -> Side.BEFORE;
          default -> Side.AROUND;
        };
    Side down =
        switch (position) {
          case TOP_LEFT, TOP_RIGHT, TOP_CENTER -> Side.BEFORE;
          case BOTTOM_LEFT, BOTTOM_RIGHT, BOTTOM_CENTER -> Side.BEHIND;
          default -> Side.AROUND;
        };
    int left = DrawingFields.near(x) - before(width, across);
    int top = DrawingFields.near(y) - before(height, down);
    return new Ground(left, top, left + covered(width, across), top + covered(height, down));
  }

  private static int before(int size, Side side) {
    return switch (side) {
      case BEFORE -> size;
      case AROUND -> Math.floorDiv(size, 2);
      case BEHIND -> 0;
    };
  }

  /** Around a place, both halves are rounded down. */
  private static int covered(int size, Side side) {
    return side == Side.AROUND ? 2 * Math.floorDiv(size, 2) : size;
  }
}

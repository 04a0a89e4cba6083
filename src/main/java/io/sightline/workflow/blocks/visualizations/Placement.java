package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Position;

/** Where something is drawn that lies beside or around a place; halves are rounded down. */
record Placement(int x1, int y1, int x2, int y2) {
  /**
   * @param position the side of the place that it lies on
   * @param x of the place, pixels
   * @param y of the place, pixels
   */
  static Placement of(Position position, int x, int y, int width, int height) {
    int x1 =
        switch (position) {
          case TOP_LEFT, CENTER_LEFT, BOTTOM_LEFT -> x - width;
          case TOP_RIGHT, CENTER_RIGHT, BOTTOM_RIGHT -> x;
          default -> x - width / 2;
        };
    int x2 =
        switch (position) {
          case TOP_LEFT, CENTER_LEFT, BOTTOM_LEFT -> x;
          case TOP_RIGHT, CENTER_RIGHT, BOTTOM_RIGHT -> x + width;
          default -> x + width / 2;
        };
    int y1 =
        switch (position) {
          case TOP_LEFT, TOP_CENTER, TOP_RIGHT -> y - height;
          case BOTTOM_LEFT, BOTTOM_CENTER, BOTTOM_RIGHT -> y;
          default -> y - height / 2;
        };
    int y2 =
        switch (position) {
          case TOP_LEFT, TOP_CENTER, TOP_RIGHT -> y;
          case BOTTOM_LEFT, BOTTOM_CENTER, BOTTOM_RIGHT -> y + height;
          default -> y + height / 2;
        };
    return new Placement(x1, y1, x2, y2);
  }
}

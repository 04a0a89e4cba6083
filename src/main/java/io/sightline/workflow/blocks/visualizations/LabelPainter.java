package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Position;
import io.sightline.vision.TextStyle;
import java.util.List;

/**
 * Draws labels: lines of text on a coloured ground.
 *
 * @param position the corner or side of the detection's box that the ground touches
 * @param padding around the text and between its lines, pixels
 * @param radius of the ground's corners, pixels
 */
record LabelPainter(
    Canvas canvas, Position position, TextStyle style, Color textColor, int padding, int radius) {
  /** Stands for an empty line's height. */
  private static final String TALL = "Tg";

  /**
   * @param x of the place on the box, pixels
   * @param y of the place on the box, pixels
   */
  void paint(String text, int x, int y, Color ground) {
    List<String> lines = text.isEmpty() ? List.of("") : text.lines().toList();
    int width = 0;
    int height = (lines.size() - 1) * padding;
    for (String line : lines) {
      TextStyle.Extent extent = canvas.extent(line, style);
      width = Math.max(width, extent.width());
      height += extent.height();
    }
    width += 2 * padding;
    height += 2 * padding;
    int left = left(DrawingFields.near(x), width);
    int top = top(DrawingFields.near(y), height);
    canvas.filledRectangle(
        left, top, left + covered(width, across()), top + covered(height, down()), radius, ground);
    int base = top + padding;
    for (String line : lines) {
      base += canvas.extent(line.isEmpty() ? TALL : line, style).height();
      if (!line.isEmpty()) {
        canvas.text(line, left + padding, base, style, textColor);
      }
      base += padding;
    }
  }

  private enum Side {
    BEFORE,
    AROUND,
    BEHIND
  }

  /** Where the ground lies, seen from the place: its left edge, middle or right edge. */
  private Side across() {
    return switch (position) {
      case TOP_LEFT, BOTTOM_LEFT, CENTER_RIGHT -> Side.BEHIND;
      case TOP_RIGHT, BOTTOM_RIGHT, CENTER_LEFT -> Side.BEFORE;
      default -> Side.AROUND;
    };
  }

  private Side down() {
    return switch (position) {
      case TOP_LEFT, TOP_RIGHT, TOP_CENTER -> Side.BEFORE;
      case BOTTOM_LEFT, BOTTOM_RIGHT, BOTTOM_CENTER -> Side.BEHIND;
      default -> Side.AROUND;
    };
  }

  private int left(int x, int width) {
    return x - before(width, across());
  }

  private int top(int y, int height) {
    return y - before(height, down());
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

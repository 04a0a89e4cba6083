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
    Ground area = Ground.of(position, x, y, width + 2 * padding, height + 2 * padding);
    canvas.filledRectangle(area.x1(), area.y1(), area.x2(), area.y2(), radius, ground);
    int base = area.y1() + padding;
    for (String line : lines) {
      base += canvas.extent(line.isEmpty() ? TALL : line, style).height();
      if (!line.isEmpty()) {
        canvas.text(line, area.x1() + padding, base, style, textColor);
      }
      base += padding;
    }
  }
}

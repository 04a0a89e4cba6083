package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Image;
import io.sightline.vision.Overlay;
import io.sightline.vision.Region;
import io.sightline.vision.TextStyle;
import java.util.List;

/** Lines of text on a ground. */
final class TextPanel implements AutoCloseable {
  /** Says how tall a line is. */
  private static final String TALL = "Ag";

  private final Overlay overlay = new Overlay();
  private TextStyle style;
  private Color color;
  private String align;
  private Color ground;
  private double opacity;
  private int padding;
  private int radius;

  /**
   * @param alignment left, center or right
   */
  void style(TextStyle newStyle, Color newColor, String alignment) {
    style = newStyle;
    color = newColor;
    align = alignment;
  }

  /**
   * @param newGround null for none
   * @param newOpacity the ground's share, 0 to 1
   * @param newPadding around the text, pixels
   * @param newRadius of the ground's corners, pixels
   */
  void ground(Color newGround, double newOpacity, int newPadding, int newRadius) {
    ground = newGround;
    opacity = newOpacity;
    padding = newPadding;
    radius = newRadius;
  }

  void paint(Canvas canvas, String text, PanelPlace place) {
    List<String> lines = List.of(text.split("\n", -1));
    TextStyle.Extent tall = canvas.extent(TALL, style);
    int advance = tall.height() + tall.below();
    int gap = Math.max(1, (int) Math.rint(0.25 * advance));
    int[] widths = lines.stream().mapToInt(line -> width(canvas, line)).toArray();
    int widest = 0;
    for (int width : widths) {
      widest = Math.max(widest, width);
    }
    Image image = canvas.image();
    int width = widest + 2 * padding;
    int height = lines.size() * advance + (lines.size() - 1) * gap + 2 * padding;
    int left = place.left(width, image.width());
    int top = place.top(height, image.height());
    ground(canvas, new Region(left, top, left + width, top + height).clip(Region.all(image)));
    int y = top + padding;
    for (int i = 0; i < widths.length && y < image.height(); i++) {
      if (!lines.get(i).isBlank()) {
        int x = left + padding + indent(widest - widths[i]);
        canvas.text(lines.get(i), x, y + tall.height(), style, color);
      }
      y += advance + gap;
    }
  }

  private int width(Canvas canvas, String line) {
    return line.isBlank() ? 0 : canvas.extent(line, style).width();
  }

  private int indent(int room) {
    return switch (align) {
      case "center" -> room / 2;
      case "right" -> room;
      default -> 0;
    };
  }

  private void ground(Canvas canvas, Region area) {
    if (ground == null || opacity == 0 || area.isEmpty()) {
      return;
    }
    if (opacity == 1) {
      canvas.roundedArea(area, radius, ground);
    } else {
      overlay.begin(canvas.image(), List.of(area));
      overlay.canvas().roundedArea(area, radius, ground);
      overlay.blend(opacity);
    }
  }

  @Override
  public void close() {
    overlay.close();
  }
}

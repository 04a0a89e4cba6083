package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Inscription;
import io.sightline.vision.Pen;
import io.sightline.vision.Position;
import io.sightline.vision.Typeface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws labels in an outline font; remembers the texts of late. */
final class RichLabelPainter implements AutoCloseable {
  /** Its upper edge is where a line's base is counted from. */
  private static final String TALL = "Tg";

  private static final int MAX_REMEMBERED = 512;
  private static final int MAX_REMEMBERED_BYTES = 1 << 24;

  private final Pen pen = new Pen();
  private final Map<String, Inscription> texts = new LinkedHashMap<>(64, 0.75f, true);
  private int bytes;
  private Typeface typeface;
  private int size;
  private Color color;
  private int padding;
  private int radius;
  private int lineLength;

  /**
   * @param newSize pixels
   */
  void font(Typeface newTypeface, int newSize) {
    if (newTypeface != typeface || newSize != size) {
      texts.clear();
      bytes = 0;
      typeface = newTypeface;
      size = newSize;
    }
  }

  /**
   * @param newPadding around the text and between its lines, pixels
   * @param newRadius of the ground's corners, pixels
   * @param newLineLength characters of a line, 0 for any number
   */
  void style(Color newColor, int newPadding, int newRadius, int newLineLength) {
    color = newColor;
    padding = newPadding;
    radius = newRadius;
    lineLength = newLineLength;
  }

  /**
   * @param position the corner or side of the detection that the ground touches
   * @param x of that place, pixels
   * @param y of that place, pixels
   */
  void paint(Canvas canvas, String text, Position position, int x, int y, Color ground) {
    List<Inscription> lines = new ArrayList<>();
    int width = 0;
    int height = 0;
    for (String line : TextWrap.lines(text, lineLength)) {
      Inscription written = written(line);
      lines.add(written);
      width = Math.max(width, written.width());
      height += written.inkHeight();
    }
    height += (lines.size() - 1) * padding;
    Ground area = Ground.of(position, x, y, width + 2 * padding, height + 2 * padding);
    canvas.filledRectangle(area.x1(), area.y1(), area.x2(), area.y2(), radius, ground);
    int base = area.y1() + padding + written(TALL).ascent();
    for (Inscription line : lines) {
      pen.write(canvas.image(), line, area.x1() + padding, base, color);
      base += line.inkHeight() + padding;
    }
  }

  private Inscription written(String line) {
    Inscription known = texts.get(line);
    if (known == null) {
      known = typeface.write(line, size);
      if (texts.size() == MAX_REMEMBERED
          || bytes + known.coverage().length > MAX_REMEMBERED_BYTES) {
        texts.clear();
        bytes = 0;
      }
      texts.put(line, known);
      bytes += known.coverage().length;
    }
    return known;
  }

  @Override
  public void close() {
    pen.close();
  }
}

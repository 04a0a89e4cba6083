package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Where labels of a picture lie, one below the other.
 *
 * @param width of the picture, pixels
 * @param height of the picture, pixels
 */
record LabelColumn(int width, int height, double scale, int thickness, int padding) {
  private static final int TEXT_HEIGHT = 20;
  private static final int TEXT_WIDTH = 15;
  private static final int GAP = 5;
  private static final int SIDE_GAP = 20;
  private static final int NARROW_PADDING = 10;

  /** Labels at the bottom begin with the last one, which is the lowest. */
  static boolean isUpwards(Position position) {
    return position == Position.BOTTOM_LEFT
        || position == Position.BOTTOM_CENTER
        || position == Position.BOTTOM_RIGHT;
  }

  /** A place for each of the texts, which {@code position} names the side of. */
  List<int[]> places(Position position, List<String> texts) {
    double spacing = TEXT_HEIGHT * scale + padding * 2 + thickness * 2 + GAP;
    double top =
        Math.max(
            0, Math.min((height - spacing * texts.size()) / 2, height - spacing * texts.size()));
    double side = side(texts);
    List<int[]> places = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      double middle = (top + i * spacing + (top + (i + 1) * spacing)) / 2;
      places.add(
          switch (position) {
            case TOP_LEFT -> at(0, spacing + i * spacing);
            case TOP_CENTER -> at(width / 2.0, spacing + i * spacing);
            case TOP_RIGHT -> at(width, spacing + i * spacing);
            case BOTTOM_LEFT -> at(0, height - (spacing + i * spacing));
            case BOTTOM_CENTER -> at(width / 2.0, height - (spacing + i * spacing));
            case BOTTOM_RIGHT -> at(width, height - (spacing + i * spacing));
            case CENTER_LEFT -> at(side, middle);
            case CENTER_RIGHT -> at(width - side, middle);
            default -> at(width / 2.0, middle);
          });
    }
    return places;
  }

  /** How far from the picture's side labels in its middle stay. */
  private double side(List<String> texts) {
    int longest = texts.stream().mapToInt(s -> s.codePointCount(0, s.length())).max().orElse(0);
    double label = longest * TEXT_WIDTH * scale + padding * 2;
    return label + SIDE_GAP + Math.max(0, NARROW_PADDING - padding) * 3;
  }

  private static int[] at(double x, double y) {
    return new int[] {DrawingFields.near(x), DrawingFields.near(y)};
  }
}

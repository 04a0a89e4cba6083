package io.sightline.workflow.blocks.text;

import io.sightline.vision.Detections;
import io.sightline.workflow.block.BlockException;
import java.util.Locale;

/** Which way letters follow each other. */
enum ReadingDirection {
  LEFT_TO_RIGHT(false, false),
  RIGHT_TO_LEFT(false, true),
  VERTICAL_TOP_TO_BOTTOM(true, false),
  VERTICAL_BOTTOM_TO_TOP(true, true);

  /** What a document writes to have the direction found out. */
  static final String AUTO = "auto";

  private final boolean vertical;
  private final boolean backward;

  ReadingDirection(boolean vertical, boolean backward) {
    this.vertical = vertical;
    this.backward = backward;
  }

  /** The directions as documents write them, the one that is found out last. */
  static String[] names() {
    return new String[] {
      "left_to_right", "right_to_left", "vertical_top_to_bottom", "vertical_bottom_to_top", AUTO
    };
  }

  /**
   * @param name as a document writes it
   * @param first the detections that decide where the direction is to be found out
   */
  static ReadingDirection of(String name, Detections first) {
    if (name.equals(AUTO)) {
      double width = 0;
      double height = 0;
      for (var detection : first) {
        width += (double) detection.box().x2() - detection.box().x1();
        height += (double) detection.box().y2() - detection.box().y1();
      }
      return first.isEmpty() || width > height ? LEFT_TO_RIGHT : VERTICAL_TOP_TO_BOTTOM;
    }
    try {
      return valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BlockException("reading_direction '%s' is none".formatted(name));
    }
  }

  /** True where lines are columns. */
  boolean vertical() {
    return vertical;
  }

  /** True where letters follow each other to the left or upwards. */
  boolean backward() {
    return backward;
  }

  /** True where the right column comes first. */
  boolean linesBackward() {
    return vertical && backward;
  }

  /** What stands between lines. */
  String separator() {
    return vertical ? " " : "\n";
  }
}

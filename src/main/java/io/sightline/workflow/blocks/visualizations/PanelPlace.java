package io.sightline.workflow.blocks.visualizations;

import io.sightline.workflow.block.BlockException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Where a panel of text lies.
 *
 * @param across share of the picture's and the panel's width that lie on one another
 * @param down share of their heights
 * @param x pixels to the right of that
 * @param y pixels below it
 */
record PanelPlace(double across, double down, int x, int y) {
  /** Names as documents write them; in rows from the top, each from the left. */
  static final String[] ANCHORS = {
    "top_left",
    "top_center",
    "top_right",
    "center_left",
    "center",
    "center_right",
    "bottom_left",
    "bottom_center",
    "bottom_right"
  };

  private static final int IN_A_ROW = 3;

  static PanelPlace at(int x, int y) {
    return new PanelPlace(0, 0, x, y);
  }

  /**
   * @throws BlockException where no anchor has this name
   */
  static PanelPlace beside(String anchor, int x, int y) {
    int index = Arrays.asList(ANCHORS).indexOf(anchor.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new BlockException(
          "Unknown anchor: '%s'. Must be one of %s"
              .formatted(anchor, Arrays.stream(ANCHORS).sorted().toList()));
    }
    return new PanelPlace(index % IN_A_ROW / 2.0, index / IN_A_ROW / 2.0, x, y);
  }

  /** The left edge of a panel of this width that stays in the picture where it fits. */
  int left(int width, int imageWidth) {
    return kept(x + share(across, imageWidth) - share(across, width), width, imageWidth);
  }

  /** The top edge. */
  int top(int height, int imageHeight) {
    return kept(y + share(down, imageHeight) - share(down, height), height, imageHeight);
  }

  private static int share(double share, int of) {
    return (int) Math.rint(share * of);
  }

  private static int kept(int edge, int size, int imageSize) {
    return size > imageSize ? 0 : Math.max(0, Math.min(edge, imageSize - size));
  }
}

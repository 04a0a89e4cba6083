package io.sightline.vision;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * An upright rectangle of pixels.
 *
 * @param x1 left edge, inside
 * @param y1 top edge, inside
 * @param x2 right edge, outside
 * @param y2 bottom edge, outside
 */
public record Region(int x1, int y1, int x2, int y2) {
  public static final Region EMPTY = new Region(0, 0, 0, 0);

  /** More regions than this are not told apart: comparing all pairs would take too long. */
  private static final int MAX_GROUPS = 64;

  /** All pixels of a picture. */
  public static Region all(Image image) {
    return new Region(0, 0, image.width(), image.height());
  }

  /** The pixels that filling the rectangle between two corners covers, both corners included. */
  public static Region filled(BoundingBox box) {
    int x1 = (int) box.x1();
    int y1 = (int) box.y1();
    int x2 = (int) box.x2();
    int y2 = (int) box.y2();
    return new Region(
        Math.min(x1, x2), Math.min(y1, y2), after(Math.max(x1, x2)), after(Math.max(y1, y2)));
  }

  private static int after(int last) {
    return last == Integer.MAX_VALUE ? last : last + 1;
  }

  /** The pixels from a box's top left corner up to its bottom right one, which is outside. */
  public static Region of(BoundingBox box) {
    return new Region((int) box.x1(), (int) box.y1(), (int) box.x2(), (int) box.y2());
  }

  /** The smallest region around a mask's instance. */
  public static Region of(Mask mask) {
    return new Region(
        mask.left(), mask.top(), mask.left() + mask.width(), mask.top() + mask.height());
  }

  /**
   * What NumPy's slices with these edges cover of a picture: a negative edge is counted from the
   * far side.
   */
  public Region sliced(int width, int height) {
    return new Region(edge(x1, width), edge(y1, height), edge(x2, width), edge(y2, height));
  }

  private static int edge(int index, int size) {
    return index < 0 ? Math.max(0, index + size) : Math.min(index, size);
  }

  public int width() {
    return x2 - x1;
  }

  public int height() {
    return y2 - y1;
  }

  public boolean isEmpty() {
    return x2 <= x1 || y2 <= y1;
  }

  /** What lies in both. */
  public Region clip(Region other) {
    return new Region(
        Math.max(x1, other.x1),
        Math.max(y1, other.y1),
        Math.min(x2, other.x2),
        Math.min(y2, other.y2));
  }

  /** The smallest region around both; empty ones count for nothing. */
  public Region union(Region other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    return new Region(
        Math.min(x1, other.x1),
        Math.min(y1, other.y1),
        Math.max(x2, other.x2),
        Math.max(y2, other.y2));
  }

  /** This region with {@code margin} pixels more on each side; both small beside an int's range. */
  public Region grown(int margin) {
    return new Region(x1 - margin, y1 - margin, x2 + margin, y2 + margin);
  }

  private boolean meets(Region other) {
    return !clip(other).isEmpty();
  }

  /** The region's pixels of {@code whole}, which it lies in; the caller closes the view. */
  public Mat of(Mat whole) {
    try (Rect area = new Rect(x1, y1, width(), height())) {
      return new Mat(whole, area);
    }
  }

  /**
   * Regions without common pixels that cover all of {@code regions}: those that meet are one, so
   * that each pixel is worked on once.
   */
  public static List<Region> groups(List<Region> regions) {
    List<Region> groups = new ArrayList<>();
    for (Region region : regions) {
      if (!region.isEmpty()) {
        join(groups, region);
      }
      if (groups.size() > MAX_GROUPS) {
        Region all = groups.stream().reduce(EMPTY, Region::union);
        groups.clear();
        groups.add(all);
      }
    }
    return groups;
  }

  private static void join(List<Region> groups, Region region) {
    Region joined = region;
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).meets(joined)) {
        joined = joined.union(groups.remove(i));
        i = -1;
      }
    }
    groups.add(joined);
  }
}

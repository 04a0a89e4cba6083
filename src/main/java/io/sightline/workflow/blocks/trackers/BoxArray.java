package io.sightline.workflow.blocks.trackers;

import io.sightline.vision.BoundingBox;
import java.util.Arrays;

/**
 * Boxes for one stage of a tracker, kept from frame to frame: corners in pixels, xyxy. Knows which
 * of them are in single precision, because Roboflow's engine computes with those in single
 * precision, and overlaps that are equal there must be equal here.
 */
final class BoxArray {
  private static final int CORNERS = 4;

  private double[] corners = new double[CORNERS * 16];
  private double[] areas = new double[16];
  private int size;
  private boolean single = true;

  void clear() {
    size = 0;
    single = true;
  }

  int size() {
    return size;
  }

  /** A box in single precision. */
  void add(BoundingBox box) {
    addSingle(box.x1(), box.y1(), box.x2(), box.y2());
  }

  /** A box in single precision. */
  void addSingle(float x1, float y1, float x2, float y2) {
    put(x1, y1, x2, y2, (x2 - x1) * (y2 - y1));
  }

  /** A box in double precision. */
  void add(double x1, double y1, double x2, double y2) {
    single = false;
    put(x1, y1, x2, y2, (x2 - x1) * (y2 - y1));
  }

  private void put(double x1, double y1, double x2, double y2, double area) {
    if (size == areas.length) {
      corners = Arrays.copyOf(corners, 2 * corners.length);
      areas = Arrays.copyOf(areas, 2 * size);
    }
    int at = CORNERS * size;
    corners[at] = x1;
    corners[at + 1] = y1;
    corners[at + 2] = x2;
    corners[at + 3] = y2;
    areas[size++] = area;
  }

  /** Intersection over union with each of {@code columns}, a row for each of these. */
  void overlaps(BoxArray columns, double[] matrix) {
    boolean bothSingle = single && columns.single;
    int width = columns.size;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < width; j++) {
        float shared = shared(CORNERS * i, columns.corners, CORNERS * j);
        matrix[i * width + j] =
            shared == 0 ? 0 : ratio(shared, areas[i], columns.areas[j], bothSingle);
      }
    }
  }

  private float shared(int at, double[] other, int place) {
    float right = (float) Math.min(corners[at + 2], other[place + 2]);
    float width = right - (float) Math.max(corners[at], other[place]);
    if (width <= 0) {
      return 0;
    }
    float bottom = (float) Math.min(corners[at + 3], other[place + 3]);
    float height = bottom - (float) Math.max(corners[at + 1], other[place + 1]);
    return height <= 0 ? 0 : width * height;
  }

  private static float ratio(float shared, double area, double otherArea, boolean bothSingle) {
    if (bothSingle) {
      float all = (float) area + (float) otherArea - shared;
      return all > 0 ? shared / all : 0;
    }
    double all = area + otherArea - shared;
    return all > 0 ? (float) (shared / all) : 0;
  }
}

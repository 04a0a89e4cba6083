package io.sightline.workflow.blocks.visualizations;

import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.List;

/** Points as documents write them: lists of x and y, pixels. */
final class PointLists {
  private static final int MAX_POINTS = 10_000;

  private PointLists() {}

  /**
   * The points of one list; what follows x and y in a point is ignored.
   *
   * @throws BlockException where they are none, or more than 10,000
   */
  static int[][] points(String field, Object raw) {
    if (!(raw instanceof List<?> list)) {
      throw wrong(field);
    }
    if (list.size() > MAX_POINTS) {
      throw new BlockException(
          "%s has %d points, at most %d are drawn".formatted(field, list.size(), MAX_POINTS));
    }
    int[][] points = new int[list.size()][];
    for (int i = 0; i < points.length; i++) {
      points[i] = point(field, list.get(i));
    }
    return points;
  }

  /** The points of one list, or of several: a polygon each. */
  static List<int[][]> polygons(String field, List<?> raw) {
    if (raw.get(0) instanceof List<?> first && !first.isEmpty() && first.get(0) instanceof Number) {
      return List.<int[][]>of(points(field, raw));
    }
    List<int[][]> polygons = new ArrayList<>();
    int total = 0;
    for (Object one : raw) {
      int[][] polygon = points(field, one);
      polygons.add(polygon);
      total += polygon.length;
      DrawingFields.check("the number of points in " + field, total, 0, MAX_POINTS);
    }
    return polygons;
  }

  private static int[] point(String field, Object raw) {
    if (raw instanceof List<?> list
        && list.size() >= 2
        && list.get(0) instanceof Number x
        && list.get(1) instanceof Number y) {
      return new int[] {DrawingFields.near(x.doubleValue()), DrawingFields.near(y.doubleValue())};
    }
    throw wrong(field);
  }

  private static BlockException wrong(String field) {
    return new BlockException(field + " must be a list of points, each a list of x and y");
  }
}

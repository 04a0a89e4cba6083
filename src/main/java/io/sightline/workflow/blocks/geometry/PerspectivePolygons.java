package io.sightline.workflow.blocks.geometry;

import io.sightline.vision.Polygons;
import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The polygons that pictures are seen in, as documents write them or zones of other steps. */
final class PerspectivePolygons {
  private static final int CORNERS = 4;
  private static final int MAX_POLYGONS = 10_000;

  private PerspectivePolygons() {}

  /**
   * Polygons for pictures: one for all as four points, or one for each, or several for each of
   * which the largest is taken.
   */
  static List<double[][]> read(Object value) {
    if (!(value instanceof List<?> list)) {
      throw new BlockException("Unexpected type of input");
    }
    if (list.isEmpty()) {
      throw new BlockException("Unexpected empty batch");
    }
    if (list.size() > MAX_POLYGONS) {
      throw new BlockException(
          "perspective_polygons must have at most %d elements, not %d"
              .formatted(MAX_POLYGONS, list.size()));
    }
    double[][] single = polygon(list);
    if (single != null) {
      return Collections.singletonList(single);
    }
    List<double[][]> all = new ArrayList<>(list.size());
    for (Object element : list) {
      if (element != null) {
        all.add(ofPicture(element));
      }
    }
    return all;
  }

  /** The polygon of one picture: four points, or the largest of several polygons. */
  static double[][] ofPicture(Object value) {
    if (!(value instanceof List<?> list)) {
      throw new BlockException("Unexpected type of batch element");
    }
    if (list.isEmpty()) {
      throw new BlockException("Unexpected empty batch element");
    }
    double[][] single = polygon(list);
    return single == null ? largest(list) : single;
  }

  private static double[][] largest(List<?> polygons) {
    double[][] largest = null;
    double area = -1;
    for (Object element : polygons) {
      double[][] polygon = element instanceof List<?> points ? polygon(points) : null;
      if (polygon != null) {
        int[][] rounded = new int[CORNERS][2];
        for (int i = 0; i < CORNERS; i++) {
          rounded[i] = new int[] {(int) Math.rint(polygon[i][0]), (int) Math.rint(polygon[i][1])};
          polygon[i] = new double[] {rounded[i][0], rounded[i][1]};
        }
        if (Polygons.area(rounded) > area) {
          area = Polygons.area(rounded);
          largest = polygon;
        }
      }
    }
    if (largest == null) {
      throw new BlockException("No batch element consists of 4 vertices");
    }
    return largest;
  }

  /** Four points of two numbers each; null where the list is something else. */
  private static double[][] polygon(List<?> list) {
    if (list.size() != CORNERS) {
      return null;
    }
    double[][] polygon = new double[CORNERS][];
    for (int i = 0; i < CORNERS; i++) {
      if (!(list.get(i) instanceof List<?> point)
          || point.size() != 2
          || !(point.get(0) instanceof Number x)
          || !(point.get(1) instanceof Number y)) {
        return null;
      }
      polygon[i] = new double[] {x.doubleValue(), y.doubleValue()};
    }
    return polygon;
  }
}

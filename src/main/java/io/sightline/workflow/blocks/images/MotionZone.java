package io.sightline.workflow.blocks.images;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Where motion counts: everywhere, or inside of a polygon. */
final class MotionZone {
  private static final JsonMapper JSON = new JsonMapper();
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final int MIN_POINTS = 3;
  private static final int MAX_POINTS = 10_000;
  private static final int MAX_TEXT = 1_000_000;

  private final Object given;
  private final Polygon polygon;

  private MotionZone(Object given, Polygon polygon) {
    this.given = given;
    this.polygon = polygon;
  }

  /**
   * @param given a list of x and y, or such a list in JSON; null or empty for everywhere
   * @throws BlockException where it is something else
   */
  static MotionZone of(Object given) {
    Object list = given instanceof String text ? parsed(text) : given;
    if (list == null || list instanceof List<?> none && none.isEmpty()) {
      return new MotionZone(given, null);
    }
    if (!(list instanceof List<?> points)
        || points.size() < MIN_POINTS
        || points.size() > MAX_POINTS) {
      throw new BlockException(
          "detection_zone must be a list of %d to %d points".formatted(MIN_POINTS, MAX_POINTS));
    }
    return new MotionZone(given, ring(points.stream().map(MotionZone::coordinate).toList()));
  }

  private static Object parsed(String text) {
    try {
      if (text.length() <= MAX_TEXT) {
        return JSON.readValue(text, Object.class);
      }
    } catch (JsonProcessingException e) {
      throw new BlockException(
          "StepExecutionError",
          "Could not parse detection zone as a valid json",
          "workflow_execution | step_execution",
          e);
    }
    throw new BlockException("detection_zone is longer than %d characters".formatted(MAX_TEXT));
  }

  private static Coordinate coordinate(Object point) {
    if (point instanceof List<?> pair
        && pair.size() == 2
        && pair.get(0) instanceof Number x
        && pair.get(1) instanceof Number y) {
      return new Coordinate(x.doubleValue(), y.doubleValue());
    }
    throw new BlockException("a point of detection_zone must be x and y, not " + point);
  }

  private static Polygon ring(List<Coordinate> points) {
    List<Coordinate> closed = new ArrayList<>(points);
    if (!points.get(0).equals2D(points.get(points.size() - 1))) {
      closed.add(points.get(0));
    }
    return GEOMETRY.createPolygon(closed.toArray(new Coordinate[0]));
  }

  /** True where {@code other} says the same zone. */
  boolean isOf(Object other) {
    return Objects.equals(given, other);
  }

  /**
   * The parts of an outline that lie inside, corners cut off to whole pixels; none where the
   * outline crosses itself such that it has no inside.
   *
   * @param outline x and y one after the other
   */
  List<int[]> cut(int[] outline) {
    if (polygon == null) {
      return List.of(outline);
    }
    List<Coordinate> points = new ArrayList<>(outline.length / 2 + 1);
    for (int i = 0; i < outline.length; i += 2) {
      points.add(new Coordinate(outline[i], outline[i + 1]));
    }
    try {
      return parts(OverlayNGRobust.overlay(ring(points), polygon, OverlayNG.INTERSECTION));
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  private static List<int[]> parts(Geometry inside) {
    List<int[]> parts = new ArrayList<>();
    if (inside instanceof Polygon || inside instanceof MultiPolygon) {
      for (int i = 0; i < inside.getNumGeometries(); i++) {
        Coordinate[] ring = ((Polygon) inside.getGeometryN(i)).getExteriorRing().getCoordinates();
        if (ring.length > MIN_POINTS) {
          int[] part = new int[2 * (ring.length - 1)];
          for (int p = 0; p < ring.length - 1; p++) {
            part[2 * p] = (int) ring[p].x;
            part[2 * p + 1] = (int) ring[p].y;
          }
          parts.add(part);
        }
      }
    }
    return parts;
  }
}

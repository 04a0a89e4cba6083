package io.sightline.workflow.executor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Points, zones and colours from their wire forms: lists of numbers. */
final class PointReaders {
  private PointReaders() {}

  static Object point(String parameter, Object value) {
    List<?> list = KindReaders.typed(parameter, value, List.class, "point coordinates");
    if (list.size() < 2) {
      throw KindReaders.refuse(
          parameter, "point coordinates, but missing point coordinates detected.");
    }
    if (!number(list.get(0)) || !number(list.get(1))) {
      throw KindReaders.refuse(
          parameter, "point coordinates, but at least one of the coordinate is not number");
    }
    return List.of(list.get(0), list.get(1));
  }

  static Object zone(String parameter, Object value) {
    if (!(value instanceof List<?> list) || list.size() < 3) {
      throw KindReaders.refuse(
          parameter,
          "zone coordinates, but defined zone is not a list with at least 3 points coordinates.");
    }
    for (Object point : list) {
      if (!(point instanceof List<?> pair) || pair.size() != 2) {
        throw KindReaders.refuse(
            parameter,
            "zone coordinates, but defined zone contains at least one element which is not a point"
                + " withexactly two coordinates (x, y).");
      }
      if (!number(pair.get(0)) || !number(pair.get(1))) {
        throw KindReaders.refuse(
            parameter,
            "zone coordinates, but defined zone contains at least one element which is not a point"
                + " withexactly two coordinates (x, y) being numbers.");
      }
    }
    return value;
  }

  /** Each as a map of x, y and whether it is positive. */
  static Object labeledPoints(String parameter, Object value) {
    List<?> list = KindReaders.typed(parameter, value, List.class, "list of labeled points");
    List<Object> points = new ArrayList<>(list.size());
    for (Object element : list) {
      Map<String, Object> point = labeledPoint(parameter, element);
      if (!number(point.get("x")) || !number(point.get("y"))) {
        throw KindReaders.refuse(
            parameter,
            "list of labeled points, but at least one point coordinate is not a number.");
      }
      points.add(point);
    }
    return points;
  }

  private static Map<String, Object> labeledPoint(String parameter, Object element) {
    if (element instanceof Map<?, ?> map) {
      if (!map.containsKey("x") || !map.containsKey("y")) {
        throw KindReaders.refuse(
            parameter,
            "list of labeled points, but at least one point misses `x` or `y` coordinate.");
      }
      Object positive = map.containsKey("positive") ? map.get("positive") : Boolean.TRUE;
      return labeled(map.get("x"), map.get("y"), positive);
    }
    if (element instanceof List<?> list && (list.size() == 2 || list.size() == 3)) {
      return labeled(list.get(0), list.get(1), list.size() == 3 ? list.get(2) : Boolean.TRUE);
    }
    throw KindReaders.refuse(
        parameter,
        "list of labeled points, but at least one element is neither a dict with `x` and `y` keys"
            + " nor a sequence of (x, y) or (x, y, positive).");
  }

  private static Map<String, Object> labeled(Object x, Object y, Object positive) {
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("x", x);
    point.put("y", y);
    point.put("positive", truthy(positive));
    return point;
  }

  /** A colour as a text, or the first three numbers of a list. */
  static Object color(String parameter, Object value) {
    if (value instanceof String) {
      return value;
    }
    List<?> list = KindReaders.typed(parameter, value, List.class, "RGB color");
    if (list.size() < 3) {
      throw KindReaders.refuse(parameter, "RGB color, but not all colors defined.");
    }
    return list.subList(0, 3);
  }

  private static boolean number(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  private static boolean truthy(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value instanceof Number number) {
      return number.doubleValue() != 0;
    }
    if (value instanceof List<?> list) {
      return !list.isEmpty();
    }
    return value != null && !value.equals("") && !value.equals(Map.of());
  }
}

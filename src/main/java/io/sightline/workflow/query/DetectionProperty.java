package io.sightline.workflow.query;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What can be asked of a detection, by its name in documents. */
final class DetectionProperty {
  private static final Map<String, BiFunction<Detection, Detections, Object>> READERS =
      Map.ofEntries(
          Map.entry("confidence", (d, all) -> d.confidence()),
          Map.entry("class_name", (d, all) -> d.className()),
          Map.entry("class_id", (d, all) -> d.classNumber()),
          Map.entry("tracker_id", (d, all) -> d.trackerId()),
          Map.entry("x_min", (d, all) -> (double) d.box().x1()),
          Map.entry("y_min", (d, all) -> (double) d.box().y1()),
          Map.entry("x_max", (d, all) -> (double) d.box().x2()),
          Map.entry("y_max", (d, all) -> (double) d.box().y2()),
          Map.entry("width", (d, all) -> rectangle(d, 1, d.box().width())),
          Map.entry("height", (d, all) -> rectangle(d, 2, d.box().height())),
          Map.entry("size", (d, all) -> size(d.box())),
          Map.entry("center", (d, all) -> center(d.box())),
          Map.entry("top_left", (d, all) -> point(d.box().x1(), d.box().y1())),
          Map.entry("top_right", (d, all) -> point(d.box().x2(), d.box().y1())),
          Map.entry("bottom_left", (d, all) -> point(d.box().x1(), d.box().y2())),
          Map.entry("bottom_right", (d, all) -> point(d.box().x2(), d.box().y2())),
          Map.entry("image_dimensions", (d, all) -> dimensions(all)),
          Map.entry("prediction_type", (d, all) -> "object-detection"),
          Map.entry("path_deviation", attribute(Attribute.PATH_DEVIATION)),
          Map.entry("time_in_zone", attribute(Attribute.TIME_IN_ZONE)),
          Map.entry("polygon", attribute(Attribute.POLYGON)),
          Map.entry("velocity", attribute(Attribute.VELOCITY)),
          Map.entry("speed", attribute(Attribute.SPEED)),
          Map.entry("smoothed_velocity", attribute(Attribute.SMOOTHED_VELOCITY)),
          Map.entry("smoothed_speed", attribute(Attribute.SMOOTHED_SPEED)),
          Map.entry("area_px", attribute(Attribute.AREA_PX)),
          Map.entry("area_converted", attribute(Attribute.AREA_CONVERTED)),
          Map.entry("keypoints_xy", (d, all) -> keypoints(d)),
          Map.entry("rect", (d, all) -> corners(d)),
          Map.entry("angle", (d, all) -> rectangle(d, 0, null)),
          Map.entry("in_out", (d, all) -> null));

  private DetectionProperty() {}

  static List<String> names() {
    return READERS.keySet().stream().sorted().toList();
  }

  /**
   * The value of a property, null where the detection has none.
   *
   * @param all the detections that it is one of; null where they are not known
   */
  static Object read(String name, Detection detection, Detections all) {
    return READERS.get(name).apply(detection, all);
  }

  private static BiFunction<Detection, Detections, Object> attribute(Attribute attribute) {
    return (d, all) -> plain(d.attributes().get(attribute));
  }

  private static Object plain(Object value) {
    if (value instanceof double[] numbers) {
      return Arrays.stream(numbers).boxed().toList();
    }
    if (value instanceof int[][] points) {
      return Arrays.stream(points).map(p -> List.of(p[0], p[1])).toList();
    }
    return value;
  }

  /** A number of the rotated rectangle, {@code otherwise} where the detection has none. */
  private static Object rectangle(Detection detection, int place, Number otherwise) {
    if (detection.attributes().get(Attribute.BOUNDING_RECT) instanceof double[] rectangle) {
      return rectangle[place];
    }
    return otherwise == null ? null : (Object) otherwise.doubleValue();
  }

  private static Object corners(Detection detection) {
    if (detection.attributes().get(Attribute.BOUNDING_RECT) instanceof double[] rectangle) {
      List<Object> corners = new ArrayList<>(4);
      for (int i = 3; i + 1 < rectangle.length; i += 2) {
        corners.add(List.of(rectangle[i], rectangle[i + 1]));
      }
      return corners;
    }
    return null;
  }

  private static Object keypoints(Detection detection) {
    return detection.attributes().containsKey(Attribute.KEYPOINTS)
        ? detection.keypoints().stream().map(k -> point(k.x(), k.y())).toList()
        : null;
  }

  private static Object dimensions(Detections all) {
    return all == null ? null : List.of(all.imageHeight(), all.imageWidth());
  }

  private static double size(BoundingBox box) {
    return ((double) box.x2() - box.x1()) * ((double) box.y2() - box.y1());
  }

  private static List<Double> center(BoundingBox box) {
    return point(
        box.x1() + ((double) box.x2() - box.x1()) / 2,
        box.y1() + ((double) box.y2() - box.y1()) / 2);
  }

  private static List<Double> point(double x, double y) {
    return List.of(x, y);
  }
}

package io.sightline.workflow.block;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.Keypoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Detections in their wire form, as maps and lists, for blocks that answer with a dictionary. */
public final class DetectionsDictionary {
  private static final int MIN_POINTS = 3;

  private DetectionsDictionary() {}

  /** The form that {@link DetectionsReader} reads, keys in Roboflow's order. */
  public static Map<String, Object> write(Detections detections) {
    List<Object> predictions = new ArrayList<>(detections.size());
    for (Detection detection : detections) {
      if (!detection.attributes().containsKey(Attribute.MASK) || outline(detection) != null) {
        predictions.add(prediction(detection));
      }
    }
    Map<String, Object> image = new LinkedHashMap<>();
    image.put("width", detections.sized() ? detections.imageWidth() : null);
    image.put("height", detections.sized() ? detections.imageHeight() : null);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("image", image);
    all.put("predictions", predictions);
    return all;
  }

  private static Map<String, Object> prediction(Detection detection) {
    Map<String, Object> map = new LinkedHashMap<>();
    BoundingBox box = detection.box();
    double width = Math.abs((double) box.x2() - box.x1());
    double height = Math.abs((double) box.y2() - box.y1());
    map.put("width", width);
    map.put("height", height);
    map.put("x", box.x1() + width / 2);
    map.put("y", box.y1() + height / 2);
    map.put("confidence", detection.confidence());
    map.put("class_id", detection.classNumber());
    if (detection.attributes().containsKey(Attribute.MASK)) {
      map.put("points", points(outline(detection)));
    }
    if (detection.trackerId() != null) {
      map.put("tracker_id", detection.trackerId());
    }
    map.put("class", detection.className());
    map.put("detection_id", detection.id());
    Map<Attribute, Object> attributes = detection.attributes();
    copy(attributes, Attribute.PATH_DEVIATION, map, "path_deviation");
    copy(attributes, Attribute.TIME_IN_ZONE, map, "time_in_zone");
    copy(attributes, Attribute.POLYGON, map, "polygon");
    rectangle(attributes, map);
    parents(detection, map);
    if (attributes.containsKey(Attribute.KEYPOINTS)) {
      map.put(
          "keypoints", detection.keypoints().stream().map(DetectionsDictionary::keypoint).toList());
    }
    copy(attributes, Attribute.DATA, map, "data");
    copy(attributes, Attribute.VELOCITY, map, "velocity");
    copy(attributes, Attribute.SPEED, map, "speed");
    copy(attributes, Attribute.SMOOTHED_VELOCITY, map, "smoothed_velocity");
    copy(attributes, Attribute.SMOOTHED_SPEED, map, "smoothed_speed");
    copy(attributes, Attribute.AREA_PX, map, "area_px");
    copy(attributes, Attribute.AREA_CONVERTED, map, "area_converted");
    copy(attributes, Attribute.NEAREST_TARGET_DISTANCE, map, "nearest_target_distance");
    return map;
  }

  /** The outline of an instance: its polygon, else its mask's; null where it has none. */
  private static int[][] outline(Detection detection) {
    int[][] polygon = (int[][]) detection.attributes().get(Attribute.POLYGON);
    return polygon != null && polygon.length >= MIN_POINTS ? polygon : detection.mask().contour();
  }

  /** The outline, its last point repeated until there are three. */
  private static List<Object> points(int[][] outline) {
    List<Object> points = new ArrayList<>(outline.length);
    for (int i = 0; i < Math.max(MIN_POINTS, outline.length); i++) {
      int[] point = outline[Math.min(i, outline.length - 1)];
      Map<String, Object> form = new LinkedHashMap<>();
      form.put("x", (double) point[0]);
      form.put("y", (double) point[1]);
      points.add(form);
    }
    return points;
  }

  private static Map<String, Object> keypoint(Keypoint keypoint) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("class_id", keypoint.classId());
    form.put("class", keypoint.className());
    form.put("confidence", (double) keypoint.confidence());
    form.put("x", (double) keypoint.x());
    form.put("y", (double) keypoint.y());
    return form;
  }

  /** A rotated rectangle's size takes the place of the box's. */
  private static void rectangle(Map<Attribute, Object> attributes, Map<String, Object> map) {
    if (attributes.get(Attribute.BOUNDING_RECT) instanceof double[] rectangle) {
      map.put("angle", rectangle[0]);
      List<Object> corners = new ArrayList<>(4);
      for (int i = 3; i + 1 < rectangle.length; i += 2) {
        corners.add(List.of(rectangle[i], rectangle[i + 1]));
      }
      map.put("rect", corners);
      map.put("width", rectangle[1]);
      map.put("height", rectangle[2]);
    }
  }

  private static void parents(Detection detection, Map<String, Object> map) {
    if (detection.parent().equals(ImageOrigin.NONE)) {
      return;
    }
    map.put("parent_id", detection.parent().id());
    if (!detection.parent().id().equals(detection.root().id())) {
      origin(detection.parent(), map, "parent_origin");
      map.put("root_parent_id", detection.root().id());
      origin(detection.root(), map, "root_parent_origin");
    }
  }

  private static void origin(ImageOrigin origin, Map<String, Object> map, String key) {
    if (origin.placed()) {
      Map<String, Object> form = new LinkedHashMap<>();
      form.put("offset_x", origin.offsetX());
      form.put("offset_y", origin.offsetY());
      form.put("width", origin.width());
      form.put("height", origin.height());
      map.put(key, form);
    }
  }

  private static void copy(
      Map<Attribute, Object> from, Attribute attribute, Map<String, Object> to, String key) {
    Object value = from.get(attribute);
    if (value instanceof double[] numbers) {
      to.put(key, Arrays.stream(numbers).boxed().toList());
    } else if (value instanceof int[][] points) {
      to.put(key, Arrays.stream(points).map(p -> List.of(p[0], p[1])).toList());
    } else if (value != null || from.containsKey(attribute)) {
      to.put(key, value);
    }
  }
}

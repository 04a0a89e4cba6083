package io.sightline.workflow.block;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.Keypoint;
import io.sightline.vision.Mask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Detections from their wire form, as maps and lists: {@code {"image": {"width", "height"},
 * "predictions": [{"x", "y", "width", "height", "confidence", "class", "class_id", ...}]}} with x
 * and y the centre of the box. {@link DetectionsDictionary} is the way back.
 */
public final class DetectionsReader {
  /** Optional numbers of a prediction and the attributes that they become. */
  private static final Map<String, Attribute> NUMBERS =
      Map.of(
          "path_deviation", Attribute.PATH_DEVIATION,
          "time_in_zone", Attribute.TIME_IN_ZONE,
          "speed", Attribute.SPEED,
          "smoothed_speed", Attribute.SMOOTHED_SPEED,
          "area_px", Attribute.AREA_PX,
          "area_converted", Attribute.AREA_CONVERTED,
          "nearest_target_distance", Attribute.NEAREST_TARGET_DISTANCE);

  private static final Map<String, Attribute> PAIRS =
      Map.of(
          "velocity", Attribute.VELOCITY,
          "smoothed_velocity", Attribute.SMOOTHED_VELOCITY);

  private static final Set<Attribute> NULLABLE =
      Set.of(Attribute.TIME_IN_ZONE, Attribute.NEAREST_TARGET_DISTANCE);
  private static final int MIN_POINTS = 3;
  private static final Pattern WHOLE = Pattern.compile("\\s*[+-]?\\d{1,9}\\s*");

  private final String parameter;

  private DetectionsReader(String parameter) {
    this.parameter = parameter;
  }

  /**
   * @param parameter the value's name in errors, and the parent of detections that name none
   * @throws BlockException (RuntimeInputError) where {@code value} has another shape
   */
  public static Detections read(String parameter, Object value) {
    if (value instanceof Detections detections) {
      return detections;
    }
    return new DetectionsReader(parameter).read(value);
  }

  private Detections read(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong("declared to hold detections, but invalid type of data found.");
    }
    if (!map.containsKey("image") || !map.containsKey("predictions")) {
      throw wrong("declared to hold detections, but dictionary misses required keys.");
    }
    if (isNothing(map.get("predictions"))) {
      return new Detections(List.of(), 0, 0);
    }
    if (!(map.get("image") instanceof Map<?, ?> image)
        || !(map.get("predictions") instanceof List<?> predictions)) {
      throw wrong(
          "declared to hold detections, but dictionary holds other than an image's size and a list"
              + " of predictions.");
    }
    Map<?, ?> first = object(predictions.get(0));
    List<Detection> items = new ArrayList<>(predictions.size());
    int imageWidth = (int) number(image, "width");
    int imageHeight = (int) number(image, "height");
    for (Object prediction : predictions) {
      Map<?, ?> one = object(prediction);
      int[][] outline = one.containsKey("points") ? outline(one.get("points")) : null;
      if (outline == null || outline.length >= MIN_POINTS) {
        Mask mask = outline == null ? null : mask(imageWidth, imageHeight, outline);
        items.add(detection(one, first, mask));
      }
    }
    return new Detections(items, imageWidth, imageHeight);
  }

  private static boolean isNothing(Object predictions) {
    return predictions == null
        || predictions instanceof List<?> list && list.isEmpty()
        || predictions instanceof Map<?, ?> map && map.isEmpty();
  }

  private Mask mask(int imageWidth, int imageHeight, int[][] outline) {
    if (imageWidth <= 0 || imageHeight <= 0) {
      throw wrong("declared to hold detections, but the image's width and height are not above 0.");
    }
    return Mask.ofPolygon(imageWidth, imageHeight, outline);
  }

  private int[][] outline(Object value) {
    if (!(value instanceof List<?> points)) {
      throw wrong("declared to hold detections, but 'points' is no list of points.");
    }
    int[][] outline = new int[points.size()][];
    for (int i = 0; i < outline.length; i++) {
      Map<?, ?> point = object(points.get(i));
      outline[i] = new int[] {(int) number(point, "x"), (int) number(point, "y")};
    }
    return outline;
  }

  private Detection detection(Map<?, ?> prediction, Map<?, ?> first, Mask mask) {
    double width = number(prediction, "width");
    double height = number(prediction, "height");
    double left = number(prediction, "x") - width / 2;
    double top = number(prediction, "y") - height / 2;
    Integer tracker = null;
    if (first.containsKey("tracker_id") || prediction.containsKey("tracker_id")) {
      tracker = whole(prediction, "tracker_id");
    }
    return new Detection(
        new BoundingBox((float) left, (float) top, (float) (left + width), (float) (top + height)),
        number(prediction, "confidence"),
        whole(prediction, "class_id"),
        text(prediction, "class"),
        prediction.containsKey("detection_id")
            ? text(prediction, "detection_id")
            : UUID.randomUUID().toString(),
        tracker,
        origin(prediction, "parent_id", "parent_origin"),
        origin(prediction, "root_parent_id", "root_parent_origin"),
        attributes(prediction, first, mask));
  }

  private Map<Attribute, Object> attributes(Map<?, ?> prediction, Map<?, ?> first, Mask mask) {
    Map<Attribute, Object> attributes = new EnumMap<>(Attribute.class);
    if (mask != null) {
      attributes.put(Attribute.MASK, mask);
    }
    if (first.containsKey("keypoints")) {
      attributes.put(Attribute.KEYPOINTS, keypoints(prediction.get("keypoints")));
    }
    if (prediction.get("rle_mask") != null) {
      attributes.put(Attribute.RLE_MASK, object(prediction.get("rle_mask")));
    }
    if (first.containsKey("rect") && first.containsKey("angle")) {
      attributes.put(Attribute.BOUNDING_RECT, rectangle(prediction));
    }
    NUMBERS.forEach(
        (key, attribute) -> {
          if (first.containsKey(key)) {
            require(prediction, key);
            if (prediction.get(key) != null) {
              attributes.put(attribute, number(prediction, key));
            } else if (NULLABLE.contains(attribute)) {
              attributes.put(attribute, null);
            }
          }
        });
    PAIRS.forEach(
        (key, attribute) -> {
          if (first.containsKey(key)) {
            attributes.put(attribute, numbers(prediction.get(key), key, 2));
          }
        });
    if (first.containsKey("polygon")) {
      attributes.put(Attribute.POLYGON, polygon(prediction.get("polygon")));
    }
    if (first.containsKey("data")) {
      attributes.put(Attribute.DATA, text(prediction, "data"));
    }
    return Collections.unmodifiableMap(attributes);
  }

  private List<Keypoint> keypoints(Object value) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> points)) {
      throw wrong("declared to hold detections, but 'keypoints' is no list of key points.");
    }
    List<Keypoint> keypoints = new ArrayList<>(points.size());
    for (Object point : points) {
      Map<?, ?> map = object(point);
      keypoints.add(
          new Keypoint(
              (int) number(map, "class_id"),
              text(map, "class"),
              (float) number(map, "confidence"),
              (float) number(map, "x"),
              (float) number(map, "y")));
    }
    return List.copyOf(keypoints);
  }

  private double[] rectangle(Map<?, ?> prediction) {
    require(prediction, "rect");
    if (!(prediction.get("rect") instanceof List<?> corners) || corners.size() != 4) {
      throw wrong("declared to hold detections, but 'rect' is no list of four corners.");
    }
    double[] rectangle = new double[11];
    rectangle[0] = number(prediction, "angle");
    rectangle[1] = number(prediction, "width");
    rectangle[2] = number(prediction, "height");
    for (int i = 0; i < 4; i++) {
      double[] corner = numbers(corners.get(i), "rect", 2);
      rectangle[3 + 2 * i] = corner[0];
      rectangle[4 + 2 * i] = corner[1];
    }
    return rectangle;
  }

  private int[][] polygon(Object value) {
    if (!(value instanceof List<?> points)) {
      throw wrong("holding a polygon that is no list of points.");
    }
    int[][] polygon = new int[points.size()][];
    for (int i = 0; i < polygon.length; i++) {
      double[] point = numbers(points.get(i), "polygon", 2);
      polygon[i] = new int[] {(int) point[0], (int) point[1]};
    }
    return polygon;
  }

  /** An origin of width 0 says that only its identifier is known. */
  private ImageOrigin origin(Map<?, ?> prediction, String idKey, String originKey) {
    String id = prediction.containsKey(idKey) ? text(prediction, idKey) : parameter;
    try {
      return WireOrigin.read(id, prediction.get(originKey));
    } catch (IllegalArgumentException e) {
      throw wrong("holding `ParentOrigin`, but provided value is " + e.getMessage());
    }
  }

  private Map<?, ?> object(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong("declared to hold detections, but a prediction is no dictionary.");
  }

  private void require(Map<?, ?> map, String key) {
    if (!map.containsKey(key)) {
      throw wrong("declared to hold detections, but a prediction misses '" + key + "'.");
    }
  }

  private double number(Map<?, ?> map, String key) {
    require(map, key);
    if (map.get(key) instanceof Number n) {
      return n.doubleValue();
    }
    throw wrong("declared to hold detections, but '" + key + "' is no number.");
  }

  /** A whole number, also one written as a text; parts of one are cut off. */
  private int whole(Map<?, ?> map, String key) {
    if (map.get(key) instanceof String text && WHOLE.matcher(text).matches()) {
      return Integer.parseInt(text.strip());
    }
    return (int) number(map, key);
  }

  /** A text; whole numbers and nothing become the text that Python prints. */
  private String text(Map<?, ?> map, String key) {
    require(map, key);
    Object value = map.get(key);
    if (value instanceof String || value instanceof Integer || value instanceof Long) {
      return value.toString();
    }
    if (value == null) {
      return "None";
    }
    throw wrong("declared to hold detections, but '" + key + "' is no string.");
  }

  private double[] numbers(Object value, String key, int count) {
    if (value instanceof List<?> list
        && list.size() == count
        && list.stream().allMatch(Number.class::isInstance)) {
      return list.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
    }
    throw wrong(
        "declared to hold detections, but '%s' is no list of %d numbers.".formatted(key, count));
  }

  private BlockException wrong(String reason) {
    return new BlockException(
        "RuntimeInputError",
        "Detected runtime parameter `" + parameter + "` " + reason,
        "workflow_execution | runtime_input_validation",
        null);
  }
}

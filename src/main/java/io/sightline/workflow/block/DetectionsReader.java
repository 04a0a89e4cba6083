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

  private final WireFields fields;

  private DetectionsReader(String parameter) {
    this.fields = new WireFields(parameter);
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
      throw fields.wrong("declared to hold detections, but invalid type of data found.");
    }
    if (!map.containsKey("image") || !map.containsKey("predictions")) {
      throw fields.wrong("declared to hold detections, but dictionary misses required keys.");
    }
    if (isNothing(map.get("predictions"))) {
      return new Detections(List.of(), 0, 0);
    }
    if (!(map.get("image") instanceof Map<?, ?> image)
        || !(map.get("predictions") instanceof List<?> predictions)) {
      throw fields.wrong(
          "declared to hold detections, but dictionary holds other than an image's size and a list"
              + " of predictions.");
    }
    Map<?, ?> first = fields.object(predictions.get(0));
    List<Detection> items = new ArrayList<>(predictions.size());
    int imageWidth = (int) fields.number(image, "width");
    int imageHeight = (int) fields.number(image, "height");
    for (Object prediction : predictions) {
      Map<?, ?> one = fields.object(prediction);
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
      throw fields.wrong(
          "declared to hold detections, but the image's width and height are not above 0.");
    }
    return Mask.ofPolygon(imageWidth, imageHeight, outline);
  }

  private int[][] outline(Object value) {
    if (!(value instanceof List<?> points)) {
      throw fields.wrong("declared to hold detections, but 'points' is no list of points.");
    }
    int[][] outline = new int[points.size()][];
    for (int i = 0; i < outline.length; i++) {
      Map<?, ?> point = fields.object(points.get(i));
      outline[i] = new int[] {(int) fields.number(point, "x"), (int) fields.number(point, "y")};
    }
    return outline;
  }

  private Detection detection(Map<?, ?> prediction, Map<?, ?> first, Mask mask) {
    double width = fields.number(prediction, "width");
    double height = fields.number(prediction, "height");
    double left = fields.number(prediction, "x") - width / 2;
    double top = fields.number(prediction, "y") - height / 2;
    Integer tracker = null;
    if (first.containsKey("tracker_id") || prediction.containsKey("tracker_id")) {
      tracker = fields.whole(prediction, "tracker_id");
    }
    return new Detection(
        new BoundingBox((float) left, (float) top, (float) (left + width), (float) (top + height)),
        fields.number(prediction, "confidence"),
        fields.whole(prediction, "class_id"),
        fields.text(prediction, "class"),
        prediction.containsKey("detection_id")
            ? fields.text(prediction, "detection_id")
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
      attributes.put(Attribute.RLE_MASK, fields.object(prediction.get("rle_mask")));
    }
    if (first.containsKey("rect") && first.containsKey("angle")) {
      attributes.put(Attribute.BOUNDING_RECT, rectangle(prediction));
    }
    NUMBERS.forEach(
        (key, attribute) -> {
          if (first.containsKey(key)) {
            fields.require(prediction, key);
            if (prediction.get(key) != null) {
              attributes.put(attribute, fields.number(prediction, key));
            } else if (NULLABLE.contains(attribute)) {
              attributes.put(attribute, null);
            }
          }
        });
    PAIRS.forEach(
        (key, attribute) -> {
          if (first.containsKey(key)) {
            attributes.put(attribute, fields.numbers(prediction.get(key), key, 2));
          }
        });
    if (first.containsKey("polygon")) {
      attributes.put(Attribute.POLYGON, polygon(prediction.get("polygon")));
    }
    if (first.containsKey("data")) {
      attributes.put(Attribute.DATA, fields.text(prediction, "data"));
    }
    return Collections.unmodifiableMap(attributes);
  }

  private List<Keypoint> keypoints(Object value) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> points)) {
      throw fields.wrong("declared to hold detections, but 'keypoints' is no list of key points.");
    }
    List<Keypoint> keypoints = new ArrayList<>(points.size());
    for (Object point : points) {
      Map<?, ?> map = fields.object(point);
      keypoints.add(
          new Keypoint(
              (int) fields.number(map, "class_id"),
              fields.text(map, "class"),
              (float) fields.number(map, "confidence"),
              (float) fields.number(map, "x"),
              (float) fields.number(map, "y")));
    }
    return List.copyOf(keypoints);
  }

  private double[] rectangle(Map<?, ?> prediction) {
    fields.require(prediction, "rect");
    if (!(prediction.get("rect") instanceof List<?> corners) || corners.size() != 4) {
      throw fields.wrong("declared to hold detections, but 'rect' is no list of four corners.");
    }
    double[] rectangle = new double[11];
    rectangle[0] = fields.number(prediction, "angle");
    rectangle[1] = fields.number(prediction, "width");
    rectangle[2] = fields.number(prediction, "height");
    for (int i = 0; i < 4; i++) {
      double[] corner = fields.numbers(corners.get(i), "rect", 2);
      rectangle[3 + 2 * i] = corner[0];
      rectangle[4 + 2 * i] = corner[1];
    }
    return rectangle;
  }

  private int[][] polygon(Object value) {
    if (!(value instanceof List<?> points)) {
      throw fields.wrong("holding a polygon that is no list of points.");
    }
    int[][] polygon = new int[points.size()][];
    for (int i = 0; i < polygon.length; i++) {
      double[] point = fields.numbers(points.get(i), "polygon", 2);
      polygon[i] = new int[] {(int) point[0], (int) point[1]};
    }
    return polygon;
  }

  /** An origin of width 0 says that only its identifier is known. */
  private ImageOrigin origin(Map<?, ?> prediction, String idKey, String originKey) {
    String id = prediction.containsKey(idKey) ? fields.text(prediction, idKey) : fields.parameter();
    try {
      return WireOrigin.read(id, prediction.get(originKey));
    } catch (IllegalArgumentException e) {
      throw fields.wrong("holding `ParentOrigin`, but provided value is " + e.getMessage());
    }
  }
}

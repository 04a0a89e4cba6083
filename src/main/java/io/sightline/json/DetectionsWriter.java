package io.sightline.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.Keypoint;
import java.io.IOException;
import java.util.Map;

/**
 * Writes detections as Roboflow's serialiser does, keys in its order. Coordinates are 32-bit
 * numbers there, computed with and printed as 64-bit ones.
 */
final class DetectionsWriter {
  private static final int MIN_POINTS = 3;
  private static final ValueWriter PLAIN = new ValueWriter(PictureForm.stream(1));

  private DetectionsWriter() {}

  /** Centre and size in pixels of the picture that the detections belong to. */
  static void write(JsonGenerator json, Detections detections) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("image");
    ValueWriter.field(json, "width", detections.sized() ? detections.imageWidth() : null);
    ValueWriter.field(json, "height", detections.sized() ? detections.imageHeight() : null);
    json.writeEndObject();
    json.writeArrayFieldStart("predictions");
    for (Detection detection : detections) {
      boolean instance =
          detection.attributes().containsKey(Attribute.MASK)
              && !detection.attributes().containsKey(Attribute.RLE_MASK);
      int[][] contour = instance ? contour(detection) : null;
      if (!instance || contour != null) {
        prediction(json, detection, contour);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void prediction(JsonGenerator json, Detection detection, int[][] contour)
      throws IOException {
    Map<Attribute, Object> attributes = detection.attributes();
    json.writeStartObject();
    box(json, detection.box(), (double[]) attributes.get(Attribute.BOUNDING_RECT));
    json.writeNumberField("confidence", detection.confidence());
    json.writeNumberField("class_id", detection.classNumber().longValue());
    if (contour != null) {
      points(json, contour);
    }
    if (detection.trackerId() != null) {
      json.writeNumberField("tracker_id", detection.trackerId());
    }
    json.writeStringField("class", detection.className());
    json.writeStringField("detection_id", detection.id());
    number(json, attributes, Attribute.PATH_DEVIATION, "path_deviation");
    number(json, attributes, Attribute.TIME_IN_ZONE, "time_in_zone");
    polygon(json, attributes);
    rectangle(json, (double[]) attributes.get(Attribute.BOUNDING_RECT));
    origins(json, detection.parent(), detection.root());
    keypoints(json, detection);
    if (attributes.containsKey(Attribute.DATA)) {
      json.writeStringField("data", (String) attributes.get(Attribute.DATA));
    }
    vector(json, attributes, Attribute.VELOCITY, "velocity");
    number(json, attributes, Attribute.SPEED, "speed");
    vector(json, attributes, Attribute.SMOOTHED_VELOCITY, "smoothed_velocity");
    number(json, attributes, Attribute.SMOOTHED_SPEED, "smoothed_speed");
    number(json, attributes, Attribute.AREA_PX, "area_px");
    number(json, attributes, Attribute.AREA_CONVERTED, "area_converted");
    number(json, attributes, Attribute.NEAREST_TARGET_DISTANCE, "nearest_target_distance");
    runLengths(json, (Map<?, ?>) attributes.get(Attribute.RLE_MASK));
    json.writeEndObject();
  }

  /** Centre and size; a rotated rectangle's size takes the place of the box's. */
  private static void box(JsonGenerator json, BoundingBox box, double[] rectangle)
      throws IOException {
    double width = Math.abs((double) box.x2() - box.x1());
    double height = Math.abs((double) box.y2() - box.y1());
    ValueWriter.field(json, "width", rectangle == null ? width : rectangle[1]);
    ValueWriter.field(json, "height", rectangle == null ? height : rectangle[2]);
    ValueWriter.field(json, "x", box.x1() + width / 2);
    ValueWriter.field(json, "y", box.y1() + height / 2);
  }

  /** The outline of an instance: its polygon, else its mask's; null where there is none. */
  private static int[][] contour(Detection detection) {
    int[][] polygon = (int[][]) detection.attributes().get(Attribute.POLYGON);
    return polygon != null && polygon.length >= MIN_POINTS ? polygon : detection.mask().contour();
  }

  /** The outline, its last point repeated until there are three. */
  private static void points(JsonGenerator json, int[][] contour) throws IOException {
    json.writeArrayFieldStart("points");
    for (int i = 0; i < Math.max(MIN_POINTS, contour.length); i++) {
      int[] point = contour[Math.min(i, contour.length - 1)];
      json.writeStartObject();
      json.writeNumberField("x", (double) point[0]);
      json.writeNumberField("y", (double) point[1]);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void polygon(JsonGenerator json, Map<Attribute, Object> attributes)
      throws IOException {
    if (attributes.get(Attribute.POLYGON) instanceof int[][] polygon) {
      json.writeArrayFieldStart("polygon");
      for (int[] point : polygon) {
        json.writeArray(point, 0, 2);
      }
      json.writeEndArray();
    }
  }

  /** Angle, width, height and the corners as x, y. */
  private static void rectangle(JsonGenerator json, double[] rectangle) throws IOException {
    if (rectangle != null) {
      ValueWriter.field(json, "angle", rectangle[0]);
      json.writeArrayFieldStart("rect");
      for (int i = 3; i + 1 < rectangle.length; i += 2) {
        numbers(json, rectangle, i, i + 2);
      }
      json.writeEndArray();
    }
  }

  /**
   * What it was found on; where that was a cut-out, also where the cut-out came from. An origin
   * without a size is not known.
   */
  private static void origins(JsonGenerator json, ImageOrigin parent, ImageOrigin root)
      throws IOException {
    if (parent.equals(ImageOrigin.NONE)) {
      return;
    }
    json.writeStringField("parent_id", parent.id());
    if (!parent.id().equals(root.id())) {
      origin(json, "parent_origin", parent);
      json.writeStringField("root_parent_id", root.id());
      origin(json, "root_parent_origin", root);
    }
  }

  static void origin(JsonGenerator json, String name, ImageOrigin origin) throws IOException {
    if (!origin.placed()) {
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeNumberField("offset_x", origin.offsetX());
    json.writeNumberField("offset_y", origin.offsetY());
    json.writeNumberField("width", origin.width());
    json.writeNumberField("height", origin.height());
    json.writeEndObject();
  }

  private static void keypoints(JsonGenerator json, Detection detection) throws IOException {
    if (!detection.attributes().containsKey(Attribute.KEYPOINTS)) {
      return;
    }
    json.writeArrayFieldStart("keypoints");
    for (Keypoint keypoint : detection.keypoints()) {
      json.writeStartObject();
      json.writeNumberField("class_id", keypoint.classId());
      json.writeStringField("class", keypoint.className());
      ValueWriter.field(json, "confidence", (double) keypoint.confidence());
      ValueWriter.field(json, "x", (double) keypoint.x());
      ValueWriter.field(json, "y", (double) keypoint.y());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The mask as COCO's run lengths, in the place of its outline. */
  private static void runLengths(JsonGenerator json, Map<?, ?> mask) throws IOException {
    if (mask != null) {
      json.writeObjectFieldStart("rle_mask");
      json.writeFieldName("size");
      PLAIN.write(json, mask.get("size"));
      json.writeFieldName("counts");
      PLAIN.write(json, mask.get("counts"));
      json.writeEndObject();
    }
  }

  private static void number(
      JsonGenerator json, Map<Attribute, Object> attributes, Attribute attribute, String name)
      throws IOException {
    if (attributes.containsKey(attribute)) {
      ValueWriter.field(json, name, (Number) attributes.get(attribute));
    }
  }

  private static void vector(
      JsonGenerator json, Map<Attribute, Object> attributes, Attribute attribute, String name)
      throws IOException {
    if (attributes.get(attribute) instanceof double[] vector) {
      json.writeFieldName(name);
      numbers(json, vector, 0, vector.length);
    }
  }

  private static void numbers(JsonGenerator json, double[] values, int from, int to)
      throws IOException {
    json.writeStartArray();
    for (int i = from; i < to; i++) {
      ValueWriter.number(json, values[i]);
    }
    json.writeEndArray();
  }
}

package io.sightline.workflow.executor;

import io.sightline.vision.Attribute;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.DetectionsReader;
import io.sightline.workflow.block.Kind;
import java.time.DateTimeException;
import java.time.temporal.Temporal;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/** The wire forms of kinds; values of other kinds pass unchanged. */
final class KindReaders {
  private static final Map<String, KindReader> READERS = readers();

  private KindReaders() {}

  private static Map<String, KindReader> readers() {
    Map<String, KindReader> readers = new HashMap<>();
    readers.put(Kind.IMAGE.name(), KindReaders::image);
    put(readers, VideoMetadataReader::read, Kind.VIDEO_METADATA.name());
    put(
        readers,
        DetectionsReader::read,
        "rle_instance_segmentation_prediction",
        "semantic_segmentation_prediction");
    put(
        readers,
        KindReaders::detections,
        "object_detection_prediction",
        "instance_segmentation_prediction",
        "keypoint_detection_prediction",
        "qr_code_detection",
        "bar_code_detection");
    put(readers, KindReaders::classification, "classification_prediction");
    put(
        readers,
        KindReaders::text,
        "string",
        "top_class",
        "language_model_output",
        "prediction_type",
        "parent_id",
        "inference_id",
        "roboflow_model_id",
        "roboflow_project",
        "roboflow_solution",
        "roboflow_api_key",
        "ROBOFLOW_MANAGED_KEY");
    put(readers, (p, v) -> typed(p, v, Boolean.class, "boolean value"), "boolean");
    put(
        readers,
        (p, v) -> typed(p, v, List.class, "list"),
        "list_of_values",
        "detections_overlaps");
    put(readers, (p, v) -> typed(p, v, List.class, "numpy array value"), "numpy_array");
    put(readers, (p, v) -> typed(p, v, Map.class, "dict value"), "dictionary");
    put(readers, KindReaders::integer, "integer");
    put(readers, KindReaders::number, "float");
    put(readers, KindReaders::fraction, "float_zero_to_one");
    put(readers, PointReaders::point, "point");
    put(readers, PointReaders::zone, "zone");
    put(readers, PointReaders::labeledPoints, "labeled_points");
    put(readers, PointReaders::color, "rgb_color");
    put(readers, KindReaders::bytes, "bytes");
    put(readers, KindReaders::timestamp, "timestamp");
    return Map.copyOf(readers);
  }

  private static void put(
      Map<String, KindReader> readers, BiFunction<String, Object, Object> reader, String... kinds) {
    for (String kind : kinds) {
      readers.put(kind, (parameter, value, pictures) -> reader.apply(parameter, value));
    }
  }

  /** The reader of a kind, null where its values pass unchanged. */
  static KindReader of(String kind) {
    return READERS.get(kind);
  }

  private static Object image(String parameter, Object value, PictureReader pictures) {
    return pictures == null
        ? typed(parameter, value, Image.class, "a picture")
        : pictures.read(parameter, value);
  }

  /** Without masks as run lengths, which are a kind of their own. */
  private static Object detections(String parameter, Object value) {
    Detections read = DetectionsReader.read(parameter, value);
    if (value == read
        || read.items().stream().noneMatch(d -> d.attributes().containsKey(Attribute.RLE_MASK))) {
      return read;
    }
    return new Detections(
        read.items().stream().map(d -> d.without(Attribute.RLE_MASK)).toList(),
        read.imageWidth(),
        read.imageHeight());
  }

  private static Object text(String parameter, Object value) {
    return typed(parameter, value, String.class, "string value");
  }

  private static Object integer(String parameter, Object value) {
    if (value instanceof Boolean
        || value instanceof Number && !(value instanceof Double || value instanceof Float)) {
      return value;
    }
    throw wrong(parameter, "integer value", value);
  }

  private static Double number(String parameter, Object value) {
    if (value instanceof Boolean flag) {
      return flag ? 1.0 : 0.0;
    }
    return typed(parameter, value, Number.class, "float value").doubleValue();
  }

  private static Object fraction(String parameter, Object value) {
    double number = number(parameter, value);
    if (number >= 0 && number <= 1) {
      return number;
    }
    throw refuse(parameter, "float value in range [0.0, 1.0], but value out of range detected.");
  }

  private static Object bytes(String parameter, Object value) {
    if (value instanceof byte[]) {
      return value;
    }
    String text = typed(parameter, value, String.class, "bytes string");
    String digits = text.replaceAll("[^A-Za-z0-9+/=]", "");
    if (digits.length() % 4 != 0) {
      throw refuse(parameter, "bytes string, but it is no base64.");
    }
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw refuse(parameter, "bytes string, but it is no base64.");
    }
  }

  private static Object timestamp(String parameter, Object value) {
    if (value instanceof Temporal) {
      return value;
    }
    try {
      return WireValue.moment(typed(parameter, value, String.class, "datetime"));
    } catch (DateTimeException e) {
      throw refuse(
          parameter,
          "datetime, but could not decode input data: Invalid isoformat string: '%s'."
              .formatted(value.toString().length() > 64 ? "..." : value));
    }
  }

  private static Object classification(String parameter, Object value) {
    Map<?, ?> given = typed(parameter, value, Map.class, "dict value");
    if (!given.containsKey("image") || !given.containsKey("predictions")) {
      throw refuse(
          parameter,
          "classification prediction value, but found that one of required keys"
              + " (['image', 'predictions']) is missing.");
    }
    if (!given.containsKey("predicted_classes")
        && !(given.containsKey("top") && given.containsKey("confidence"))) {
      throw refuse(
          parameter,
          "classification prediction value, but found that passed value misses prediction"
              + " details.");
    }
    Map<Object, Object> filled = new LinkedHashMap<>(given);
    filled.putIfAbsent("prediction_type", "classification");
    filled.putIfAbsent("inference_id", UUID.randomUUID().toString());
    filled.putIfAbsent("parent_id", parameter);
    filled.putIfAbsent("root_parent_id", parameter);
    return filled;
  }

  static <T> T typed(String parameter, Object value, Class<T> type, String what) {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    throw wrong(parameter, what, value);
  }

  private static InputException wrong(String parameter, String what, Object value) {
    return refuse(
        parameter,
        "%s, but invalid type of data found (`%s`).".formatted(what, WireValue.type(value)));
  }

  static InputException refuse(String parameter, String what) {
    return new InputException(
        "Detected runtime parameter `%s` declared to hold %s".formatted(parameter, what), null);
  }
}

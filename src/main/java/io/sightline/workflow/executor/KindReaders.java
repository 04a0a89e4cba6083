package io.sightline.workflow.executor;

import io.sightline.vision.Image;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.DetectionsReader;
import io.sightline.workflow.block.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The wire forms of kinds; values of other kinds pass unchanged. */
final class KindReaders {
  private static final Map<String, KindReader> READERS = readers();

  private KindReaders() {}

  private static Map<String, KindReader> readers() {
    Map<String, KindReader> readers = new HashMap<>();
    readers.put(Kind.IMAGE.name(), (p, v) -> typed(p, v, Image.class, "a picture"));
    readers.put(
        Kind.VIDEO_METADATA.name(), (p, v) -> typed(p, v, VideoMetadata.class, "video metadata"));
    for (Kind kind :
        List.of(
            Kind.OBJECT_DETECTION_PREDICTION,
            Kind.INSTANCE_SEGMENTATION_PREDICTION,
            Kind.RLE_INSTANCE_SEGMENTATION_PREDICTION,
            Kind.KEYPOINT_DETECTION_PREDICTION,
            Kind.QR_CODE_DETECTION,
            Kind.BAR_CODE_DETECTION)) {
      readers.put(kind.name(), DetectionsReader::read);
    }
    readers.put(Kind.CLASSIFICATION_PREDICTION.name(), KindReaders::classification);
    readers.put(Kind.STRING.name(), (p, v) -> typed(p, v, String.class, "string value"));
    readers.put(Kind.BOOLEAN.name(), (p, v) -> typed(p, v, Boolean.class, "boolean value"));
    readers.put(Kind.LIST_OF_VALUES.name(), (p, v) -> typed(p, v, List.class, "list"));
    readers.put(Kind.DICTIONARY.name(), (p, v) -> typed(p, v, Map.class, "dict value"));
    readers.put(Kind.INTEGER.name(), KindReaders::integer);
    readers.put(Kind.FLOAT.name(), KindReaders::number);
    readers.put(Kind.FLOAT_ZERO_TO_ONE.name(), KindReaders::fraction);
    return readers;
  }

  /** The reader of a kind, null where its values pass unchanged. */
  static KindReader of(String kind) {
    return READERS.get(kind);
  }

  private static Object integer(String parameter, Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return value;
    }
    throw wrong(parameter, "integer value", value);
  }

  private static Object number(String parameter, Object value) {
    return typed(parameter, value, Number.class, "float value").doubleValue();
  }

  private static Object fraction(String parameter, Object value) {
    double number = typed(parameter, value, Number.class, "float value").doubleValue();
    if (number >= 0 && number <= 1) {
      return number;
    }
    throw new InputException(
        "Detected runtime parameter `%s` declared to hold float value in range [0.0, 1.0], but value"
                .formatted(parameter)
            + " out of range detected.",
        null);
  }

  private static Object classification(String parameter, Object value) {
    Map<?, ?> given = typed(parameter, value, Map.class, "classification prediction value");
    boolean complete =
        given.containsKey("image")
            && given.containsKey("predictions")
            && (given.containsKey("predicted_classes")
                || given.containsKey("top") && given.containsKey("confidence"));
    if (!complete) {
      throw new InputException(
          "Detected runtime parameter `%s` declared to hold classification prediction value, but found"
                  .formatted(parameter)
              + " that passed value misses prediction details.",
          null);
    }
    Map<Object, Object> filled = new LinkedHashMap<>(given);
    filled.putIfAbsent("prediction_type", "classification");
    filled.putIfAbsent("inference_id", UUID.randomUUID().toString());
    filled.putIfAbsent("parent_id", parameter);
    filled.putIfAbsent("root_parent_id", parameter);
    return filled;
  }

  private static <T> T typed(String parameter, Object value, Class<T> type, String what) {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    throw wrong(parameter, what, value);
  }

  private static InputException wrong(String parameter, String what, Object value) {
    return new InputException(
        "Detected runtime parameter `%s` declared to hold %s, but invalid type of data found (`%s`)."
            .formatted(parameter, what, value.getClass().getSimpleName()),
        null);
  }
}

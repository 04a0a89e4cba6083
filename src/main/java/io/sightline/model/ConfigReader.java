package io.sightline.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a model's JSON file; what is wrong is told by file, field and right value. */
final class ConfigReader {
  private static final JsonMapper MAPPER = mapper();

  private ConfigReader() {}

  private static JsonMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(32).maxNumberLength(40).build())
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .withCoercionConfig(
            LogicalType.Integer, c -> c.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
        .withCoercionConfig(
            LogicalType.Float, c -> c.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
        .withCoercionConfig(
            LogicalType.Textual,
            c ->
                c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }

  /**
   * @param id of the model, for errors
   * @param file its name, for errors
   */
  static ModelConfig read(String id, String file, byte[] json) {
    return read(id, file, json, new TypeReference<ModelConfig>() {}, "one object");
  }

  /** {@link #read(String, String, byte[])} for what is said of the key points of each class. */
  static List<PointsOfClass> points(String id, String file, byte[] json) {
    List<PointsOfClass> all =
        read(id, file, json, new TypeReference<List<PointsOfClass>>() {}, "a list of objects");
    if (all.contains(null)) {
      throw new ModelException("%s of model '%s': must be a list of objects".formatted(file, id));
    }
    return all;
  }

  private static <T> T read(
      String id, String file, byte[] json, TypeReference<T> type, String whole) {
    try {
      T read = MAPPER.readValue(json, type);
      if (read == null) {
        throw new ModelException("%s of model '%s': must be %s".formatted(file, id, whole));
      }
      return read;
    } catch (JsonProcessingException e) {
      boolean understood = e instanceof JsonMappingException && !isBroken(e);
      String reason =
          understood
              ? ": " + reason((JsonMappingException) e, whole)
              : " cannot be read: line %d: %s".formatted(line(e), firstLine(e));
      throw new ModelException("%s of model '%s'%s".formatted(file, id, reason), e);
    } catch (IOException e) {
      throw new ModelException(
          "%s of model '%s' cannot be read: %s".formatted(file, id, e.getMessage()), e);
    }
  }

  /** Whether it is no JSON text, however far the reader had come. */
  private static boolean isBroken(JsonProcessingException e) {
    return e.getCause() instanceof StreamReadException || e.getMessage().startsWith("No content");
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("").replaceFirst(" \\(start.*", "");
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }

  private static String reason(JsonMappingException e, String whole) {
    String field = field(e.getPath());
    if (e instanceof UnrecognizedPropertyException unknown) {
      Collection<Object> known = unknown.getKnownPropertyIds();
      return "'%s' is unknown; known here: %s"
          .formatted(
              field,
              known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
    }
    if (e.getCause() instanceof ConfigFault fault) {
      String place = field.isEmpty() ? fault.field() : field + "." + fault.field();
      return "'%s' must be %s".formatted(place, fault.expected());
    }
    if (e.getCause() instanceof ModelException known) {
      return known.getMessage();
    }
    if (e instanceof MismatchedInputException wrong && wrong.getTargetType() != null) {
      return field.isEmpty()
          ? "must be " + whole
          : "'%s' must be %s".formatted(field, words(wrong.getTargetType()));
    }
    return "'%s': %s".formatted(field, e.getOriginalMessage());
  }

  private static String field(List<JsonMappingException.Reference> path) {
    StringBuilder text = new StringBuilder();
    for (JsonMappingException.Reference place : path) {
      if (place.getFieldName() == null) {
        text.append('[').append(place.getIndex()).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(place.getFieldName());
      }
    }
    return text.toString();
  }

  private static String words(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return "a whole number";
    } else if (type == double.class || type == Double.class) {
      return "a number";
    } else if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    } else if (type == String.class) {
      return "a text";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }
}

package io.sightline.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Values that a JSON Schema allows, references left out. */
public final class RandomLiteral {
  private static final List<String> TEXTS =
      List.of("a", "person", "CENTER", "#ff0000", "red", "id", "x + 1", "", "BOTTOM_CENTER");

  private final Random random;

  public RandomLiteral(Random random) {
    this.random = random;
  }

  /** A value of {@code schema}; null also where it takes nothing but references. */
  public Object of(Map<?, ?> schema) {
    if (schema.get("anyOf") instanceof List<?> several) {
      List<Map<?, ?>> literal = new ArrayList<>();
      for (Object one : several) {
        if (one instanceof Map<?, ?> map && !map.containsKey("reference")) {
          literal.add(map);
        }
      }
      return literal.isEmpty() ? null : of(literal.get(random.nextInt(literal.size())));
    }
    if (schema.get("enum") instanceof List<?> choices) {
      return choices.get(random.nextInt(choices.size()));
    }
    return switch (String.valueOf(schema.get("type"))) {
      case "integer" -> (long) number(schema, 20);
      case "number" -> number(schema, 5);
      case "boolean" -> random.nextBoolean();
      case "string" ->
          schema.containsKey("reference") ? null : TEXTS.get(random.nextInt(TEXTS.size()));
      case "array" -> list(schema);
      case "object" -> object(schema);
      default -> null;
    };
  }

  private double number(Map<?, ?> schema, double usual) {
    double min = bound(schema, "minimum", "exclusiveMinimum", -usual);
    double max = bound(schema, "maximum", "exclusiveMaximum", Math.max(min, 0) + usual);
    double span = Math.min(max - min, 1e9);
    return random.nextInt(10) == 0 ? min : min + random.nextDouble() * span;
  }

  private static double bound(Map<?, ?> schema, String key, String strict, double otherwise) {
    Object given = schema.containsKey(key) ? schema.get(key) : schema.get(strict);
    return given instanceof Number n && Math.abs(n.doubleValue()) < 1e9
        ? n.doubleValue()
        : otherwise;
  }

  private Object list(Map<?, ?> schema) {
    int min = schema.get("minItems") instanceof Number n ? n.intValue() : 0;
    boolean exact = schema.containsKey("maxItems");
    if (!(schema.get("items") instanceof Map<?, ?> items) || items.isEmpty()) {
      return points();
    }
    List<Object> list = new ArrayList<>();
    for (int i = exact ? 0 : -random.nextInt(4); i < min; i++) {
      Object element = of(items);
      list.add(element == null ? points() : element);
    }
    return list;
  }

  /** What lists without a form of their own are mostly for. */
  private List<Object> points() {
    List<Object> points = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i >= 0; i--) {
      points.add(List.of(random.nextInt(60), random.nextInt(40)));
    }
    return points;
  }

  private Object object(Map<?, ?> schema) {
    return schema.get("additionalProperties") instanceof Map<?, ?> values && !values.isEmpty()
        ? Map.of("a", Objects.requireNonNullElse(of(values), 1))
        : Map.of();
  }
}

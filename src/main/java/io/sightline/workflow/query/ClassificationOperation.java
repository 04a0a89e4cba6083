package io.sightline.workflow.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Operations on what a classifier answered, in its wire form. */
sealed interface ClassificationOperation extends Operation {
  record Property(String name) implements ClassificationOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      if (!(value instanceof Map<?, ?> prediction)) {
        throw QueryException.input(
            null,
            "Executing extract_classification_property(...), expected classification results"
                + " object,"
                + " got %s of type %s".formatted(Python.brief(value), Python.type(value)));
      }
      return switch (name) {
        case "top_class" ->
            prediction.containsKey("top") ? prediction.get("top") : predicted(prediction);
        case "top_class_confidence" ->
            prediction.containsKey("confidence")
                ? prediction.get("confidence")
                : confidences(prediction);
        case "top_class_confidence_single" ->
            prediction.containsKey("confidence") ? prediction.get("confidence") : best(prediction);
        case "all_classes" -> all(prediction, "class");
        default -> all(prediction, "confidence");
      };
    }

    private static List<?> predicted(Map<?, ?> prediction) {
      return prediction.get("predicted_classes") instanceof List<?> list ? list : List.of();
    }

    private static List<Object> confidences(Map<?, ?> prediction) {
      List<Object> confidences = new ArrayList<>();
      for (Object name : predicted(prediction)) {
        confidences.add(object(object(prediction.get("predictions")).get(name)).get("confidence"));
      }
      return confidences;
    }

    private static Object best(Map<?, ?> prediction) {
      Object best = null;
      for (Object confidence : confidences(prediction)) {
        best = best == null || Comparison.less(best, confidence) ? confidence : best;
      }
      return best == null ? 0.0 : best;
    }

    private static List<Object> all(Map<?, ?> prediction, String key) {
      if (prediction.get("predictions") instanceof List<?> list) {
        return new ArrayList<>(list.stream().map(p -> object(p).get(key)).toList());
      }
      Map<?, ?> byName = object(prediction.get("predictions"));
      List<Object> sorted = new ArrayList<>(byName.keySet());
      sorted.sort(Comparator.comparingInt(name -> id(object(byName.get(name)))));
      if (!key.equals("class")) {
        sorted.replaceAll(name -> object(byName.get(name)).get(key));
      }
      return sorted;
    }

    private static int id(Map<?, ?> entry) {
      return entry.get("class_id") instanceof Number n ? n.intValue() : 0;
    }

    private static Map<?, ?> object(Object value) {
      if (value instanceof Map<?, ?> map) {
        return map;
      }
      throw QueryException.operation(
          null, "a classification prediction misses its predictions or one of their entries");
    }
  }
}

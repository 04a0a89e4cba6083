package io.sightline.workflow.blocks.fusion;

import io.sightline.vision.Detection;
import io.sightline.workflow.block.BlockException;
import java.util.List;
import java.util.Map;

/** The class that a classifier, or a step that reads text, gives an object. */
record LeadingClass(String name, int id, double confidence) {
  /**
   * The class in the place of one that is missing.
   *
   * @param name null or empty for none
   * @param id null or below 0 for a class that no model has
   */
  static LeadingClass fallback(String name, Number id) {
    return name == null || name.isEmpty()
        ? null
        : new LeadingClass(name, id == null || id.longValue() < 0 ? Detection.NO_CLASS : id(id), 0);
  }

  /**
   * The class in a text, a list of texts or a classification; null where it has none.
   *
   * @param fallback for an empty list and an empty classification with one label
   * @throws BlockException where it is none of these
   */
  static LeadingClass of(Object prediction, LeadingClass fallback) {
    if (prediction instanceof String text) {
      return new LeadingClass(text, 0, 1);
    }
    if (prediction instanceof List<?> list) {
      if (list.isEmpty()) {
        return fallback;
      }
      return list.get(0) instanceof String text ? new LeadingClass(text, 0, 1) : null;
    }
    if (prediction instanceof Map<?, ?> map) {
      return map.containsKey("top") ? top(map, fallback) : surest(map);
    }
    throw new BlockException(
        "classification_predictions must be classifications, strings or lists of strings, not "
            + prediction);
  }

  private static LeadingClass top(Map<?, ?> map, LeadingClass fallback) {
    if (!(map.get("predictions") instanceof List<?> classes) || classes.isEmpty()) {
      return fallback;
    }
    Object top = map.get("top");
    List<?> matching =
        classes.stream()
            .filter(c -> c instanceof Map<?, ?> one && top != null && top.equals(one.get("class")))
            .toList();
    if (matching.size() != 1) {
      throw new BlockException("Could not resolve class id for prediction: " + map);
    }
    Map<?, ?> one = (Map<?, ?>) matching.get(0);
    return new LeadingClass(
        top.toString(), id(number(one, "class_id")), number(one, "confidence").doubleValue());
  }

  private static LeadingClass surest(Map<?, ?> map) {
    if (!(map.get("predicted_classes") instanceof List<?> predicted) || predicted.isEmpty()) {
      return null;
    }
    if (!(map.get("predictions") instanceof Map<?, ?> classes)) {
      throw new BlockException("a classification with many labels has no 'predictions'");
    }
    LeadingClass surest = null;
    double most = 0;
    for (Map.Entry<?, ?> entry : classes.entrySet()) {
      if (!(entry.getValue() instanceof Map<?, ?> one)) {
        throw new BlockException("a classification's predictions must be dictionaries");
      }
      double confidence = number(one, "confidence").doubleValue();
      if (surest == null || most < confidence) {
        most = confidence;
        surest =
            new LeadingClass(
                String.valueOf(entry.getKey()), id(number(one, "class_id")), confidence);
      }
    }
    return most == 0 ? null : surest;
  }

  private static Number number(Map<?, ?> map, String key) {
    if (map.get(key) instanceof Number number) {
      return number;
    }
    throw new BlockException("a classification has no number '" + key + "'");
  }

  private static int id(Number id) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Detection.NO_CLASS, id.longValue()));
  }
}

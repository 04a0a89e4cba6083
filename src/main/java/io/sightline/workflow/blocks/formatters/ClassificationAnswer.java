package io.sightline.workflow.blocks.formatters;

import io.sightline.vision.Image;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a classification of what a language model answered. */
final class ClassificationAnswer {
  private final Map<Object, Object> classIds = new LinkedHashMap<>();
  private final Map<Object, Double> confidences = new LinkedHashMap<>();
  private final Map<String, Object> prediction = new LinkedHashMap<>();

  private ClassificationAnswer(Image image, List<?> classes) {
    for (int i = 0; i < classes.size(); i++) {
      classIds.put(classes.get(i), i);
    }
    prediction.put("image", Map.of("width", image.width(), "height", image.height()));
  }

  /**
   * The prediction for one class or for several; null where the answer has neither.
   *
   * @throws AnswerException where it lacks a part
   */
  static Map<String, Object> read(
      Map<?, ?> answer, Image image, List<?> classes, String inferenceId) {
    ClassificationAnswer reading = new ClassificationAnswer(image, classes);
    if (answer.containsKey("class_name") && answer.containsKey("confidence")) {
      reading.single(answer);
    } else if (answer.containsKey("predicted_classes")) {
      reading.several(answer);
    } else {
      return null;
    }
    reading.prediction.put("inference_id", inferenceId);
    reading.prediction.put("parent_id", image.parent().id());
    return reading.prediction;
  }

  private void single(Map<?, ?> answer) {
    Object top = name(answer.get("class_name"));
    confidences.put(top, VlmFields.confidence(answer.get("confidence")));
    List<Object> predictions = new ArrayList<>();
    if (!classIds.containsKey(top)) {
      predictions.add(entry(top, -1));
    }
    classIds.forEach((name, id) -> predictions.add(entry(name, id)));
    prediction.put("predictions", predictions);
    prediction.put("top", top);
    prediction.put("confidence", confidences.get(top));
  }

  private void several(Map<?, ?> answer) {
    if (!(answer.get("predicted_classes") instanceof List<?> list)) {
      throw new AnswerException("predicted_classes is a list");
    }
    for (Object element : list) {
      AnswerEntry entry = AnswerEntry.of(element);
      Object name = name(entry.required("class"));
      classIds.putIfAbsent(name, -1);
      confidences.merge(name, VlmFields.confidence(entry.required("confidence")), Math::max);
    }
    Map<Object, Object> predictions = new LinkedHashMap<>();
    classIds.forEach(
        (name, id) ->
            predictions.put(
                name, Map.of("confidence", confidences.getOrDefault(name, 0.0), "class_id", id)));
    prediction.put("predictions", predictions);
    prediction.put("predicted_classes", List.copyOf(confidences.keySet()));
  }

  private Map<String, Object> entry(Object name, Object id) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("class", name);
    entry.put("class_id", id);
    entry.put("confidence", confidences.getOrDefault(name, 0.0));
    return entry;
  }

  /** A class is named by one value, mostly a text. */
  private static Object name(Object value) {
    if (value == null || value instanceof List<?> || value instanceof Map<?, ?>) {
      throw new AnswerException("a class is a text");
    }
    return value;
  }
}

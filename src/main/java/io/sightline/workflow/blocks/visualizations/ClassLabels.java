package io.sightline.workflow.blocks.visualizations;

import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a classifier says of a picture, the surest class first: the best of a single-label model,
 * all that were chosen of a multi-label one.
 *
 * @param width of the picture, pixels
 * @param height of the picture, pixels
 */
record ClassLabels(List<Label> labels, int width, int height) {
  private static final int MAX_LABELS = 1000;

  /** One class. */
  record Label(String name, int classId, double confidence) {}

  /**
   * @throws BlockException where {@code raw} is no classification
   */
  static ClassLabels of(Object raw) {
    Map<?, ?> prediction = map(raw);
    List<Label> labels = new ArrayList<>();
    boolean single = prediction.get("predictions") instanceof List<?>;
    if (prediction.get("predictions") instanceof List<?> all) {
      all.forEach(one -> labels.add(label(map(one).get("class"), map(one))));
    } else {
      Map<?, ?> all = map(prediction.get("predictions"));
      if (prediction.get("predicted_classes") instanceof List<?> chosen) {
        DrawingFields.check("the number of predicted classes", chosen.size(), 0, MAX_LABELS);
        chosen.forEach(name -> labels.add(label(name, map(all.get(name)))));
      }
    }
    labels.sort(Comparator.comparingDouble(Label::confidence).reversed());
    Map<?, ?> image = map(prediction.get("image"));
    return new ClassLabels(
        single && labels.size() > 1 ? labels.subList(0, 1) : labels,
        number(image.get("width")).intValue(),
        number(image.get("height")).intValue());
  }

  private static Label label(Object name, Map<?, ?> one) {
    return new Label(
        String.valueOf(name),
        number(one.get("class_id")).intValue(),
        number(one.get("confidence")).doubleValue());
  }

  /** What the labels say, as the block's field text asks. */
  List<String> texts(String what) {
    return labels.stream().map(label -> text(what, label)).toList();
  }

  private static String text(String what, Label label) {
    return switch (what) {
      case "Class" -> label.name();
      case "Confidence" -> LabelText.confidence(label.confidence());
      case "Class and Confidence" -> label.name() + " " + LabelText.confidence(label.confidence());
      default ->
          throw new BlockException(
              "Invalid prediction format: text must be one of: 'class', 'confidence', or 'class and"
                  + " confidence'. Please check if the task_type matches your model's output"
                  + " format.");
    };
  }

  private static Map<?, ?> map(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong();
  }

  private static Number number(Object value) {
    if (value instanceof Number number) {
      return number;
    }
    throw wrong();
  }

  private static BlockException wrong() {
    return new BlockException("predictions must be the classes of a picture with its size");
  }
}

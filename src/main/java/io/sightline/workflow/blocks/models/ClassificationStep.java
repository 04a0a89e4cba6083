package io.sightline.workflow.blocks.models;

import io.sightline.vision.Classification;
import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.OutputField;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model that scores whole pictures at work for one step. Answers in Roboflow's form. */
final class ClassificationStep implements Block {
  private static final double FOUR_DIGITS = 1e4;

  private final Classifier classifier;
  private final List<String> outputs;
  private final boolean multiLabel;

  ClassificationStep(Classifier classifier, Manifest manifest) {
    this.classifier = classifier;
    this.outputs = manifest.outputs().stream().map(OutputField::name).toList();
    this.multiLabel = manifest.type().contains("multi_label");
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("images");
    String id = input.text("model_id");
    Classification found = classifier.classify(id, image, input::addInferenceNanos);
    double confidence = ModelFields.confidence(input);
    String inference = InferenceIds.next();
    Map<String, Object> prediction = new LinkedHashMap<>();
    prediction.put("inference_id", inference);
    prediction.put("image", Map.of("width", found.imageWidth(), "height", found.imageHeight()));
    if (multiLabel) {
      labels(found, confidence, prediction);
    } else {
      best(found, confidence, prediction);
    }
    prediction.put("prediction_type", "classification");
    prediction.put("parent_id", image.parent().id());
    prediction.put("root_parent_id", image.root().id());
    Map<String, Object> values =
        Map.of("inference_id", inference, "predictions", prediction, "model_id", id);
    return new BlockResult.Values(outputs.stream().map(values::get).toList());
  }

  /** All classes that score enough, the best first; scores rounded to four digits. */
  private static void best(
      Classification found, double confidence, Map<String, Object> prediction) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < found.scores().length; i++) {
      if (found.scores()[i] >= confidence) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("class", name(found, i));
        one.put("class_id", i);
        one.put("confidence", Math.rint(found.scores()[i] * FOUR_DIGITS) / FOUR_DIGITS);
        all.add(one);
      }
    }
    all.sort(Comparator.comparingDouble(c -> -(double) c.get("confidence")));
    prediction.put("predictions", List.copyOf(all));
    prediction.put("top", all.isEmpty() ? "" : all.get(0).get("class"));
    prediction.put("confidence", all.isEmpty() ? 0.0 : all.get(0).get("confidence"));
  }

  /** The score of each class, and which of them are enough. */
  private static void labels(
      Classification found, double confidence, Map<String, Object> prediction) {
    Map<String, Object> scores = new LinkedHashMap<>();
    List<String> predicted = new ArrayList<>();
    for (int i = 0; i < found.scores().length; i++) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("confidence", (double) found.scores()[i]);
      one.put("class_id", i);
      scores.put(name(found, i), one);
      if (found.scores()[i] > confidence) {
        predicted.add(name(found, i));
      }
    }
    prediction.put("predictions", scores);
    prediction.put("predicted_classes", predicted);
  }

  private static String name(Classification found, int classId) {
    return classId < found.classNames().size()
        ? found.classNames().get(classId)
        : String.valueOf(classId);
  }
}

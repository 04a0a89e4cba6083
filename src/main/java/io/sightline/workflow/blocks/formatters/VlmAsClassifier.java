package io.sightline.workflow.blocks.formatters;

import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.query.PythonValues;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads a classification out of a language model's answer. */
final class VlmAsClassifier implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST = declare("v1", Kind.STRING);

    public V1() {
      super(MANIFEST, context -> new VlmAsClassifier());
    }
  }

  /** Version 2: the id of the inference has a kind of its own. */
  public static final class V2 extends DeclaredType {
    private static final Manifest MANIFEST = declare("v2", Kind.INFERENCE_ID);

    public V2() {
      super(MANIFEST, context -> new VlmAsClassifier());
    }
  }

  private static Manifest declare(String version, Kind id) {
    return Manifest.of("roboflow_core/vlm_as_classifier@" + version)
        .described(
            "VLM As Classifier",
            "formatter",
            "Reads a classification out of a language model's answer in JSON.")
        .field(VlmFields.image())
        .field(VlmFields.answer())
        .field(VlmFields.classes())
        .output("error_status", Kind.BOOLEAN)
        .output("predictions", Kind.CLASSIFICATION_PREDICTION)
        .output("inference_id", id)
        .build();
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    List<?> classes = input.list("classes");
    String id = UUID.randomUUID().toString();
    Object answer;
    try {
      answer = ModelAnswer.read(input.text("vlm_output"));
    } catch (ModelAnswer.UnreadableAnswer e) {
      return BlockResult.of(true, null, id);
    }
    if (answer == null || answer instanceof Number || answer instanceof Boolean) {
      throw new BlockException(
          "argument of type '%s' is not iterable".formatted(PythonValues.typeName(answer)));
    }
    if (answer instanceof Map<?, ?> map) {
      try {
        Map<String, Object> predictions = ClassificationAnswer.read(map, image, classes, id);
        return BlockResult.of(predictions == null, predictions, id);
      } catch (AnswerException e) {
        return BlockResult.of(true, null, id);
      }
    }
    return BlockResult.of(true, null, id);
  }
}

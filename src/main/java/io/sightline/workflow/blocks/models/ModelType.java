package io.sightline.workflow.blocks.models;

import io.sightline.model.ModelStore;
import io.sightline.model.Task;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import java.util.List;

/** A version of a block that runs a model. */
abstract class ModelType implements BlockType {
  private static final String RUNS =
      "runs the server's models (models.md); active learning has no effect";
  private static final String MODES = "; the modes best and default take the confidence 0.4";

  private final Manifest manifest;
  private final Task task;

  ModelType(Manifest.Builder manifest, Task task) {
    this.manifest = manifest.build();
    this.task = task;
  }

  /** A manifest of these fields, behind those that every model's block has. */
  static Manifest.Builder manifest(
      String title, String description, List<List<Field>> fields, String type, String... aliases) {
    Manifest.Builder builder =
        Manifest.of(type, aliases)
            .described(title, "model", description)
            .remark(remark(fields))
            .fields(ModelFields.source())
            .batch("images")
            .heavy();
    fields.forEach(builder::fields);
    return builder;
  }

  private static String remark(List<List<Field>> fields) {
    boolean modes =
        fields.stream().flatMap(List::stream).anyMatch(f -> f.name().equals("confidence_mode"));
    return RUNS + (modes ? MODES : "");
  }

  /** The first version's outputs of a detector. */
  static Manifest.Builder firstOutputs(Manifest.Builder manifest, Kind... predictions) {
    return manifest.output("inference_id", Kind.STRING).output("predictions", predictions);
  }

  /** The later versions' outputs of a detector. */
  static Manifest.Builder outputs(Manifest.Builder manifest, Kind... predictions) {
    return manifest
        .output("inference_id", Kind.INFERENCE_ID)
        .output("predictions", predictions)
        .output("model_id", Kind.ROBOFLOW_MODEL_ID);
  }

  @Override
  public final Manifest manifest() {
    return manifest;
  }

  @Override
  public final Block create(BlockContext context) {
    Models models = new Models(context.resource(ModelStore.class), task);
    if (context.constant("model_id") instanceof String id) {
      models.check(id);
    }
    return task.findsObjects()
        ? new DetectionStep(models::detect, manifest.outputs().size() > 2)
        : new ClassificationStep(models::classify, manifest);
  }
}

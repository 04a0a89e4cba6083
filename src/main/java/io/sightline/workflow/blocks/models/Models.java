package io.sightline.workflow.blocks.models;

import io.sightline.model.DetectionOptions;
import io.sightline.model.Model;
import io.sightline.model.ModelClosedException;
import io.sightline.model.ModelException;
import io.sightline.model.ModelStore;
import io.sightline.model.Task;
import io.sightline.vision.Classification;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockException;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * The server's models of one task. A model that is replaced in the moment of a call is looked up
 * again, so that the frame meets the new one.
 */
final class Models {
  private final ModelStore store;
  private final Task task;

  Models(ModelStore store, Task task) {
    this.store = store;
    this.task = task;
  }

  /**
   * @throws BlockException where there is no such model, or it is for another task
   */
  void check(String id) {
    find(id);
  }

  Detections detect(String id, Image image, DetectionOptions options, LongConsumer inferenceNanos) {
    return call(id, model -> model.detect(image, options, inferenceNanos));
  }

  Classification classify(String id, Image image, LongConsumer inferenceNanos) {
    return call(id, model -> model.classify(image, inferenceNanos));
  }

  private <T> T call(String id, Function<Model, T> call) {
    try {
      return call.apply(find(id));
    } catch (ModelClosedException e) {
      return call.apply(find(id));
    }
  }

  private Model find(String id) {
    Model model;
    try {
      model = store.get(id);
    } catch (ModelException e) {
      throw new BlockException(
          "ModelNotFound", e.getMessage(), "workflow_execution | model_loading", e);
    }
    boolean fits =
        model.task() == task || task == Task.OBJECT_DETECTION && model.task().findsObjects();
    if (!fits) {
      throw new BlockException(
          "model '%s' is for %s; this block needs one for %s"
              .formatted(id, model.task().text(), task.text()));
    }
    return model;
  }
}

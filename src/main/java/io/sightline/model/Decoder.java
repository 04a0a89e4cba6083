package io.sightline.model;

import java.util.List;
import java.util.Map;

/**
 * Reads boxes out of a network's outputs. One instance belongs to one caller: it may keep scratch
 * memory. A family of models is one implementation, chosen by what its tensors look like.
 */
sealed interface Decoder permits YoloV8Decoder {
  /**
   * Adds what scores above {@code threshold}, corners in pixels of the network's input.
   *
   * @param outputs in the network's order
   * @throws ModelException where the outputs are not what the decoder was chosen for
   */
  void decode(List<OutputTensor> outputs, float threshold, Candidates found);

  /**
   * The decoder for a network.
   *
   * @param outputs its outputs in its order
   * @param metadata its own key and value pairs
   * @param classes how many class names are known
   * @throws ModelException where no decoder fits; the message tells the tensors
   */
  static Decoder choose(List<TensorSpec> outputs, Map<String, String> metadata, int classes) {
    String task = metadata.getOrDefault("task", "detect");
    if (task.equals("detect") && YoloV8Decoder.fits(outputs, classes)) {
      return new YoloV8Decoder(classes);
    }
    throw new ModelException(
        "no decoder for the outputs %s of a model for '%s' with %d classes; known: %s"
            .formatted(outputs, task, classes, YoloV8Decoder.LAYOUT));
  }
}

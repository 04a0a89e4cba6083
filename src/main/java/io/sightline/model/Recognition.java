package io.sightline.model;

import ai.onnxruntime.OrtException;
import java.util.List;

/**
 * What a network was recognised as.
 *
 * @param outputs in the network's order, with the sizes of its first run
 */
record Recognition(Family family, Layout layout, List<TensorSpec> outputs) {
  /** Where PP-OCR's networks that read list what they can read. */
  private static final String CHARACTERS = "character";

  /**
   * Looks at a network, by a run where it leaves sizes open.
   *
   * @param names of the classes; empty where nobody names them
   * @param pointNames of the key points of each class; empty where nobody names them
   * @throws ModelException where no family fits
   */
  static Recognition of(
      Network network, ModelConfig config, List<String> names, List<List<String>> pointNames) {
    if (network.metadata().containsKey(CHARACTERS)) {
      throw new ModelException(
          "it reads text, as its metadata '%s' tells; the blocks that read text run the PP-OCR that"
                  .formatted(CHARACTERS)
              + " comes with the server, and no other");
    }
    String task = config.task() == null ? network.metadata().get("task") : config.task();
    InputSpec spec = InputSpec.of(network.input(), network.metadata(), config);
    try {
      return Family.recognise(
          new Tensors(
              network.outputs(spec),
              network.metadata(),
              names.size(),
              spec,
              Task.named(task),
              network.sides(),
              config.postProcessing(),
              pointNames),
          config.family());
    } catch (OrtException e) {
      throw new ModelException("the first run failed: " + e.getMessage(), e);
    }
  }

  /** Names for the classes: those given, else what the family's must be. */
  List<String> names(List<String> given) {
    return given.isEmpty() ? family.names(layout) : given;
  }
}

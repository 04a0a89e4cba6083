package io.sightline.model;

import io.sightline.vision.Attribute;
import java.util.List;
import java.util.Map;

/**
 * What a model tells of an object beside its box. Computed only for what is kept. One instance
 * belongs to one caller: it may keep scratch memory.
 */
interface Details extends AutoCloseable {
  /** For models that tell nothing more. */
  Details NONE = (outputs, candidates, index, placement) -> Map.of();

  /**
   * @param outputs of the run that gave the candidates
   * @param index which of the candidates
   * @param placement where the picture lies in the network's input
   * @return attributes of the detection, in pixels of the picture, unmodifiable
   */
  Map<Attribute, Object> of(
      List<OutputTensor> outputs, Candidates candidates, int index, Placement placement);

  @Override
  default void close() {}
}

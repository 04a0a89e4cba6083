package io.sightline.model;

import java.util.List;

/**
 * Reads boxes out of a network's outputs. One instance belongs to one caller: it may keep scratch
 * memory. {@link Family} tells which one a network needs.
 */
sealed interface Decoder
    permits YoloV8Decoder,
        YoloV5Decoder,
        YoloXDecoder,
        EndToEndDecoder,
        FusedDecoder,
        QueryDecoder,
        QueryRowsDecoder,
        QueryPointsDecoder,
        CornersDecoder,
        CornerRowsDecoder,
        NanoDetDecoder,
        YuNetDecoder,
        MoveNetDecoder,
        SaliencyDecoder {
  /**
   * Adds what scores above {@code threshold}, corners in pixels of the network's input.
   *
   * @param outputs in the network's order
   * @throws ModelException where the outputs are not what the decoder was chosen for
   */
  void decode(List<OutputTensor> outputs, float threshold, Candidates found);
}

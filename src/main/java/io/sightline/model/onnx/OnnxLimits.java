package io.sightline.model.onnx;

/**
 * What a model may ask for.
 *
 * @param nodes of all its graphs and functions
 * @param tensors constants, of all its graphs
 * @param tensorBytes of one of its inputs or outputs, open sizes taken as one
 * @param dataBytes of all its constants, those in other files among them
 */
public record OnnxLimits(int nodes, int tensors, long tensorBytes, long dataBytes) {
  /** For a file that has been looked through before. */
  public static final OnnxLimits CHECKED =
      new OnnxLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
}

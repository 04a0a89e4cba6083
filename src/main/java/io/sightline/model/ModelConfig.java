package io.sightline.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What {@code model.json} adds to the ONNX file, in the words of Roboflow's model packages. A key
 * that is absent is null: the ONNX file's tensors decide, and then YOLO's usual input. An unknown
 * key is refused, because a step of the preparation that is left out gives wrong boxes silently; a
 * few that say nothing which the tensors do not say themselves are passed over.
 *
 * @param task Roboflow's or Ultralytics' name of what the model answers with
 */
@JsonIgnoreProperties({"forward_pass", "model_initialization", "post_processing"})
record ModelConfig(
    @JsonProperty("task") String task, @JsonProperty("network_input") NetworkInput networkInput) {
  static final ModelConfig EMPTY = new ModelConfig(null, null);

  ModelConfig {
    if (networkInput == null) {
      networkInput = new NetworkInput(null, null, null, null, null, null, null);
    }
  }

  /**
   * How pictures are fed.
   *
   * @param size for a model that takes any size
   * @param colorMode "rgb" or "bgr"
   * @param resizeMode "stretch", "letterbox" or "center-crop"
   * @param paddingPosition where a letterboxed picture's border lies: "around" it, or only "behind"
   *     it, to the right and below
   * @param paddingValue level around a letterboxed picture, 0 to 255
   * @param scalingFactor divides the levels 0 to 255 before {@code normalization}
   * @param normalization the means and the standard deviations, one a channel
   */
  @JsonIgnoreProperties({
    "dataset_version_resize_dimensions",
    "dynamic_spatial_size_supported",
    "dynamic_spatial_size_mode",
    "input_channels"
  })
  record NetworkInput(
      @JsonProperty("training_input_size") Size size,
      @JsonProperty("color_mode") String colorMode,
      @JsonProperty("resize_mode") String resizeMode,
      @JsonProperty("padding_value") Integer paddingValue,
      @JsonProperty("padding_position") String paddingPosition,
      @JsonProperty("scaling_factor") Double scalingFactor,
      @JsonProperty("normalization") List<List<Double>> normalization) {}

  /** Pixels. */
  record Size(@JsonProperty("height") int height, @JsonProperty("width") int width) {}
}

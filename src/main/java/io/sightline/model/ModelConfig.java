package io.sightline.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code model.json} adds to the ONNX file, in the words of Roboflow's model packages. A key
 * that is absent is null: the ONNX file's tensors decide, and then YOLO's usual input. An unknown
 * key is refused, because a step of the preparation that is left out gives wrong boxes silently; a
 * few that say nothing which the tensors do not say themselves are passed over.
 *
 * @param preProcessing steps before the resizing; none but those without effect may be enabled
 * @param classOperations changes of the class names; there may be none
 * @param task Roboflow's or Ultralytics' name of what the model answers with
 */
@JsonIgnoreProperties({"forward_pass", "model_initialization"})
record ModelConfig(
    @JsonProperty("task") String task,
    @JsonProperty("network_input") NetworkInput networkInput,
    @JsonProperty("image_pre_processing") Map<String, Map<String, Object>> preProcessing,
    @JsonProperty("post_processing") PostProcessing postProcessing,
    @JsonProperty("class_names_operations") List<Map<String, Object>> classOperations) {
  static final ModelConfig EMPTY = new ModelConfig(null, null, null, null, null);

  /** Preparations that change nothing here: frames have no orientation of a file. */
  private static final Set<String> WITHOUT_EFFECT = Set.of("auto-orient");

  ModelConfig {
    if (networkInput == null) {
      networkInput = new NetworkInput(null, null, null, null, null, null, null);
    }
    if (preProcessing != null) {
      preProcessing.forEach(ModelConfig::check);
    }
    if (classOperations != null && !classOperations.isEmpty()) {
      throw new ModelException("class_names_operations cannot be done here: " + classOperations);
    }
    if (task == null && postProcessing != null) {
      task = postProcessing.task();
    }
  }

  private static void check(String step, Map<String, Object> options) {
    boolean enabled = options != null && Boolean.TRUE.equals(options.get("enabled"));
    if (enabled && !WITHOUT_EFFECT.contains(step)) {
      throw new ModelException("the preparation '%s' cannot be done here".formatted(step));
    }
  }

  /**
   * What follows the network.
   *
   * @param type "nms", "softmax" or "sigmoid"
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record PostProcessing(@JsonProperty("type") String type) {
    /** The task of classifiers; null for others. */
    String task() {
      return switch (type == null ? "" : type) {
        case "softmax" -> Task.CLASSIFICATION.text();
        case "sigmoid" -> Task.MULTI_LABEL_CLASSIFICATION.text();
        default -> null;
      };
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

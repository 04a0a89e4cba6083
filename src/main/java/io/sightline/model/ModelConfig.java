package io.sightline.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What {@code model.json} adds to the ONNX file, in the words of Roboflow's model packages. A key
 * that is absent is null: the ONNX file's tensors decide, and then YOLO's usual input. An unknown
 * key is refused, because a step of the preparation that is left out gives wrong boxes silently; a
 * few that say nothing which the tensors do not say themselves are passed over.
 *
 * @param preProcessing steps before the resizing, see {@link Preparation}
 * @param classOperations changes of the class names, see {@link KeptClasses}
 * @param task Roboflow's or Ultralytics' name of what the model answers with
 * @param family which of the families it is, where its tensors do not tell
 * @param aliases other ids that lead to the model
 * @param classNames in the order of their ids, where no file beside lists them
 * @param download where the weights are fetched from, where they do not lie beside
 */
@JsonIgnoreProperties({"forward_pass", "model_initialization"})
record ModelConfig(
    @JsonProperty("task") String task,
    @JsonProperty("network_input") NetworkInput networkInput,
    @JsonProperty("image_pre_processing") Map<String, Map<String, Object>> preProcessing,
    @JsonProperty("post_processing") PostProcessing postProcessing,
    @JsonProperty("class_names_operations") List<Map<String, Object>> classOperations,
    @JsonProperty("family") String family,
    @JsonProperty("aliases") List<String> aliases,
    @JsonProperty("class_names") List<String> classNames,
    @JsonProperty("download") Source download) {
  static final ModelConfig EMPTY =
      new ModelConfig(null, null, null, null, null, null, null, null, null);

  private static final int MOST_ALIASES = 32;
  private static final int MOST_NAMES = 100_000;
  private static final Set<String> TYPES = Set.of("nms", "softmax", "sigmoid");

  private static final String FIT = "fit-longer-edge";

  /** The grey around a picture that fits the longer edge. */
  private static final int FIT_GREY = 127;

  @JsonCreator
  ModelConfig {
    if (networkInput == null) {
      networkInput = NetworkInput.SILENT;
    }
    if (postProcessing == null) {
      postProcessing = PostProcessing.SILENT;
    }
    Preparation.of(preProcessing);
    KeptClasses.check(classOperations);
    aliases = texts("aliases", aliases, MOST_ALIASES);
    if (!aliases.stream().allMatch(ModelIds::valid)) {
      throw new ConfigFault("aliases", "ids of letters, digits, '.', '_', '-' and '/'");
    }
    classNames = texts("class_names", classNames, MOST_NAMES);
    if (task == null) {
      task = postProcessing.task();
    }
  }

  ModelConfig(
      String task,
      NetworkInput networkInput,
      Map<String, Map<String, Object>> preProcessing,
      PostProcessing postProcessing,
      List<Map<String, Object>> classOperations) {
    this(
        task, networkInput, preProcessing, postProcessing, classOperations, null, null, null, null);
  }

  private static List<String> texts(String field, List<String> texts, int most) {
    if (texts == null) {
      return List.of();
    }
    if (texts.size() > most || texts.stream().anyMatch(Objects::isNull)) {
      throw new ConfigFault(field, "a list of at most %d texts".formatted(most));
    }
    return List.copyOf(texts);
  }

  /** The steps before the resizing. */
  Preparation preparation() {
    return Preparation.of(preProcessing);
  }

  /**
   * The same, read as Roboflow's {@code inference_config.json}: what that leaves out has other
   * meanings there.
   */
  ModelConfig asRoboflows() {
    boolean fits = FIT.equals(networkInput.resizeMode);
    NetworkInput levels =
        networkInput.scalingFactor == null ? networkInput.scaledBy(1) : networkInput;
    NetworkInput usual =
        new NetworkInput(null, null, "stretch", fits ? FIT_GREY : 0, null, null, null, null);
    return new ModelConfig(
        task,
        levels.or(usual),
        preProcessing,
        postProcessing,
        classOperations,
        family,
        aliases,
        classNames,
        download);
  }

  /**
   * What follows the network.
   *
   * @param type "nms", "softmax" or "sigmoid"
   * @param boxUnit what corners of a detector with suppression inside are given in: "pixels" of the
   *     input or "parts" of it
   * @param firstClass the number that such a detector, or a DETR, gives the first class
   * @param fused of a classifier, whether its network gives probabilities; null to tell by its
   *     numbers
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record PostProcessing(
      @JsonProperty("type") String type,
      @JsonProperty("box_unit") String boxUnit,
      @JsonProperty("first_class") Integer firstClass,
      @JsonProperty("fused") Boolean fused) {
    static final PostProcessing SILENT = new PostProcessing(null, null, null, null);

    PostProcessing {
      if (type != null && !TYPES.contains(type)) {
        throw new ConfigFault("type", "nms, softmax or sigmoid, not '%s'".formatted(type));
      }
      if (boxUnit != null && !boxUnit.equals("pixels") && !boxUnit.equals("parts")) {
        throw new ConfigFault("box_unit", "pixels or parts, not '%s'".formatted(boxUnit));
      }
      if (firstClass != null) {
        ConfigFault.check("first_class", firstClass, 0, MOST_NAMES);
      }
    }

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
   * @param resizeMode "stretch", "letterbox", "resize-and-crop" or "center-crop"
   * @param paddingPosition where a letterboxed picture's border lies: "around" it, or only "behind"
   *     it, to the right and below
   * @param paddingValue level around a letterboxed picture, 0 to 255
   * @param scalingFactor divides the levels 0 to 255 before {@code normalization}
   * @param normalization the means and the standard deviations, one a channel
   * @param cropFraction what "resize-and-crop" keeps of the shorter side
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
      @JsonProperty("normalization") List<List<Double>> normalization,
      @JsonProperty("crop_fraction") Double cropFraction) {
    static final NetworkInput SILENT =
        new NetworkInput(null, null, null, null, null, null, null, null);

    private NetworkInput scaledBy(double factor) {
      return new NetworkInput(
          size,
          colorMode,
          resizeMode,
          paddingValue,
          paddingPosition,
          factor,
          normalization,
          cropFraction);
    }

    /**
     * The same for a family that is usually fed so: what fits the longer edge is stretched for
     * those that are stretched, as Roboflow does it, and letterboxed for others.
     */
    NetworkInput forFamily(NetworkInput usual) {
      boolean stretched = FIT.equals(resizeMode) && "stretch".equals(usual.resizeMode);
      NetworkInput shaped =
          stretched
              ? new NetworkInput(
                  size,
                  colorMode,
                  usual.resizeMode,
                  paddingValue,
                  paddingPosition,
                  scalingFactor,
                  normalization,
                  cropFraction)
              : this;
      return shaped.or(usual);
    }

    /** The same, and {@code other} where this is silent. */
    NetworkInput or(NetworkInput other) {
      boolean levels = scalingFactor != null || normalization != null;
      return new NetworkInput(
          size == null ? other.size : size,
          colorMode == null ? other.colorMode : colorMode,
          resizeMode == null ? other.resizeMode : resizeMode,
          paddingValue == null ? other.paddingValue : paddingValue,
          paddingPosition == null ? other.paddingPosition : paddingPosition,
          levels ? scalingFactor : other.scalingFactor,
          levels ? normalization : other.normalization,
          cropFraction == null ? other.cropFraction : cropFraction);
    }
  }

  /** Pixels. */
  record Size(@JsonProperty("height") int height, @JsonProperty("width") int width) {
    private static final int MOST = 8192;

    Size {
      ConfigFault.check("height", height, 1, MOST);
      ConfigFault.check("width", width, 1, MOST);
    }
  }

  /**
   * A file of the network.
   *
   * @param url https only
   * @param sha256 of the file, hexadecimal digits
   */
  record Source(@JsonProperty("url") URI url, @JsonProperty("sha256") String sha256) {
    Source {
      if (url == null || !"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
        throw new ConfigFault("url", "an address that begins with https://");
      }
      if (url.getUserInfo() != null) {
        throw new ConfigFault("url", "an address without user and password");
      }
      if (sha256 == null || !sha256.matches("[0-9a-fA-F]{64}")) {
        throw new ConfigFault("sha256", "the file's SHA-256, 64 hexadecimal digits");
      }
      sha256 = sha256.toLowerCase(Locale.ROOT);
    }
  }
}

package io.sightline.model;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a network wants to be fed: floats of one picture, channels first.
 *
 * @param width pixels
 * @param height pixels
 * @param resize how a picture of another shape becomes this one
 * @param rgb red first; else blue first, as pictures are held
 * @param padding level around a letterboxed picture, 0 to 255
 * @param gain for each channel in the network's order: value = level * gain + offset
 * @param offset for each channel in the network's order
 */
record InputSpec(
    int width,
    int height,
    Resize resize,
    boolean rgb,
    int padding,
    List<Double> gain,
    List<Double> offset) {

  /** How a picture is brought to the network's size. */
  enum Resize {
    /** Both sides on their own. */
    STRETCH,
    /** The whole picture, with an even border. */
    LETTERBOX,
    /** The whole picture, with a border to the right and below. */
    LETTERBOX_BEHIND,
    /** The middle of the picture, without a border. */
    CENTER_CROP;

    private static Resize named(String name) {
      if (name == null) {
        return LETTERBOX;
      }
      return switch (name) {
        case "stretch" -> STRETCH;
        case "letterbox", "fit-longer-edge" -> LETTERBOX;
        case "center-crop" -> CENTER_CROP;
        default ->
            throw new ModelException(
                "resize_mode must be letterbox, stretch or center-crop, not '%s'".formatted(name));
      };
    }
  }

  static final int CHANNELS = 3;
  private static final int MAX_SIDE = 4096;
  private static final Pattern IMAGE_SIZE = Pattern.compile("\\[\\s*(\\d{1,5})\\s*,\\s*(\\d{1,5})");

  /**
   * Reads the size off the tensor, then the metadata, then the file; the rest from the file, else
   * as YOLO is trained: letterboxed on 114, red first, 0 to 1.
   *
   * @throws ModelException where the tensor is not one picture of three channels, or the file asks
   *     for what is not known here
   */
  static InputSpec of(TensorSpec tensor, Map<String, String> metadata, ModelConfig config) {
    if (tensor.shape().size() != 4 || tensor.dimension(0) != 1 || tensor.dimension(1) != CHANNELS) {
      throw new ModelException("the input must be f32[1, 3, height, width], not " + tensor);
    }
    ModelConfig.NetworkInput declared = config.networkInput();
    int height = tensor.dimension(2);
    int width = tensor.dimension(3);
    Matcher size = IMAGE_SIZE.matcher(metadata.getOrDefault("imgsz", ""));
    if (height < 1 || width < 1) {
      if (size.find()) {
        height = Integer.parseInt(size.group(1));
        width = Integer.parseInt(size.group(2));
      } else if (declared.size() != null) {
        height = declared.size().height();
        width = declared.size().width();
      }
    }
    if (height < 1 || width < 1 || height > MAX_SIDE || width > MAX_SIDE) {
      throw new ModelException(
          "the input %s needs a size from 1 to %d pixels a side, not %dx%d"
              .formatted(tensor, MAX_SIDE, width, height));
    }
    return of(width, height, declared);
  }

  private static InputSpec of(int width, int height, ModelConfig.NetworkInput declared) {
    double scaling = declared.scalingFactor() == null ? 255 : declared.scalingFactor();
    List<Double> mean = statistics(declared, 0, 0.0);
    List<Double> deviation = statistics(declared, 1, 1.0);
    if (!(scaling > 0) || deviation.stream().anyMatch(d -> !(d > 0))) {
      throw new ModelException(
          "scaling_factor and standard deviations must be above 0, not %s and %s"
              .formatted(scaling, deviation));
    }
    int padding = declared.paddingValue() == null ? 114 : declared.paddingValue();
    if (padding < 0 || padding > 255) {
      throw new ModelException("padding_value must be from 0 to 255, not " + padding);
    }
    List<Double> gain = deviation.stream().map(d -> 1 / (scaling * d)).toList();
    List<Double> offset =
        List.of(
            0 - mean.get(0) / deviation.get(0),
            0 - mean.get(1) / deviation.get(1),
            0 - mean.get(2) / deviation.get(2));
    boolean rgb = choice("color_mode", declared.colorMode(), "rgb", "bgr");
    Resize resize = Resize.named(declared.resizeMode());
    boolean around = choice("padding_position", declared.paddingPosition(), "around", "behind");
    if (resize == Resize.LETTERBOX && !around) {
      resize = Resize.LETTERBOX_BEHIND;
    }
    return new InputSpec(width, height, resize, rgb, padding, gain, offset);
  }

  private static List<Double> statistics(ModelConfig.NetworkInput declared, int row, double usual) {
    if (declared.normalization() == null) {
      return List.of(usual, usual, usual);
    }
    if (declared.normalization().size() != 2 || declared.normalization().get(row).size() != 3) {
      throw new ModelException(
          "normalization must be three means and three standard deviations, not "
              + declared.normalization());
    }
    return declared.normalization().get(row);
  }

  private static boolean choice(String key, String given, String usual, String other) {
    if (given != null && !given.equals(usual) && !given.equals(other)) {
      throw new ModelException("%s must be %s or %s, not '%s'".formatted(key, usual, other, given));
    }
    return !other.equals(given);
  }

  /** Where a picture of this size comes to lie in the input. */
  Placement place(int pictureWidth, int pictureHeight) {
    float scaleX = (float) ((double) width / pictureWidth);
    float scaleY = (float) ((double) height / pictureHeight);
    if (resize == Resize.STRETCH) {
      return new Placement(pictureWidth, pictureHeight, scaleX, scaleY, 0, 0, width, height);
    }
    if (resize == Resize.CENTER_CROP) {
      float larger = Math.max(scaleX, scaleY);
      return new Placement(
          pictureWidth,
          pictureHeight,
          larger,
          larger,
          Math.round((width - pictureWidth * larger) / 2),
          Math.round((height - pictureHeight * larger) / 2),
          Math.round(pictureWidth * larger),
          Math.round(pictureHeight * larger));
    }
    double scale = Math.min((double) width / pictureWidth, (double) height / pictureHeight);
    int contentWidth = Math.max(1, (int) (pictureWidth * scale));
    int contentHeight = Math.max(1, (int) (pictureHeight * scale));
    return new Placement(
        pictureWidth,
        pictureHeight,
        (float) scale,
        (float) scale,
        resize == Resize.LETTERBOX ? (width - contentWidth) / 2 : 0,
        resize == Resize.LETTERBOX ? (height - contentHeight) / 2 : 0,
        contentWidth,
        contentHeight);
  }
}

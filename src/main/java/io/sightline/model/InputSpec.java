package io.sightline.model;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a network wants to be fed.
 *
 * @param width pixels
 * @param height pixels
 * @param resize how a picture of another shape becomes this one
 * @param rgb red first; else blue first, as pictures are held
 * @param padding level around a letterboxed picture, 0 to 255
 * @param gain for each channel in the network's order: value = level * gain + offset
 * @param offset for each channel in the network's order
 * @param cropFraction what {@link Resize#RESIZE_AND_CROP} keeps of the shorter side, above 0 to 1
 * @param layout how the numbers lie
 */
record InputSpec(
    int width,
    int height,
    Resize resize,
    boolean rgb,
    int padding,
    List<Double> gain,
    List<Double> offset,
    double cropFraction,
    TensorLayout layout) {

  /** For planes of 32-bit floats. */
  InputSpec(
      int width,
      int height,
      Resize resize,
      boolean rgb,
      int padding,
      List<Double> gain,
      List<Double> offset) {
    this(width, height, resize, rgb, padding, gain, offset, 1, TensorLayout.PLANES);
  }

  /** How a picture is brought to the network's size. */
  enum Resize {
    /** Both sides on their own. */
    STRETCH("stretch"),
    /** The whole picture, with an even border. */
    LETTERBOX("letterbox"),
    /** The whole picture, with a border to the right and below. */
    LETTERBOX_BEHIND(null),
    /** The middle of the picture, enlarged or made smaller until it fills the input. */
    RESIZE_AND_CROP("resize-and-crop"),
    /** The middle of the picture as it is, with an even border where it is too small. */
    CENTER_CROP("center-crop");

    private final String text;

    Resize(String text) {
      this.text = text;
    }

    private static Resize named(String name) {
      if (name == null) {
        return LETTERBOX;
      }
      if (name.equals("fit-longer-edge") || name.equals("letterbox-reflect-edges")) {
        return LETTERBOX;
      }
      for (Resize resize : values()) {
        if (name.equals(resize.text)) {
          return resize;
        }
      }
      throw new ModelException(
          "resize_mode must be letterbox, stretch, resize-and-crop or center-crop, not '%s'"
              .formatted(name));
    }
  }

  private static final int MAX_SIDE = 4096;
  private static final int GREY = 114;

  /** Makes up for what a product of floats lacks of a whole number. */
  private static final double ROUNDING = 1e-6;

  private static final Pattern IMAGE_SIZE = Pattern.compile("\\[\\s*(\\d{1,5})\\s*,\\s*(\\d{1,5})");

  /** {@link #of(TensorSpec, Map, ModelConfig.NetworkInput)} for what the file says. */
  static InputSpec of(TensorSpec tensor, Map<String, String> metadata, ModelConfig config) {
    return of(tensor, metadata, config.networkInput());
  }

  /**
   * Reads the size off the tensor, then the metadata, then the file; the rest from the file, else
   * as YOLO is trained: letterboxed on 114, red first, 0 to 1.
   *
   * @param declared what is known of how the network is fed
   * @throws ModelException where the tensor holds no pictures of three channels, or what is
   *     declared is not known here
   */
  static InputSpec of(
      TensorSpec tensor, Map<String, String> metadata, ModelConfig.NetworkInput declared) {
    TensorLayout layout = TensorLayout.of(tensor);
    int height = tensor.dimension(layout.heightAt());
    int width = tensor.dimension(layout.heightAt() + 1);
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
          "the input %s needs a size from 1 to %d pixels a side, not %dx%d; training_input_size in"
                  .formatted(tensor, MAX_SIDE, width, height)
              + " model.json gives it where the network leaves it open");
    }
    return of(width, height, declared, layout);
  }

  private static InputSpec of(
      int width, int height, ModelConfig.NetworkInput declared, TensorLayout layout) {
    double usual = layout.type() == ElementType.U8 ? 1 : 255;
    double scaling = declared.scalingFactor() == null ? usual : declared.scalingFactor();
    List<Double> mean = statistics(declared, 0, 0.0);
    List<Double> deviation = statistics(declared, 1, 1.0);
    if (!(scaling > 0) || deviation.stream().anyMatch(d -> !(d > 0))) {
      throw new ModelException(
          "scaling_factor and standard deviations must be above 0, not %s and %s"
              .formatted(scaling, deviation));
    }
    int padding = declared.paddingValue() == null ? GREY : declared.paddingValue();
    if (padding < 0 || padding > 255) {
      throw new ModelException("padding_value must be from 0 to 255, not " + padding);
    }
    double fraction = declared.cropFraction() == null ? 1 : declared.cropFraction();
    if (!(fraction > 0 && fraction <= 1)) {
      throw new ModelException("crop_fraction must be above 0 and at most 1, not " + fraction);
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
    return new InputSpec(width, height, resize, rgb, padding, gain, offset, fraction, layout);
  }

  /** The tensor that is fed. */
  TensorSpec tensor(String name) {
    return new TensorSpec(name, layout.type(), layout.shape(width, height));
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
      return new Placement(
          pictureWidth,
          pictureHeight,
          1,
          1,
          middle(width - pictureWidth),
          middle(height - pictureHeight),
          pictureWidth,
          pictureHeight);
    }
    if (resize == Resize.RESIZE_AND_CROP) {
      double larger =
          Math.max((double) width / pictureWidth, (double) height / pictureHeight) / cropFraction;
      int resizedWidth = Math.max(width, (int) (pictureWidth * larger + ROUNDING));
      int resizedHeight = Math.max(height, (int) (pictureHeight * larger + ROUNDING));
      return new Placement(
          pictureWidth,
          pictureHeight,
          (float) resizedWidth / pictureWidth,
          (float) resizedHeight / pictureHeight,
          -(int) Math.rint((resizedWidth - width) / 2.0),
          -(int) Math.rint((resizedHeight - height) / 2.0),
          resizedWidth,
          resizedHeight);
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

  /** What lies before the middle of {@code rest}, as much cut off as would be left over. */
  private static int middle(int rest) {
    return rest < 0 ? -(-rest / 2) : rest / 2;
  }
}

package io.sightline.model;

import io.sightline.vision.Contrast;
import java.util.Map;
import java.util.Set;

/**
 * What is done to a picture before it is brought to the network's size, in this order: a part of it
 * is cut out, its colours are taken away, its levels are spread.
 *
 * @param crop null for the whole picture
 * @param grey whether colours are taken away
 * @param contrast how levels are spread; null where they are not
 */
record Preparation(Crop crop, boolean grey, Contrast contrast) {
  static final Preparation NONE = new Preparation(null, false, null);

  private static final String CROP = "static-crop";
  private static final String GREY = "grayscale";
  private static final String CONTRAST = "contrast";

  /** Steps that change nothing here: frames have no orientation of a file. */
  private static final Set<String> WITHOUT_EFFECT = Set.of("auto-orient");

  /** A part of a picture, in percent of its width and height. */
  record Crop(double minX, double minY, double maxX, double maxY) {
    private static Crop of(Map<String, Object> options) {
      Crop crop =
          new Crop(
              percent(options, "x_min"),
              percent(options, "y_min"),
              percent(options, "x_max"),
              percent(options, "y_max"));
      if (crop.minX >= crop.maxX || crop.minY >= crop.maxY) {
        throw new ModelException("the step '%s' keeps nothing: %s".formatted(CROP, options));
      }
      return crop;
    }

    private static double percent(Map<String, Object> options, String key) {
      if (options.get(key) instanceof Number number
          && number.doubleValue() >= 0
          && number.doubleValue() <= 100) {
        return number.doubleValue();
      }
      throw new ModelException(
          "the step '%s' needs %s from 0 to 100, not %s".formatted(CROP, key, options.get(key)));
    }
  }

  /**
   * Reads what a model's file says, in Roboflow's words; null is silence.
   *
   * @throws ModelException where a step is not known here or says what it cannot
   */
  static Preparation of(Map<String, Map<String, Object>> steps) {
    if (steps == null) {
      return NONE;
    }
    Crop crop = null;
    boolean grey = false;
    Contrast contrast = null;
    for (Map.Entry<String, Map<String, Object>> step : steps.entrySet()) {
      Map<String, Object> options = step.getValue();
      if (options == null || !Boolean.TRUE.equals(options.get("enabled"))) {
        continue;
      }
      switch (step.getKey()) {
        case CROP -> crop = Crop.of(options);
        case GREY -> grey = true;
        case CONTRAST -> contrast = contrast(options.get("type"));
        default -> {
          if (!WITHOUT_EFFECT.contains(step.getKey())) {
            throw new ModelException(
                "the preparation '%s' cannot be done here".formatted(step.getKey()));
          }
        }
      }
    }
    return new Preparation(crop, grey, contrast);
  }

  private static Contrast contrast(Object type) {
    return Contrast.named(String.valueOf(type))
        .orElseThrow(
            () ->
                new ModelException(
                    "the type of the step '%s' must be Contrast Stretching, Histogram Equalization"
                            .formatted(CONTRAST)
                        + " or Adaptive Equalization, not '%s'".formatted(type)));
  }

  boolean isNone() {
    return crop == null && !grey && contrast == null;
  }
}

package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.vision.Levels;
import io.sightline.vision.Pixels;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;

/** Stretches the levels of each channel to all that there are. */
final class ContrastEnhancement implements Block {
  private static final double CENTER = 128;
  private static final double MIDTONES = 1 / 1.3;

  private final Pixels pixels = new Pixels();
  private final byte[] table = new byte[Levels.COUNT];

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "contrast_enhancement@v1",
                "Contrast Enhancement",
                "Stretches the levels of each channel to all that there are.")
            .field(ImageFields.image())
            .field(
                Field.optional(
                    "clip_limit",
                    0,
                    "Percent of the pixels to leave out at either end.",
                    Forms.wholeNumber(0, 50)))
            .field(
                Field.optional(
                    "contrast_multiplier",
                    1.0,
                    "How much to spread the levels further.",
                    Forms.number(0.1, 5)))
            .field(
                Field.optional(
                    "normalize_brightness",
                    false,
                    "Whether to brighten middle levels.",
                    Forms.flag()))
            .output("image", Kind.IMAGE)
            .build();

    public V1() {
      super(MANIFEST, context -> new ContrastEnhancement());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    double clip = input.wholeNumber("clip_limit") / 100.0;
    double multiplier = input.number("contrast_multiplier");
    double gamma = input.flag("normalize_brightness") ? MIDTONES : 1;
    byte[] bytes = pixels.read(image.pixels());
    int channels = image.channels();
    for (int channel = 0; channel < channels; channel++) {
      if (fill(Levels.of(bytes, channel, channels), clip, multiplier, gamma, channels == 1)) {
        for (int i = channel; i < bytes.length; i += channels) {
          bytes[i] = table[bytes[i] & 0xff];
        }
      }
    }
    Image enhanced = Pictures.alike(input, image);
    pixels.write(enhanced.pixels());
    return BlockResult.of(enhanced);
  }

  /** Computes what becomes of each level; false where nothing does. */
  private boolean fill(Levels levels, double clip, double multiplier, double gamma, boolean grey) {
    if (clip > 0 && !grey) {
      double min = levels.quantile(clip * 100 / 100);
      double max = levels.quantile((100 - clip * 100) / 100);
      for (int level = 0; level < Levels.COUNT; level++) {
        double value = (level - min) / (max - min) * 255;
        table[level] = (byte) (int) (float) stretched(value, multiplier, gamma);
      }
      return max > min;
    }
    float min = clip > 0 ? levels.quantile((float) (clip * 100) / 100) : levels.min();
    float max = clip > 0 ? levels.quantile((float) (100 - clip * 100) / 100) : levels.max();
    for (int level = 0; level < Levels.COUNT; level++) {
      float value = (level - min) / (max - min) * 255;
      table[level] = (byte) (int) stretched(value, (float) multiplier, (float) gamma);
    }
    return max > min;
  }

  private static double stretched(double value, double multiplier, double gamma) {
    double spread = multiplier == 1 ? value : CENTER + (value - CENTER) * multiplier;
    double kept = clipped(spread);
    return gamma == 1 ? kept : clipped(Math.pow(kept / 255, gamma) * 255);
  }

  private static float stretched(float value, float multiplier, float gamma) {
    float center = (float) CENTER;
    float spread = multiplier == 1 ? value : center + (value - center) * multiplier;
    float kept = (float) clipped(spread);
    return gamma == 1 ? kept : (float) clipped((float) Math.pow(kept / 255, gamma) * 255);
  }

  private static double clipped(double value) {
    return Math.max(0, Math.min(255, value));
  }
}

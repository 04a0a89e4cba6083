package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.vision.Pixels;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.List;

/** Finds the colour that most of a picture has. */
final class DominantColor implements Block {
  private static final double MAX_WORK = 4e9;

  private final Pixels pixels = new Pixels();

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "dominant_color@v1",
                "Dominant Color",
                "Groups the colours of a picture and answers with the middle of the largest group.")
            .field(ImageFields.image())
            .field(ImageFields.wholeNumber("color_clusters", 4, 1, 10, "How many groups to make."))
            .field(
                ImageFields.wholeNumber(
                    "max_iterations", 100, 1, 500, "How often to improve the groups at most."))
            .field(
                ImageFields.wholeNumber(
                    "target_size", 100, 1, 250, "About the shorter side of what is looked at."))
            .output("rgb_color", Kind.RGB_COLOR)
            .heavy()
            .remark("the same picture always gives the same colour; references are accepted")
            .build();

    public V1() {
      super(MANIFEST, context -> new DominantColor());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    int groups = ImageFields.within(input, "color_clusters", 1, 10);
    int rounds = ImageFields.within(input, "max_iterations", 1, 500);
    Image image = input.image("image");
    int shorter = Math.min(image.width(), image.height());
    int step = Math.max(1, shorter / ImageFields.within(input, "target_size", 1, 250));
    float[] colors = sampled(image, step);
    int count = colors.length / ColorGroups.CHANNELS;
    if (groups > count) {
      throw new BlockException(
          "color_clusters must be at most the number of pixels, %d, not %d"
              .formatted(count, groups));
    }
    ImageFields.bound("max_iterations " + rounds, (double) rounds * groups * count, MAX_WORK);
    float[] color = new ColorGroups(colors, groups).largest(rounds);
    return BlockResult.of(List.of(level(color[2]), level(color[1]), level(color[0])));
  }

  private static int level(float value) {
    return (int) Math.max(0, Math.min(255, Math.rint(value)));
  }

  /** Blue, green and red of each {@code step}th pixel of each {@code step}th row. */
  private float[] sampled(Image image, int step) {
    byte[] bytes = pixels.read(image.pixels());
    int channels = image.channels();
    int columns = (image.width() + step - 1) / step;
    int rows = (image.height() + step - 1) / step;
    float[] colors = new float[columns * rows * ColorGroups.CHANNELS];
    int at = 0;
    for (int y = 0; y < image.height(); y += step) {
      for (int x = 0; x < image.width(); x += step) {
        int from = (y * image.width() + x) * channels;
        for (int c = 0; c < ColorGroups.CHANNELS; c++) {
          colors[at++] = bytes[from + (channels == 1 ? 0 : c)] & 0xff;
        }
      }
    }
    return colors;
  }
}

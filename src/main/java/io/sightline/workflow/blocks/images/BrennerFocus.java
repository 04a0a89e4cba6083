package io.sightline.workflow.blocks.images;

import io.sightline.vision.Image;
import io.sightline.vision.Pixels;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.Locale;
import org.bytedeco.opencv.opencv_core.Mat;

/** Measures how sharp pictures are by Brenner's function: differences two pixels apart. */
final class BrennerFocus implements Block {
  private static final int APART = 2;

  private final Pixels pixels = new Pixels();
  private final Pen pen = new Pen();
  private int[] squares = new int[0];

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest("camera_focus@v1", "Camera Focus", "Measures how sharp a picture is.")
            .field(ImageFields.image())
            .output("image", Kind.IMAGE)
            .output("focus_measure", Kind.FLOAT)
            .build();

    public V1() {
      super(MANIFEST, context -> new BrennerFocus());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    double mean;
    try (Mat grey = Pictures.greyPixels(image)) {
      mean = measure(pixels.read(grey), image.width(), image.height());
    }
    Image shown = input.create(image, image.width(), image.height(), 1);
    pixels.write(shown.pixels());
    pen.on(shown)
        .color(255, 255, 255)
        .text(String.format(Locale.ROOT, "Focus value: %.2f", mean), 10, 30, 1, 2);
    return BlockResult.of(shown, mean);
  }

  /** Writes the measure over the grey pixels, the largest as 255, and returns their mean. */
  private double measure(byte[] grey, int width, int height) {
    if (squares.length != grey.length) {
      squares = new int[grey.length];
    }
    long sum = 0;
    double max = 0;
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at++) {
        int own = grey[at] & 0xff;
        int across = x + APART < width ? (grey[at + APART] & 0xff) - own : 0;
        int down = y + APART < height ? (grey[at + APART * width] & 0xff) - own : 0;
        int largest = Math.max(0, Math.max(across, down));
        squares[at] = largest * largest;
        sum += squares[at];
        max = Math.max(max, squares[at]);
      }
    }
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) (max == 0 ? 0 : (int) (squares[i] / max * 255));
    }
    return (double) sum / grey.length;
  }

  @Override
  public void close() {
    pen.close();
  }
}

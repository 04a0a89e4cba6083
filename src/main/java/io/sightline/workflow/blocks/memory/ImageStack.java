package io.sightline.workflow.blocks.memory;

import io.sightline.vision.Image;
import io.sightline.vision.Jpeg;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.RecentStates;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Size;

/** The last frames as JPEG, the newest first. */
final class ImageStack implements Block {
  private static final String SIZE = "stack_size";
  private static final String WIDTH = "resolution_width";
  private static final String HEIGHT = "resolution_height";
  private static final int MAX_SIZE = 64;
  private static final int LEAST_SIDE = 64;
  private static final int MAX_WIDTH = 1920;
  private static final int MAX_HEIGHT = 1080;
  private static final int JPEG_QUALITY = 75;
  private static final int MAX_VIDEOS = 16;

  private final RecentStates<String, ArrayDeque<byte[]>> videos = new RecentStates<>(MAX_VIDEOS);

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/image_stack@v1")
            .described("Image Stack", "fusion", "Answers with the last frames as JPEG.")
            .field(Field.required("image", "The frame.", Forms.reference(Kind.IMAGE)))
            .field(count(SIZE, 10, 1, MAX_SIZE, "How many frames."))
            .field(count(WIDTH, MAX_WIDTH, LEAST_SIDE, MAX_WIDTH, "Wider frames are made smaller."))
            .field(
                count(
                    HEIGHT, MAX_HEIGHT, LEAST_SIDE, MAX_HEIGHT, "Higher frames are made smaller."))
            .field(
                Field.optional(
                    "clear",
                    false,
                    "Whether the frames before are forgotten.",
                    Forms.flag(),
                    Forms.reference(Kind.BOOLEAN)))
            .output("frames", Kind.LIST_OF_VALUES)
            .output("frames_count", Kind.INTEGER)
            .heavy()
            .build();

    private static Field count(
        String name, int defaultValue, int least, int most, String description) {
      return Field.optional(
              name, defaultValue, description, Forms.wholeNumber(), Forms.reference(Kind.INTEGER))
          .checked(
              value -> {
                if (value instanceof Integer number && (number < least || number > most)) {
                  throw new FormException(
                      "Value error, `%s` must be between %d and %d.".formatted(name, least, most));
                }
              });
    }

    public V1() {
      super(MANIFEST, context -> new ImageStack());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    int size = between(1, input.wholeNumber(SIZE), MAX_SIZE);
    int width = between(LEAST_SIDE, input.wholeNumber(WIDTH), MAX_WIDTH);
    int height = between(LEAST_SIDE, input.wholeNumber(HEIGHT), MAX_HEIGHT);
    Image image = input.image("image");
    byte[] compressed = Jpeg.encode(fit(image, width, height, input), JPEG_QUALITY);
    String video = image.video().videoIdentifier();
    ArrayDeque<byte[]> frames = videos.get(video);
    if (frames == null) {
      frames = videos.put(video, new ArrayDeque<>());
    }
    if (input.flag("clear")) {
      frames.clear();
    }
    while (frames.size() > size) {
      frames.removeFirst();
    }
    if (frames.size() == size) {
      frames.removeLast();
    }
    frames.addFirst(compressed);
    List<Object> all = new ArrayList<>(frames);
    return BlockResult.of(Collections.unmodifiableList(all), all.size());
  }

  private static int between(int least, int value, int most) {
    return Math.max(least, Math.min(value, most));
  }

  private static Image fit(Image image, int maxWidth, int maxHeight, StepInput input) {
    if (image.width() <= maxWidth && image.height() <= maxHeight) {
      return image;
    }
    double scale = Math.min((double) maxWidth / image.width(), (double) maxHeight / image.height());
    int width = Math.max(1, (int) (image.width() * scale));
    int height = Math.max(1, (int) (image.height() * scale));
    Image smaller = input.create(image, width, height, image.channels());
    try (Size size = new Size(width, height)) {
      opencv_imgproc.resize(
          image.pixels(), smaller.pixels(), size, 0, 0, opencv_imgproc.INTER_AREA);
    }
    return smaller;
  }
}

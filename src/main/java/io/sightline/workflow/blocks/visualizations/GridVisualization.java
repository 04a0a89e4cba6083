package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Color;
import io.sightline.vision.Image;
import io.sightline.vision.ImageScope;
import io.sightline.vision.Paint;
import io.sightline.vision.Region;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.Batch;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Shows pictures side by side in rows. */
final class GridVisualization implements Block {
  private static final int MAX_SIDE = 8192;
  private static final int MAX_IMAGES = 1024;
  private static final double FPS = 30;

  private final Paint paint = new Paint();
  private final Size size = new Size();

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/grid_visualization@v1")
            .described("Grid Visualization", "visualization", "Shows pictures side by side.")
            .field(
                Field.required(
                    "images",
                    "The pictures, or lists of them.",
                    Forms.list(1, Forms.reference(Kind.IMAGE, Kind.LIST_OF_VALUES)),
                    Forms.reference(Kind.IMAGE, Kind.LIST_OF_VALUES)))
            .field(DrawingFields.wholeNumber("width", 2560, "Width of the whole, pixels."))
            .field(DrawingFields.wholeNumber("height", 1440, "Height of the whole, pixels."))
            .output("image", Kind.IMAGE)
            .build();

    public V1() {
      super(MANIFEST, context -> new GridVisualization());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    int width = DrawingFields.within(input, "width", 1, MAX_SIDE);
    int height = DrawingFields.within(input, "height", 1, MAX_SIDE);
    List<Image> images = new ArrayList<>();
    collect(input.value("images"), images);
    DrawingFields.check("the number of images", images.size(), 0, MAX_IMAGES);
    Image like = images.stream().filter(Objects::nonNull).findFirst().orElse(null);
    Image grid =
        like == null
            ? nothing(input.images(), width, height)
            : input.create(like, width, height, 3);
    grid.pixels().put(paint.scalar(Color.BLACK));
    fill(grid, images);
    return BlockResult.of(grid);
  }

  private static void collect(Object value, List<Image> images) {
    if (value instanceof List<?> list) {
      list.forEach(one -> collect(one, images));
    } else if (value instanceof Batch batch) {
      batch.asList().forEach(one -> collect(one, images));
    } else {
      images.add(value instanceof Image image ? image : null);
    }
  }

  private static Image nothing(ImageScope scope, int width, int height) {
    String id = UUID.randomUUID().toString();
    VideoMetadata video = new VideoMetadata(id, 0, Instant.now(), FPS, null, null);
    Mat pixels = new Mat(height, width, opencv_core.CV_8UC3);
    return scope.adopt(Image.frame(pixels, null, id, video));
  }

  private void fill(Image grid, List<Image> images) {
    int side = (int) Math.ceil(Math.sqrt(images.size()));
    for (int i = 0; i < images.size(); i++) {
      Image image = images.get(i);
      if (image != null) {
        int width = grid.width() / side;
        int height = grid.height() / side;
        place(image, grid, i % side * width, i / side * height, width, height);
      }
    }
  }

  /** Draws a picture into the middle of a cell, as large as fits. */
  private void place(Image image, Image grid, int x, int y, int width, int height) {
    double scale = Math.min((double) width / image.width(), (double) height / image.height());
    int w = (int) (image.width() * scale);
    int h = (int) (image.height() * scale);
    if (w == 0 || h == 0) {
      return;
    }
    int left = x + (width - w) / 2;
    int top = y + (height - h) / 2;
    size.width(w).height(h);
    try (Mat target = new Region(left, top, left + w, top + h).of(grid.pixels())) {
      if (image.channels() == grid.channels()) {
        opencv_imgproc.resize(image.pixels(), target, size, 0, 0, opencv_imgproc.INTER_AREA);
      } else {
        try (Mat grey = new Mat()) {
          opencv_imgproc.resize(image.pixels(), grey, size, 0, 0, opencv_imgproc.INTER_AREA);
          opencv_imgproc.cvtColor(grey, target, opencv_imgproc.COLOR_GRAY2BGR);
        }
      }
    }
  }

  @Override
  public void close() {
    paint.close();
    size.close();
  }
}

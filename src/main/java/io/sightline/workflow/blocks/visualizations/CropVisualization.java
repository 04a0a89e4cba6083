package io.sightline.workflow.blocks.visualizations;

import io.sightline.vision.Canvas;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Layer;
import io.sightline.vision.Position;
import io.sightline.vision.Region;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.StepInput;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Draws detections enlarged over the picture. One that lies outside of it is left out. */
final class CropVisualization implements Painter {
  private static final int MAX_SCALE = 100;

  /** Of all crops of one picture together: sixteen times full HD. */
  private static final long MAX_PIXELS = 1L << 25;

  private final DetectionColors colors = new DetectionColors();
  private final Layer original = Layer.colors();
  private final Mat enlarged = new Mat();
  private final Size size = new Size();

  /** Version 1. */
  public static final class V1 extends DrawingType {
    public V1() {
      super(
          DrawingFields.drawing(
                  "Crop Visualization",
                  "Draws detections enlarged over the picture.",
                  "roboflow_core/crop_visualization@v1",
                  "CropVisualization")
              .remark("boxes outside of the picture are no error")
              .field(DrawingFields.predictions())
              .fields(DrawingFields.colors())
              .field(DrawingFields.position("position", Position.TOP_CENTER, true))
              .field(Field.number("scale_factor", 2, "Factor on the size."))
              .field(
                  DrawingFields.wholeNumber(
                      "border_thickness", 2, "Thickness of the line around it, pixels.")),
          CropVisualization::new);
    }
  }

  @Override
  public void paint(StepInput input, Canvas canvas) {
    colors.use(input);
    Position position = DrawingFields.position(input, "position");
    int border = DrawingFields.thickness(input, "border_thickness", -1);
    Detections detections = input.detections("predictions");
    List<Region> boxes = Boxes.clipped(detections, canvas.image());
    double scale = scale(input, boxes);
    Mat pixels = keep(canvas.image(), boxes);
    int place = 0;
    for (Detection detection : detections) {
      Color color = colors.of(detection, place);
      Region box = boxes.get(place++);
      if (!box.isEmpty() && enlarge(pixels, box, scale)) {
        int x = DrawingFields.near(position.x(detection));
        int y = DrawingFields.near(position.y(detection));
        Placement at = Placement.of(position, x, y, enlarged.cols(), enlarged.rows());
        paste(canvas.image(), at.x1(), at.y1());
        canvas.rectangle(at.x1(), at.y1(), at.x2(), at.y2(), color, border);
      }
    }
  }

  private static double scale(StepInput input, List<Region> boxes) {
    double scale = input.number("scale_factor");
    if (scale <= 0) {
      throw new BlockException("Scale factor must be positive.");
    }
    DrawingFields.check("scale_factor", scale, 0, MAX_SCALE);
    double pixels = 0;
    for (Region box : boxes) {
      pixels += box.isEmpty() ? 0 : box.width() * scale * (box.height() * scale);
    }
    if (pixels > MAX_PIXELS) {
      throw new BlockException(
          "scale_factor %s makes crops of %.0f pixels, at most %d are drawn on a picture"
              .formatted(scale, pixels, MAX_PIXELS));
    }
    return scale;
  }

  /** The picture's pixels as they are before the first crop is drawn, where there are boxes. */
  private Mat keep(Image image, List<Region> boxes) {
    Mat pixels = original.over(image);
    for (Region group : Region.groups(boxes)) {
      try (Mat from = group.of(image.pixels());
          Mat to = group.of(pixels)) {
        from.copyTo(to);
      }
    }
    return pixels;
  }

  private boolean enlarge(Mat pixels, Region box, double scale) {
    size.width((int) (box.width() * scale)).height((int) (box.height() * scale));
    if (size.width() == 0 || size.height() == 0) {
      return false;
    }
    try (Mat crop = box.of(pixels)) {
      opencv_imgproc.resize(crop, enlarged, size, 0, 0, opencv_imgproc.INTER_LINEAR);
    }
    return true;
  }

  private void paste(Image image, int x, int y) {
    Region target = new Region(x, y, x + enlarged.cols(), y + enlarged.rows());
    Region seen = target.clip(Region.all(image));
    if (!seen.isEmpty()) {
      Region part = new Region(seen.x1() - x, seen.y1() - y, seen.x2() - x, seen.y2() - y);
      try (Mat from = part.of(enlarged);
          Mat to = seen.of(image.pixels())) {
        from.copyTo(to);
      }
    }
  }

  @Override
  public void close() {
    original.close();
    enlarged.close();
    size.close();
  }
}

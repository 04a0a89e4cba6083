package io.sightline.workflow.blocks.images;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bytedeco.opencv.opencv_core.Mat;

/** Finds what moves: what differs from the background that the frames before had. */
final class MotionDetection implements Block {
  private final BackgroundModel background = new BackgroundModel();
  private final MovingAreas areas = new MovingAreas();
  private MotionZone zone;
  private int frames;
  private boolean moved;

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "motion_detection@v1", "Motion Detection", "Finds what moves on a video.")
            .field(ImageFields.image())
            .field(
                ImageFields.positiveNumber(
                    "minimum_contour_area", 200, "Smaller areas do not count, square pixels."))
            .field(
                ImageFields.positiveNumber(
                    "morphological_kernel_size", 3, "Thinner areas do not count, pixels."))
            .field(
                ImageFields.positiveNumber(
                    "threshold", 16, "Squared distance from which a pixel differs."))
            .field(ImageFields.positiveNumber("history", 30, "How many frames are remembered."))
            .field(
                Field.optional(
                    "detection_zone",
                    null,
                    "The polygon to look at, a list of x and y or such a list in JSON.",
                    Forms.reference(Kind.ZONE, Kind.LIST_OF_VALUES),
                    Forms.list(0, Forms.any()),
                    Forms.text(),
                    Forms.nothing()))
            .field(
                ImageFields.flag(
                    "suppress_first_detections",
                    true,
                    "Whether nothing moves until as many frames are known as are remembered."))
            .output("motion", Kind.BOOLEAN)
            .output("alarm", Kind.BOOLEAN)
            .output("detections", Kind.OBJECT_DETECTION_PREDICTION)
            .output("motion_zones", Kind.LIST_OF_VALUES)
            .heavy()
            .remark("what moved can be an output")
            .build();

    public V1() {
      super(MANIFEST, context -> new MotionDetection());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Object wanted = input.value("detection_zone");
    if (zone == null || !zone.isOf(wanted)) {
      zone = MotionZone.of(wanted);
    }
    Image image = input.image("image");
    int history = input.wholeNumber("history");
    Mat mask = background.apply(image, history, input.wholeNumber("threshold"));
    if (frames < history && input.flag("suppress_first_detections")) {
      frames++;
      return BlockResult.of(false, false, new Detections(List.of(), 0, 0), List.of());
    }
    List<int[]> outlines =
        areas.find(
            mask,
            ImageFields.within(input, "morphological_kernel_size", 1, MovingAreas.MAX_KERNEL),
            input.wholeNumber("minimum_contour_area"),
            zone);
    boolean motion = !outlines.isEmpty();
    boolean alarm = motion && !moved;
    moved = motion;
    return answer(image, motion, alarm, areas.simplified(outlines));
  }

  private static BlockResult answer(
      Image image, boolean motion, boolean alarm, List<int[]> outlines) {
    List<Detection> detections = new ArrayList<>();
    List<Object> polygons = new ArrayList<>();
    for (int[] outline : outlines) {
      detections.add(
          Detection.on(image, box(outline), 1, 0, "motion", UUID.randomUUID().toString()));
      polygons.add(NumberArray.of(outline, outline.length / 2, 2));
    }
    return BlockResult.of(
        motion, alarm, new Detections(detections, image.width(), image.height()), polygons);
  }

  private static BoundingBox box(int[] outline) {
    int x1 = Integer.MAX_VALUE;
    int y1 = Integer.MAX_VALUE;
    int x2 = Integer.MIN_VALUE;
    int y2 = Integer.MIN_VALUE;
    for (int i = 0; i < outline.length; i += 2) {
      x1 = Math.min(x1, outline[i]);
      y1 = Math.min(y1, outline[i + 1]);
      x2 = Math.max(x2, outline[i] + 1);
      y2 = Math.max(y2, outline[i + 1] + 1);
    }
    return new BoundingBox(x1, y1, x2, y2);
  }

  @Override
  public void close() {
    background.close();
    areas.close();
  }
}

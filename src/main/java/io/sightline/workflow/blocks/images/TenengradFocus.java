package io.sightline.workflow.blocks.images;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Form;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/** Measures how sharp pictures and what is detected on them are, and draws what a camera shows. */
final class TenengradFocus implements Block {
  private static final String NO_GRID = "None";

  private final Sharpness sharpness = new Sharpness();
  private final FocusOverlay overlay = new FocusOverlay();

  /** Version 2. */
  public static final class V2 extends DeclaredType {
    private static final Manifest MANIFEST =
        ImageFields.manifest(
                "camera_focus@v2",
                "Camera Focus",
                "Measures how sharp a picture and what is detected on it are.")
            .field(ImageFields.image())
            .field(
                plain(
                    "underexposed_threshold_percent",
                    3.0,
                    "Darker pixels are underexposed.",
                    Forms.number(0, 100)))
            .field(
                plain(
                    "overexposed_threshold_percent",
                    97.0,
                    "Brighter pixels are overexposed.",
                    Forms.number(0, 100)))
            .field(plain("show_zebra_warnings", true, "Stripes on bad exposure.", Forms.flag()))
            .field(
                plain(
                    "grid_overlay",
                    "3x3",
                    "Lines that divide the picture.",
                    Forms.oneOf(NO_GRID, "2x2", "3x3", "4x4", "5x5")))
            .field(plain("show_hud", true, "Sharpness and histogram.", Forms.flag()))
            .field(plain("show_focus_peaking", true, "Green on what is sharp.", Forms.flag()))
            .field(plain("show_center_marker", true, "A cross in the centre.", Forms.flag()))
            .field(
                Field.optional(
                    "detections",
                    null,
                    "What to measure beside the whole picture.",
                    Forms.reference(
                        Kind.OBJECT_DETECTION_PREDICTION, Kind.INSTANCE_SEGMENTATION_PREDICTION),
                    Forms.nothing()))
            .output("image", Kind.IMAGE)
            .output("focus_measure", Kind.FLOAT)
            .output("bbox_focus_measures", Kind.LIST_OF_VALUES)
            .heavy()
            .build();

    private static Field plain(String name, Object defaultValue, String description, Form form) {
      return Field.optional(name, defaultValue, description, form);
    }

    public V2() {
      super(MANIFEST, context -> new TenengradFocus());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("image");
    try (Mat grey = Pictures.greyPixels(image)) {
      sharpness.measure(grey);
      double focus = sharpness.mean(0, 0, image.width(), image.height());
      String grid = input.text("grid_overlay");
      FocusOverlay.Options options =
          new FocusOverlay.Options(
              input.flag("show_zebra_warnings"),
              (int) (input.number("underexposed_threshold_percent") * 255 / 100),
              (int) (input.number("overexposed_threshold_percent") * 255 / 100),
              input.flag("show_focus_peaking"),
              input.flag("show_center_marker"),
              grid.equals(NO_GRID) ? 0 : grid.charAt(0) - '0',
              input.flag("show_hud"));
      Image shown = image;
      if (options.any()) {
        shown = Pictures.color(input, image);
        overlay.draw(shown, image, grey, sharpness, focus, options);
      }
      return BlockResult.of(shown, focus, measures(input));
    }
  }

  /** The sharpness of each detection's box, null where it lies outside of the picture. */
  private List<Object> measures(StepInput input) {
    List<Object> measures = new ArrayList<>();
    if (input.value("detections") instanceof Detections detections) {
      Image image = input.image("image");
      for (Detection detection : detections) {
        BoundingBox box = detection.box();
        int x1 = Math.max(0, (int) box.x1());
        int y1 = Math.max(0, (int) box.y1());
        int x2 = Math.min(image.width(), (int) box.x2());
        int y2 = Math.min(image.height(), (int) box.y2());
        measures.add(x2 > x1 && y2 > y1 ? (Object) sharpness.mean(x1, y1, x2, y2) : null);
      }
    }
    return measures;
  }

  @Override
  public void close() {
    overlay.close();
  }
}

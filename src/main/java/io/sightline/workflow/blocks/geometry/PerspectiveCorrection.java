package io.sightline.workflow.blocks.geometry;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.BatchBlock;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.Reference;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;

/** Moves detections, and pictures where wanted, to where they were seen from straight above. */
final class PerspectiveCorrection implements BatchBlock {
  private static final String POLYGONS = "perspective_polygons";
  private static final String ANCHOR = "extend_perspective_polygon_by_detections_anchor";

  private final boolean polygonsOfEach;
  private List<Perspective> perspectives = List.of();

  private PerspectiveCorrection(boolean polygonsOfEach) {
    this.polygonsOfEach = polygonsOfEach;
  }

  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Kind[] DETECTIONS = {
      Kind.OBJECT_DETECTION_PREDICTION, Kind.INSTANCE_SEGMENTATION_PREDICTION
    };
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/perspective_correction@v1", "PerspectiveCorrection")
            .described(
                "Perspective Correction",
                "transformation",
                "Moves detections from a polygon on the picture to an upright rectangle.")
            .field(
                Field.optional(
                    "predictions",
                    null,
                    "The detections to move.",
                    Forms.reference(DETECTIONS),
                    Forms.nothing()))
            .field(
                Field.required("images", "The picture.", Forms.reference(Kind.IMAGE))
                    .alias("image"))
            .field(
                Field.required(
                    POLYGONS,
                    "Four corners on the picture, or several polygons.",
                    Forms.list(0, Forms.any()),
                    Forms.reference(Kind.LIST_OF_VALUES)))
            .field(side("transformed_rect_width"))
            .field(side("transformed_rect_height"))
            .field(
                Field.optional(
                    ANCHOR,
                    "",
                    "The place of detections that the polygon grows for, or ALL corners.",
                    Forms.text(),
                    Forms.reference(Kind.STRING)))
            .field(
                Field.optional(
                    "warp_image",
                    false,
                    "Whether the picture is moved, too.",
                    Forms.flag(),
                    Forms.reference(Kind.BOOLEAN)))
            .output("corrected_coordinates", DETECTIONS)
            .output("warped_image", Kind.IMAGE)
            .output("extended_transformed_rect_width", Kind.INTEGER)
            .output("extended_transformed_rect_height", Kind.INTEGER)
            .batch(
                "predictions",
                "images",
                POLYGONS,
                "transformed_rect_width",
                "transformed_rect_height")
            .remark("also moves masks of several parts")
            .build();

    private static Field side(String name) {
      return Field.optional(
          name,
          1000,
          "A side of the rectangle, pixels.",
          Forms.wholeNumber(),
          Forms.reference(Kind.INTEGER));
    }

    public V1() {
      super(MANIFEST, V1::make);
    }

    private static Block make(BlockContext context) {
      boolean ofStep =
          context.fields().get(POLYGONS) instanceof Reference r && r.selector().ofStepOutput();
      return new PerspectiveCorrection(ofStep);
    }
  }

  /** Keeps the perspectives of the first run, unless polygons grow with the detections. */
  @Override
  public List<BlockResult> runAll(List<StepInput> inputs) {
    SideAnchors anchors = SideAnchors.named(inputs.get(0).text(ANCHOR));
    if (anchors != null || perspectives.size() != inputs.size()) {
      perspectives = perspectives(inputs, anchors);
    }
    MaskBudget masks = new MaskBudget();
    List<BlockResult> results = new ArrayList<>(inputs.size());
    for (int i = 0; i < inputs.size(); i++) {
      results.add(corrected(inputs.get(i), perspectives.get(i), masks));
    }
    return results;
  }

  private List<Perspective> perspectives(List<StepInput> inputs, SideAnchors anchors) {
    List<double[][]> polygons = polygons(inputs);
    if (polygons.size() != inputs.size()) {
      throw new BlockException(
          "Predictions batch size (%d) does not match number of perspective polygons (%d)"
              .formatted(inputs.size(), polygons.size()));
    }
    List<Perspective> all = new ArrayList<>(inputs.size());
    for (int i = 0; i < inputs.size(); i++) {
      StepInput input = inputs.get(i);
      Plane plane =
          new Plane(
              input.wholeNumber("transformed_rect_width"),
              input.wholeNumber("transformed_rect_height"));
      all.add(Perspective.of(polygons.get(i), plane, detections(input), anchors));
    }
    return all;
  }

  /** One for each picture. */
  private List<double[][]> polygons(List<StepInput> inputs) {
    if (polygonsOfEach) {
      return inputs.stream().map(i -> PerspectivePolygons.ofPicture(i.value(POLYGONS))).toList();
    }
    List<double[][]> told = PerspectivePolygons.read(inputs.get(0).value(POLYGONS));
    return told.size() == 1 ? inputs.stream().map(i -> told.get(0)).toList() : told;
  }

  private static Detections detections(StepInput input) {
    return input.value("predictions") == null ? null : input.detections("predictions");
  }

  private static BlockResult corrected(StepInput input, Perspective perspective, MaskBudget masks) {
    Image image = input.image("images");
    Plane plane = perspective.plane();
    Detections detections = detections(input);
    Detections moved = null;
    if (detections != null) {
      List<Detection> corrected = new ArrayList<>(detections.size());
      for (Detection detection : detections) {
        corrected.add(CorrectedDetection.of(detection, perspective));
        masks.spend(corrected.get(corrected.size() - 1).mask());
      }
      moved = detections.with(corrected);
    }
    Image shown = input.flag("warp_image") ? perspective.warp(image, input) : image;
    return BlockResult.of(moved, shown, plane.width(), plane.height());
  }
}

package io.sightline.workflow.blocks.fusion;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Mask;
import io.sightline.vision.Shift;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Moves what was found on the crops of detections back to their picture and joins it. */
final class DetectionsListRollUp implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Kind[] KINDS = {
      Kind.INSTANCE_SEGMENTATION_PREDICTION,
      Kind.OBJECT_DETECTION_PREDICTION,
      Kind.KEYPOINT_DETECTION_PREDICTION
    };
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/detections_list_rollup@v1", "DetectionsListRollUp")
            .described(
                "Detections List Roll-Up",
                "fusion",
                "Moves what was found on the crops of detections back to their picture and joins"
                    + " what overlaps.")
            .remark(
                "the result belongs to the parents' picture, where Roboflow's engine keeps the"
                    + " crop's place and moves it once more in the output")
            .field(
                Field.required(
                    "parent_detection",
                    "The detections that crops were cut for.",
                    Forms.reference(KINDS)))
            .field(
                Field.required(
                    "child_detections",
                    "What was found on each crop, as a list that Dimension Collapse makes.",
                    Forms.reference(Kind.LIST_OF_VALUES)))
            .field(
                Field.optional(
                    "confidence_strategy",
                    "max",
                    "The confidence of what is joined.",
                    Forms.oneOf("max", "mean", "min"),
                    Forms.reference(Kind.LIST_OF_VALUES)))
            .field(
                Field.optional(
                    "overlap_threshold",
                    0.0,
                    "Intersection over union from which it is joined; 0 for any overlap.",
                    Forms.number(0, 1),
                    Forms.reference(Kind.FLOAT_ZERO_TO_ONE)))
            .field(
                Field.optional(
                    "keypoint_merge_threshold",
                    10.0,
                    "Mean distance of key points below which it is joined, pixels.",
                    Forms.number(0, Double.MAX_VALUE),
                    Forms.reference(Kind.FLOAT)))
            .output("rolled_up_detections", KINDS)
            .output("crop_zones", Kind.LIST_OF_VALUES)
            .build();

    public V1() {
      super(MANIFEST, context -> new DetectionsListRollUp());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections parents = input.detections("parent_detection");
    List<Detections> children = new ArrayList<>();
    for (Object child : input.list("child_detections")) {
      if (!(child instanceof Detections detections)) {
        throw new BlockException("child_detections must be a list of detections, not of " + child);
      }
      children.add(detections);
    }
    if (parents.size() != children.size()) {
      throw new BlockException(
          "Number of detections in parent_prediction (%d) must match number of child predictions (%d)"
              .formatted(parents.size(), children.size()));
    }
    if (!parents.sized() || !parents.items().get(0).root().placed()) {
      throw new BlockException(
          "parent_prediction must have 'root_parent_dimensions' in its data attribute");
    }
    Comparisons.check(children.stream().mapToInt(Detections::size).sum());
    RollUp rollUp =
        new RollUp(
            strategy(input.text("confidence_strategy")),
            input.number("overlap_threshold"),
            input.number("keypoint_merge_threshold"));
    return BlockResult.of(
        parents.with(joined(moved(parents, children), rollUp)),
        parents.items().stream().map(d -> zone(d.box())).toList());
  }

  private static Aggregation strategy(String name) {
    return switch (name) {
      case "max" -> Aggregation.MAX;
      case "min" -> Aggregation.MIN;
      case "mean" -> Aggregation.AVERAGE;
      default ->
          throw new BlockException("confidence_strategy must be max, mean or min, not " + name);
    };
  }

  private static List<Detection> joined(List<Detection> found, RollUp rollUp) {
    boolean masks = found.stream().allMatch(d -> d.mask() != null);
    boolean keypoints =
        found.stream().anyMatch(d -> d.attributes().containsKey(Attribute.KEYPOINTS));
    Map<Integer, List<Detection>> classes = new LinkedHashMap<>();
    found.forEach(d -> classes.computeIfAbsent(d.classId(), c -> new ArrayList<>()).add(d));
    List<Detection> joined = new ArrayList<>();
    for (List<Detection> ofClass : classes.values()) {
      if (keypoints) {
        joined.addAll(rollUp.byKeypoints(ofClass));
      } else {
        joined.addAll(masks ? rollUp.byMasks(ofClass) : rollUp.byBoxes(ofClass));
      }
    }
    return joined;
  }

  /** What was found on each crop, on the parents' picture and with names of its own. */
  private static List<Detection> moved(Detections parents, List<Detections> children) {
    List<Detection> moved = new ArrayList<>();
    for (int i = 0; i < children.size(); i++) {
      Detection parent = parents.items().get(i);
      Shift shift = new Shift((int) parent.box().x1(), (int) parent.box().y1());
      for (Detection d : children.get(i)) {
        Mask mask = d.mask();
        if (mask != null) {
          mask = mask.moved(shift.dx(), shift.dy(), parents.imageWidth(), parents.imageHeight());
        }
        moved.add(
            new Detection(
                shift.of(d.box()),
                d.confidence(),
                d.classId(),
                d.className(),
                UUID.randomUUID().toString(),
                null,
                parent.parent(),
                parent.root(),
                shift.of(d.attributes(), mask)));
      }
    }
    return moved;
  }

  /** The corners of a crop, clockwise from the top left. */
  private static List<List<Double>> zone(BoundingBox box) {
    double x1 = box.x1();
    double y1 = box.y1();
    double x2 = box.x2();
    double y2 = box.y2();
    return List.of(List.of(x1, y1), List.of(x2, y1), List.of(x2, y2), List.of(x1, y2));
  }
}

package io.sightline.workflow.blocks.analytics;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Position;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.NumberSet;
import io.sightline.workflow.blocks.Pairs;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the detections that lie over one of a certain class, in the order in which Roboflow's
 * engine gives them.
 */
final class Overlap implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/overlap@v1")
            .described(
                "Overlap Filter",
                "analytics",
                "Keeps the detections whose boxes lie over one of a certain class.")
            .field(
                Field.required(
                    "predictions",
                    "The detections, those of the class among them.",
                    Forms.reference(AnalyticsFields.DETECTIONS)))
            .field(
                Field.optional(
                    "overlap_type",
                    "Center Overlap",
                    "Whether the centre must lie inside, or any part of the box.",
                    Forms.oneOf("Center Overlap", "Any Overlap")))
            .field(
                Field.required(
                    "overlap_class_name", "The class to lie over, itself left out.", Forms.text()))
            .output("overlaps", Kind.OBJECT_DETECTION_PREDICTION)
            .build();

    public V1() {
      super(MANIFEST, context -> new Overlap());
    }
  }

  @Override
  public BlockResult run(StepInput input) {
    Detections all = input.detections("predictions");
    String wanted = input.text("overlap_class_name");
    boolean center = input.text("overlap_type").equals("Center Overlap");
    List<BoundingBox> under =
        all.items().stream().filter(d -> d.className().equals(wanted)).map(Detection::box).toList();
    Pairs.check(under.size(), all.size());
    NumberSet kept = new NumberSet();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!all.items().get(i).className().equals(wanted)) {
        others.add(i);
      }
    }
    for (BoundingBox box : under) {
      if (others.isEmpty()) {
        break;
      }
      NumberSet found = new NumberSet();
      others.removeIf(i -> over(box, all.items().get(i), center) && found.add(i));
      kept = kept.union(found);
    }
    return BlockResult.of(all.with(kept.numbers().stream().map(all.items()::get).toList()));
  }

  private static boolean over(BoundingBox under, Detection detection, boolean center) {
    if (center) {
      double x = Position.CENTER.x(detection);
      double y = Position.CENTER.y(detection);
      return x > under.x1() && x < under.x2() && y > under.y1() && y < under.y2();
    }
    BoundingBox box = detection.box();
    return !(box.x2() < under.x1()
        || box.x1() > under.x2()
        || box.y2() < under.y1()
        || box.y1() > under.y2());
  }
}

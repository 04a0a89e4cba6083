package io.sightline.workflow.blocks.comparisons;

import static io.sightline.workflow.blocks.Step.object;
import static io.sightline.workflow.blocks.Step.on;
import static io.sightline.workflow.blocks.Step.outlined;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.Attribute;
import io.sightline.vision.Detection;
import io.sightline.vision.Mask;
import io.sightline.workflow.blocks.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OverlapAnalysisTest {
  private static List<?> overlaps(Detection reference, Detection candidate) {
    Step step = new Step(new OverlapAnalysis.V1());
    return (List<?>)
        step.run("reference_predictions", on(reference), "candidate_predictions", on(candidate))
            .get(0);
  }

  private static double ratio(Detection reference, Detection candidate) {
    return (double) ((Map<?, ?>) overlaps(reference, candidate).get(0)).get("overlap_ratio");
  }

  @Test
  void theWholeIsTheReferenceAlone() {
    Detection small = object("cup", 50, 50, 20, 20);
    Detection large = object("table", 55, 50, 40, 40);
    assertEquals(0.25, ratio(large, small));
    assertEquals(1.0, ratio(small, large));
    assertEquals(
        List.of(
            Map.of(
                "reference_class", "table",
                "reference_confidence", 0.75,
                "candidate_class", "cup",
                "candidate_confidence", 0.75,
                "overlap_ratio", 0.25,
                "reference_detection_id", "table55.0,50.0",
                "candidate_detection_id", "cup50.0,50.0")),
        overlaps(large, small));
  }

  @Test
  @DisplayName("KCO-2: outlines are compared where detections have masks")
  void concaveOutlinesShareOnlyWhatBothCover() {
    Detection angle =
        outlined(
            "L",
            new int[] {10, 10},
            new int[] {30, 10},
            new int[] {30, 70},
            new int[] {90, 70},
            new int[] {90, 90},
            new int[] {10, 90});
    Detection box = object("box", 60, 50, 60, 80);
    // the outline covers 20 x 60 and 80 x 20 and half a pixel in the inner corner; the box has
    // 60 x 20 of that from x 30 on, and the half pixel
    assertEquals(1200.5 / 2800.5, ratio(angle, box), 1e-9);
    assertEquals(1200.5 / 4800.0, ratio(box, angle), 1e-9);
  }

  @Test
  void anOutlineThatTouchesItselfCountsAsItsBox() {
    byte[] rows = new byte[40 * 40];
    for (int i = 0; i < 40; i++) {
      rows[20 * 40 + i] = 1;
      rows[i * 40 + 20] = 1;
    }
    Mask cross = Mask.of(320, 240, 100, 100, 40, rows);
    Detection thin = object("cross", 120, 120, 40, 40).with(Attribute.MASK, cross);
    assertEquals(1.0, ratio(thin, object("box", 120, 120, 60, 60)));
  }
}

package io.sightline.workflow.blocks.comparisons;

import static io.sightline.workflow.blocks.Step.object;
import static io.sightline.workflow.blocks.Step.on;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.blocks.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionsDifferenceTest {
  private static List<String> ids(Object detections) {
    return ((Detections) detections).items().stream().map(Detection::id).toList();
  }

  private final Detections before =
      on(
          object("can", 50, 50, 20, 20),
          object("can", 200, 50, 20, 20),
          object("can", 50, 200, 20, 20));
  private final Detections after =
      on(
          object("can", 54, 50, 20, 20),
          object("bag", 52, 200, 20, 20),
          object("can", 300, 220, 20, 20));

  @Test
  void pairsWhatIsCheapestAndTellsTheRest() {
    Step step = new Step(new DetectionsDifference.V1(), "reject_cost", 0.5);
    List<Object> answer = step.run("reference_predictions", before, "candidate_predictions", after);
    assertEquals(List.of("can200.0,50.0"), ids(answer.get(0)));
    assertEquals(List.of("can54.0,50.0", "bag52.0,200.0"), ids(answer.get(1)));
    assertEquals(List.of("can300.0,220.0"), ids(answer.get(2)));
    assertEquals(List.of(1, 1, true), answer.subList(3, 6));
  }

  @Test
  void otherClassesAreNeverTheSameWhereItIsStrict() {
    Step step =
        new Step(
            new DetectionsDifference.V1(),
            "class_strict",
            true,
            "reject_cost",
            0.5,
            "min_removed_to_verify",
            3);
    List<Object> answer = step.run("reference_predictions", before, "candidate_predictions", after);
    assertEquals(List.of("can54.0,50.0"), ids(answer.get(1)));
    assertEquals(List.of(2, 2, false), answer.subList(3, 6));
  }

  @Test
  void nothingToCompareMeansAllGone() {
    Step step = new Step(new DetectionsDifference.V1());
    List<Object> answer = step.run("reference_predictions", before, "candidate_predictions", on());
    assertEquals(List.of(3, 0, true), answer.subList(3, 6));
  }
}

package io.sightline.workflow.blocks.analytics;

import static io.sightline.workflow.blocks.Step.frame;
import static io.sightline.workflow.blocks.Step.on;
import static io.sightline.workflow.blocks.Step.tracked;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Attribute;
import io.sightline.vision.Detections;
import io.sightline.workflow.blocks.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathDeviationTest {
  private static Object deviation(List<Object> answer) {
    return ((Detections) answer.get(0)).items().get(0).attributes().get(Attribute.PATH_DEVIATION);
  }

  @Test
  void measuresTheWholeWayOfATrack() {
    List<?> path = List.of(List.of(50, 100), List.of(100, 100));
    Step step = new Step(new PathDeviation.V2(), "reference_path", path);
    assertEquals(
        50.0,
        deviation(step.run("image", frame("a", 1, 0), "detections", on(tracked(1, 50, 100)))));
    assertEquals(
        7.0,
        deviation(step.run("image", frame("a", 2, 0), "detections", on(tracked(1, 100, 107)))));
  }

  @Test
  void refusesAPathWithoutEnd() {
    Step step =
        new Step(
            new PathDeviation.V1(),
            "reference_path",
            java.util.Collections.nCopies(1001, List.of(1, 1)));
    RuntimeException e =
        assertThrows(
            RuntimeException.class,
            () -> step.run("metadata", Step.video("a", 1, 0), "detections", on(tracked(1, 5, 5))));
    assertTrue(e.getMessage().contains("1 to 1000 points, not 1001"), e.getMessage());
  }
}

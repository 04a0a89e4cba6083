package io.sightline.workflow.blocks.comparisons;

import static io.sightline.workflow.blocks.Step.object;
import static io.sightline.workflow.blocks.Step.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Attribute;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.blocks.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNeighborTest {
  private static List<Object> distances(Object detections) {
    return ((Detections) detections)
        .items().stream().map(d -> d.attributes().get(Attribute.NEAREST_TARGET_DISTANCE)).toList();
  }

  private static List<String> names(Object detections) {
    return ((Detections) detections).items().stream().map(Detection::className).toList();
  }

  @Test
  void tiesWithinAPixelAreAllNearest() {
    Step step = new Step(new NearestNeighbor.V1());
    List<Object> answer =
        step.run(
            "query_predictions",
            on(object("q", 100, 100, 10, 10)),
            "target_predictions",
            on(
                object("a", 110, 100, 10, 10),
                object("b", 100, 111, 10, 10),
                object("c", 100, 112, 10, 10)));
    assertEquals(List.of(10.0), distances(answer.get(0)));
    assertEquals(List.of("q", "q"), names(answer.get(1)));
    assertEquals(List.of("a", "b"), names(answer.get(2)));
  }

  @Test
  void nobodyIsHisOwnNeighbour() {
    Step step = new Step(new NearestNeighbor.V1());
    Detections same = on(object("a", 0, 0, 2, 2), object("b", 30, 40, 2, 2));
    List<Object> answer = step.run("query_predictions", same, "target_predictions", same);
    assertEquals(List.of(50.0, 50.0), distances(answer.get(0)));
    assertEquals(List.of("b", "a"), names(answer.get(2)));
  }

  @Test
  void targetsTooFarAreNone() {
    Step step = new Step(new NearestNeighbor.V1(), "max_distance", 20);
    List<Object> answer =
        step.run(
            "query_predictions",
            on(object("q", 100, 100, 10, 10)),
            "target_predictions",
            on(object("a", 130, 100, 10, 10)));
    Detection alone = ((Detections) answer.get(0)).items().get(0);
    assertTrue(alone.attributes().containsKey(Attribute.NEAREST_TARGET_DISTANCE));
    assertNull(alone.attributes().get(Attribute.NEAREST_TARGET_DISTANCE));
    assertEquals(List.of(), names(answer.get(1)));
  }

  @Test
  void aKeyPointNeedsItsName() {
    Step step = new Step(new NearestNeighbor.V1(), "target_point", "KEYPOINT");
    BlockException e =
        assertThrows(
            BlockException.class,
            () -> step.run("query_predictions", on(), "target_predictions", on()));
    assertEquals(
        "`target_keypoint_name` must be provided when `target_point` is set to 'KEYPOINT'.",
        e.getMessage());
  }
}

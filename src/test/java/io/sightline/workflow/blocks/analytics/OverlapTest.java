package io.sightline.workflow.blocks.analytics;

import static io.sightline.workflow.blocks.Step.object;
import static io.sightline.workflow.blocks.Step.on;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.blocks.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapTest {
  private final Detections scene =
      on(
          object("truck", 100, 100, 40, 40),
          object("dog", 115, 115, 20, 20),
          object("cat", 130, 100, 20, 20),
          object("bird", 200, 200, 10, 10));

  private List<String> names(String type) {
    Step step = new Step(new Overlap.V1(), "overlap_class_name", "truck", "overlap_type", type);
    Detections kept = (Detections) step.run("predictions", scene).get(0);
    return kept.items().stream().map(Detection::className).toList();
  }

  @Test
  void centresMustLieInsideNotOnTheBorder() {
    assertEquals(List.of("dog"), names("Center Overlap"));
  }

  @Test
  void anyPartCountsEvenTheBorder() {
    assertEquals(List.of("dog", "cat"), names("Any Overlap"));
  }
}

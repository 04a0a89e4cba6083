package io.sightline.workflow.blocks.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.blocks.StepFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class MotionBlocksTest {
  /** Grey, with a bright square whose left edge is at {@code left}; none where that is negative. */
  private static Image frame(StepFixture step, int left) {
    return step.color(
        160,
        120,
        (x, y) -> left >= 0 && x >= left && x < left + 40 && y >= 30 && y < 70 ? 250 : 60);
  }

  private static StepFixture learned() {
    StepFixture step = new StepFixture(new MotionDetection.V1()).with("history", 4);
    for (int i = 0; i < 4; i++) {
      assertEquals(false, step.with("image", frame(step, -1)).run().get(0));
    }
    return step;
  }

  @Test
  void raisesTheAlarmWhenMotionBeginsAndOnlyThen() {
    try (StepFixture step = learned()) {
      List<Object> begin = step.with("image", frame(step, 20)).run();
      assertEquals(List.of(true, true), begin.subList(0, 2));
      Detections found = (Detections) begin.get(2);
      assertEquals(1, found.size());
      assertEquals("motion", found.items().get(0).className());
      assertEquals(new BoundingBox(20, 30, 60, 70), found.items().get(0).box());
      assertEquals(1, ((List<?>) begin.get(3)).size());
      List<Object> after = step.with("image", frame(step, 60)).run();
      assertEquals(List.of(true, false), after.subList(0, 2));
    }
  }

  @Test
  void sawNothingMoveBeforeAsManyFramesAreKnownAsAreRemembered() {
    try (StepFixture step = new StepFixture(new MotionDetection.V1()).with("history", 4)) {
      step.with("image", frame(step, -1)).run();
      assertEquals(List.of(false, false), step.with("image", frame(step, 20)).run().subList(0, 2));
    }
  }

  @Test
  void cutsMotionAtTheZone() {
    try (StepFixture step = learned()) {
      step.with("detection_zone", "[[0, 0], [40, 0], [40, 120], [0, 120]]");
      Detections found = (Detections) step.with("image", frame(step, 20)).run().get(2);
      assertEquals(1, found.size());
      assertEquals(40 + 1, found.items().get(0).box().x2(), "the zone's last column is in");
    }
    try (StepFixture step = learned()) {
      step.with("detection_zone", List.of(List.of(100, 0), List.of(150, 0), List.of(150, 90)));
      assertEquals(false, step.with("image", frame(step, 20)).run().get(0));
    }
  }

  @Test
  void saysWhatIsWrongWithAZone() {
    try (StepFixture step = new StepFixture(new MotionDetection.V1())) {
      step.with("image", frame(step, -1)).with("detection_zone", "[[0, 0");
      assertEquals(
          "Could not parse detection zone as a valid json",
          assertThrows(BlockException.class, step::run).getMessage());
      step.with("detection_zone", List.of(List.of(0, 0), List.of(9, 9)));
      assertEquals(
          "detection_zone must be a list of 3 to 10000 points",
          assertThrows(BlockException.class, step::run).getMessage());
      step.with("detection_zone", List.of(1, 2, 3));
      assertEquals(
          "a point of detection_zone must be x and y, not 1",
          assertThrows(BlockException.class, step::run).getMessage());
    }
  }

  @Test
  void anOutlineThatIsPartedByAZoneIsSeveral() {
    MotionZone zone =
        MotionZone.of(
            List.of(
                List.of(0, 0),
                List.of(30, 0),
                List.of(30, 40),
                List.of(20, 40),
                List.of(20, 5),
                List.of(10, 5),
                List.of(10, 40),
                List.of(0, 40)));
    assertEquals(2, zone.cut(new int[] {5, 20, 25, 20, 25, 30, 5, 30}).size());
    assertEquals(0, zone.cut(new int[] {40, 20, 60, 20, 60, 30}).size());
  }

  @Test
  void whatDiffersFromTheBackgroundIsWhite() {
    try (StepFixture step = new StepFixture(new BackgroundSubtraction.V1())) {
      for (int i = 0; i < 5; i++) {
        step.with("image", frame(step, -1)).run();
      }
      Image shown = step.with("image", frame(step, 20)).picture();
      assertEquals(3, shown.channels());
      assertEquals(255, StepFixture.level(shown, 40, 50, 1));
      assertEquals(0, StepFixture.level(shown, 100, 50, 1));
    }
  }

  @Test
  void aPictureOfAnotherSizeBeginsAnew() {
    try (StepFixture step = new StepFixture(new BackgroundSubtraction.V1())) {
      step.with("image", frame(step, -1)).run();
      Image shown = step.with("image", step.color(50, 40, (x, y) -> x)).picture();
      assertEquals(50, shown.width());
    }
  }

  @Test
  void findsTemplatesOfWhichTheLastOfOverlappingOnesStays() {
    try (StepFixture step = new StepFixture(new TemplateMatching.V1())) {
      StepFixture.Levels spot = (x, y) -> Math.max(0, 200 - 40 * Math.abs(x) - 40 * Math.abs(y));
      step.with("template", step.grey(11, 9, (x, y) -> spot.at(x - 5, y - 4)));
      step.with(
          "image", step.color(60, 40, (x, y) -> spot.at(x - 15, y - 10) + spot.at(x - 40, y - 25)));
      List<Object> exact = step.with("matching_threshold", 0.99).run();
      assertEquals(2, exact.get(1));
      Detections found = (Detections) exact.get(0);
      assertEquals(new BoundingBox(10, 6, 21, 15), found.items().get(0).box());
      assertEquals(new BoundingBox(35, 21, 46, 30), found.items().get(1).box());
      int all = (int) step.with("matching_threshold", 0.6).with("apply_nms", false).run().get(1);
      assertTrue(all > 2, all + " matches");
      Detections apart =
          (Detections) step.with("apply_nms", true).with("nms_threshold", 0.2).run().get(0);
      assertEquals(2, apart.size());
      assertTrue(apart.items().get(0).box().y1() > 6, "the last, not the best");
    }
  }

  @Test
  void refusesTemplatesThatDoNotFitAndMatchesWithoutEnd() {
    try (StepFixture step = new StepFixture(new TemplateMatching.V1())) {
      step.with("image", step.grey(200, 200, (x, y) -> x));
      step.with("template", step.grey(300, 20, (x, y) -> x));
      assertEquals(
          "a template of 300x20 does not fit into a picture of 200x200",
          assertThrows(BlockException.class, step::run).getMessage());
      step.with("template", step.grey(8, 8, (x, y) -> x)).with("matching_threshold", -1.0);
      assertEquals(
          "matching_threshold -1.0 lets more than 20000 places match",
          assertThrows(BlockException.class, step::run).getMessage());
    }
  }
}

package io.sightline.workflow.blocks.analytics;

import static io.sightline.workflow.blocks.Step.frame;
import static io.sightline.workflow.blocks.Step.nothingTracked;
import static io.sightline.workflow.blocks.Step.on;
import static io.sightline.workflow.blocks.Step.tracked;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Attribute;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.blocks.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TimeInZoneTest {
  private static final List<?> ZONE = square(100, 60, 220, 180);

  private static List<?> square(int x1, int y1, int x2, int y2) {
    return List.of(List.of(x1, y1), List.of(x2, y1), List.of(x2, y2), List.of(x1, y2));
  }

  /** Seconds for each detection that comes out. */
  private static List<Double> times(Step step, long millis, Detection... detections) {
    Detections timed =
        (Detections) step.run("image", frame("a", 1, millis), "detections", on(detections)).get(0);
    List<Double> times = new ArrayList<>();
    timed.forEach(d -> times.add((Double) d.attributes().get(Attribute.TIME_IN_ZONE)));
    return times;
  }

  @Test
  void timeGoesOnUntilTheTrackLeaves() {
    Step step = new Step(new TimeInZone.V2(), "zone", ZONE);
    assertEquals(List.of(0.0), times(step, 0, tracked(1, 150, 100)));
    assertEquals(List.of(1.5), times(step, 1500, tracked(1, 160, 100)));
    assertEquals(List.of(), times(step, 2000, tracked(1, 260, 100)));
    assertEquals(List.of(0.0), times(step, 2500, tracked(1, 160, 100)));
  }

  @Test
  void timeGoesOnAfterwardsWhereItIsToldTo() {
    Step step = new Step(new TimeInZone.V2(), "zone", ZONE, "reset_out_of_zone_detections", false);
    times(step, 0, tracked(1, 150, 100));
    times(step, 1000, tracked(1, 260, 100));
    assertEquals(List.of(2.0), times(step, 2000, tracked(1, 160, 100)));
  }

  @Test
  void keepsThoseOutsideWithNoTimeWhereItIsToldTo() {
    Step step = new Step(new TimeInZone.V2(), "zone", ZONE, "remove_out_of_zone_detections", false);
    assertEquals(List.of(0.0, 0.0), times(step, 0, tracked(1, 150, 100), tracked(2, 20, 20)));
    assertEquals(List.of(3.0, 0.0), times(step, 3000, tracked(1, 150, 100), tracked(2, 20, 20)));
  }

  @Test
  void placesAreRoundedUpAndTheBorderIsInside() {
    Step step = new Step(new TimeInZone.V2(), "zone", ZONE);
    assertEquals(
        2,
        times(
                step,
                0,
                tracked(1, 99.5, 100),
                tracked(2, 98.75, 100),
                tracked(3, 220, 180),
                tracked(4, 220.5, 100))
            .size());
  }

  @Test
  void timeOfAFileIsCountedByItsFrames() {
    Step step = new Step(new TimeInZone.V1(), "zone", ZONE);
    List<Object> answer = List.of();
    for (long number : new long[] {4, 9}) {
      VideoMetadata file =
          new VideoMetadata("a", number, Instant.EPOCH.plusSeconds(number * 77), 10.0, null, true);
      answer = step.run("metadata", file, "detections", on(tracked(1, 150, 100)));
    }
    Detection timed = ((Detections) answer.get(0)).items().get(0);
    assertEquals(0.5, (Double) timed.attributes().get(Attribute.TIME_IN_ZONE), 1e-12);
  }

  @Test
  @DisplayName("KA-2: zones of version 3 may be several and may change")
  void anyOfSeveralZonesCounts() {
    Step step =
        new Step(
            new TimeInZone.V3(), "zone", List.of(square(0, 0, 50, 50), square(100, 0, 150, 50)));
    assertEquals(2, times(step, 0, tracked(1, 20, 20), tracked(2, 120, 20)).size());
    Detections moved =
        (Detections)
            step.run(
                    "image",
                    frame("a", 1, 1000),
                    "detections",
                    on(tracked(1, 20, 20)),
                    "zone",
                    ZONE)
                .get(0);
    assertTrue(moved.isEmpty());
    assertTrue(moved.tracked());
  }

  @Test
  void noObjectsOnAFrameAreNoError() {
    Step step = new Step(new TimeInZone.V2(), "zone", ZONE);
    List<Object> answer = step.run("image", frame("a", 1, 0), "detections", nothingTracked());
    assertEquals(0, ((Detections) answer.get(0)).size());
  }

  @Test
  void saysWhatIsWrongWithAZone() {
    assertRefused("more than 2 points", List.of(List.of(0, 0), List.of(1, 1)));
    assertRefused(
        "exactly 2 coordinates", List.of(List.of(0, 0, 0), List.of(1, 1, 1), List.of(2, 0, 0)));
    assertRefused("to be a number", List.of(List.of(0, "a"), List.of(1, 1), List.of(2, 0)));
    assertRefused("irregular", List.of(List.of(0, 0), 1, List.of(2, 0)));
    assertRefused("beyond limits", List.of(List.of(List.of(List.of(1)))));
    assertRefused("-16384 to 16384", square(0, 0, 1 << 20, 1 << 20));
    assertRefused("36000000 pixels", square(0, 0, 16000, 16000));
  }

  private static void assertRefused(String reason, List<?> zone) {
    Step step = new Step(new TimeInZone.V3(), "zone", zone);
    RuntimeException e =
        assertThrows(RuntimeException.class, () -> times(step, 0, tracked(1, 150, 100)));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }
}

package io.sightline.workflow.blocks.analytics;

import static io.sightline.workflow.blocks.Step.frame;
import static io.sightline.workflow.blocks.Step.nothingTracked;
import static io.sightline.workflow.blocks.Step.object;
import static io.sightline.workflow.blocks.Step.on;
import static io.sightline.workflow.blocks.Step.tracked;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.blocks.Step;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LineCounterTest {
  private static final List<?> LINE = List.of(List.of(150, 0), List.of(150, 240));

  private final Step counter =
      new Step(new LineCounter.V2(), "line_segment", LINE, "triggering_anchor", "CENTER");

  private List<Object> see(String video, Detection... detections) {
    return counter.run("image", frame(video, 1, 0), "detections", on(detections));
  }

  @Test
  void countsEachDirectionAndTellsWhoCrossed() {
    see("a", tracked(1, 100, 100), tracked(2, 200, 50));
    List<Object> answer = see("a", tracked(1, 160, 100), tracked(2, 140, 50));
    assertEquals(List.of(1, 1), answer.subList(0, 2));
    assertEquals(1, ((Detections) answer.get(2)).items().get(0).trackerId());
    assertEquals(2, ((Detections) answer.get(3)).items().get(0).trackerId());
    assertEquals(List.of(1, 1), see("a", tracked(1, 180, 100)).subList(0, 2));
  }

  @Test
  @DisplayName("KA-1: state is kept for each video")
  void countsEachVideoForItself() {
    see("a", tracked(1, 100, 100));
    assertEquals(0, see("b", tracked(1, 160, 100)).get(0));
    assertEquals(1, see("a", tracked(1, 160, 100)).get(0));
  }

  @Test
  @DisplayName("KA-2: the line is that of the video's first frame")
  void keepsItsFirstLine() {
    see("a", tracked(1, 100, 100));
    List<?> other = List.of(List.of(10, 0), List.of(10, 240));
    List<Object> answer =
        counter.run(
            "image",
            frame("a", 2, 0),
            "detections",
            on(tracked(1, 160, 100)),
            "line_segment",
            other);
    assertEquals(1, answer.get(0));
  }

  @Test
  void waitsForAllCornersWhereNoAnchorIsTold() {
    Step corners = new Step(new LineCounter.V2(), "line_segment", LINE);
    for (int x : new int[] {130, 145, 155}) {
      assertEquals(
          0, corners.run("image", frame("a", 1, 0), "detections", on(tracked(1, x, 100))).get(0));
    }
    assertEquals(
        1, corners.run("image", frame("a", 1, 0), "detections", on(tracked(1, 161, 100))).get(0));
  }

  @Test
  void countsNothingBesideTheEndsOfTheLine() {
    Step shorter =
        new Step(new LineCounter.V1(), "line_segment", List.of(List.of(150, 0), List.of(150, 90)));
    shorter.run("metadata", Step.video("a", 1, 0), "detections", on(tracked(1, 100, 100)));
    assertEquals(
        List.of(0, 0),
        shorter.run("metadata", Step.video("a", 2, 0), "detections", on(tracked(1, 200, 100))));
  }

  @Test
  void needsTracksButNotObjects() {
    Detections untracked = on(object("person", 100, 100, 20, 20));
    RuntimeException e =
        assertThrows(
            RuntimeException.class,
            () -> counter.run("image", frame("a", 1, 0), "detections", untracked));
    assertEquals(
        "tracker_id not initialized, LineCounterBlockV2 requires detections to be tracked",
        e.getMessage());
    assertEquals(0, counter.run("image", frame("a", 1, 0), "detections", nothingTracked()).get(0));
  }
}

package io.sightline.workflow.blocks.trackers;

import static io.sightline.workflow.blocks.trackers.Replay.detection;
import static io.sightline.workflow.blocks.trackers.Replay.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.Detections;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BotSortTrackerTest {
  private static BotSortTracker tracker(int consecutive, boolean instant) {
    return new BotSortTracker(
        new BotSortSettings(0.2, 0.5, 0.3, consecutive, 5, 0.7, 0.6, instant),
        new IdCounter(),
        null);
  }

  private static List<String> update(BotSortTracker tracker, Detections detections) {
    Identities out = new Identities();
    tracker.update(detections, null, out);
    List<String> named = new ArrayList<>();
    out.apply(detections).forEach(d -> named.add(d.id() + "=" + d.trackerId()));
    return named;
  }

  @Test
  void namesAnObjectThatIsSeenTwice() {
    BotSortTracker tracker = tracker(2, false);
    assertEquals(List.of(), update(tracker, frame(detection(0, 10, 10, 50, 90, 0.9))));
    assertEquals(List.of("0=0"), update(tracker, frame(detection(0, 12, 10, 52, 90, 0.9))));
  }

  @Test
  void namesTheObjectsOfTheFirstFrameAtOnceIfTold() {
    BotSortTracker tracker = tracker(2, true);
    assertEquals(List.of("0=0"), update(tracker, frame(detection(0, 10, 10, 50, 90, 0.9))));
    assertEquals(
        List.of("0=0"),
        update(
            tracker,
            frame(detection(0, 12, 10, 52, 90, 0.9), detection(1, 300, 10, 340, 90, 0.9))));
  }

  @Test
  void keepsAnObjectByAnUnsureDetectionThatOverlapsWell() {
    BotSortTracker tracker = tracker(1, true);
    update(tracker, frame(detection(0, 10, 10, 50, 90, 0.9)));
    assertEquals(List.of("0=0"), update(tracker, frame(detection(0, 10, 10, 50, 90, 0.3))));
    assertEquals(List.of(), update(tracker, frame(detection(0, 35, 10, 75, 90, 0.3))));
  }

  @Test
  void findsALostObjectAgainWithinItsPatience() {
    BotSortTracker tracker = tracker(1, true);
    update(tracker, frame(detection(0, 10, 10, 50, 90, 0.9)));
    update(tracker, frame());
    update(tracker, frame());
    assertEquals(List.of("0=0"), update(tracker, frame(detection(0, 10, 10, 50, 90, 0.9))));
    for (int i = 0; i < 5; i++) {
      update(tracker, frame());
    }
    assertEquals(List.of(), update(tracker, frame(detection(0, 10, 10, 50, 90, 0.9))));
    assertEquals(List.of("0=1"), update(tracker, frame(detection(0, 10, 10, 50, 90, 0.9))));
  }

  @Test
  void forgetsAnUnconfirmedObjectThatIsMissedOnce() {
    BotSortTracker tracker = tracker(2, false);
    update(tracker, frame(detection(0, 10, 10, 50, 90, 0.9)));
    update(tracker, frame(detection(0, 300, 10, 340, 90, 0.9)));
    assertEquals(List.of(), update(tracker, frame(detection(0, 10, 10, 50, 90, 0.9))));
  }
}

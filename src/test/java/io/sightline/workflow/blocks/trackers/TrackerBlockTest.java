package io.sightline.workflow.blocks.trackers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("KT-2: what a tracker block remembers and takes is bounded")
class TrackerBlockTest {
  private static final Manifest MANIFEST = new ByteTracker.V3().manifest();

  private final List<String> events = new ArrayList<>();
  private final TrackerBlock block =
      new TrackerBlock(
          input -> new VideoMetadata(input.text("image"), 1, Instant.EPOCH, 30.0, null, null),
          input -> null,
          input -> new Recorded(input.text("image")),
          true);

  /** Names every detection 7. */
  private final class Recorded implements Tracker {
    private final String name;

    private Recorded(String name) {
      this.name = name;
      events.add("open " + name);
    }

    @Override
    public void update(Detections detections, Image image, Identities out) {
      for (int i = 0; i < detections.size(); i++) {
        out.add(i, 7);
      }
    }

    @Override
    public void close() {
      events.add("close " + name);
    }
  }

  private List<Object> run(String video, List<Detection> detections) {
    Object[] values = new Object[MANIFEST.fields().size()];
    values[MANIFEST.indexOf("image")] = video;
    values[MANIFEST.indexOf("detections")] = new Detections(detections, 64, 48);
    values[MANIFEST.indexOf("instances_cache_size")] = 5;
    StepInput input = new StepInput(MANIFEST, values, new BitSet(), null, new LongAdder());
    return ((BlockResult.Values) block.run(input)).values();
  }

  @Test
  void tellsAnIdentityOnceAsNew() {
    List<Detection> one = List.of(Replay.detection(0, 1, 1, 9, 9, 0.9));
    assertEquals(1, ((Detections) run("a", one).get(1)).size());
    List<Object> again = run("a", one);
    assertEquals(0, ((Detections) again.get(1)).size());
    assertEquals(1, ((Detections) again.get(2)).size());
    assertEquals(1, ((Detections) run("b", one).get(1)).size());
  }

  @Test
  void nothingFoundIsStillTracked() {
    run("a", List.of()).forEach(output -> assertTrue(((Detections) output).tracked()));
  }

  @Test
  void letsGoOfTheVideoNotSeenForLongest() {
    for (int i = 0; i < 66; i++) {
      run("v" + i, List.of());
    }
    assertEquals(List.of("close v0", "close v1"), closed());
    block.close();
    assertEquals(66, closed().size());
  }

  private List<String> closed() {
    return events.stream().filter(e -> e.startsWith("close")).toList();
  }

  @Test
  void refusesFramesWithTooManyDetections() {
    Detection detection = Replay.detection(0, 1, 1, 9, 9, 0.9);
    run("a", Collections.nCopies(1000, detection));
    assertThrows(BlockException.class, () -> run("a", Collections.nCopies(1001, detection)));
  }

  @Test
  void forgetsTheOldestIdentities() {
    InstanceCache cache = new InstanceCache(2);
    assertEquals(false, cache.record(1));
    assertEquals(false, cache.record(2));
    assertEquals(true, cache.record(1));
    assertEquals(false, cache.record(3));
    assertEquals(false, cache.record(1));
  }

  @Test
  void keepsBoundedlyManyTracks() {
    ByteTrack tracker = new ByteTrack(new ByteTrackSettings(0.25, 0.8, 1, 1_000_000));
    for (int frame = 0; frame < 6; frame++) {
      List<Detection> scattered = new ArrayList<>();
      for (int i = 0; i < 900; i++) {
        scattered.add(Replay.detection(i, 10 * i, 10 * frame, 10 * i + 5, 10 * frame + 5, 0.9));
      }
      Detections detections = new Detections(scattered, 9000, 60);
      tracker.update(detections, null, new Identities());
      tracker.update(detections, null, new Identities());
    }
    assertTrue(tracker.tracks() <= Tracker.MAX_TRACKS, "tracks " + tracker.tracks());
    assertTrue(tracker.tracks() > 1800, "tracks " + tracker.tracks());
  }
}

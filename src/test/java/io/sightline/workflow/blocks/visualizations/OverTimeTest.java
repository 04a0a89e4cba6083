package io.sightline.workflow.blocks.visualizations;

import static io.sightline.workflow.blocks.visualizations.Sketch.at;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Position;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.block.BlockException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Blocks that remember earlier frames. */
class OverTimeTest {
  private static final Color GROUND = new Color(90, 90, 90);

  /** OpenCV's hues are half degrees: 62 is a fifteenth of the way from green, 60, to cyan, 90. */
  private static final Color GREEN_TO_BLUE = new Color(0, 255, 17);

  private static Map<String, Object> seen(Sketch sketch, int x, int y, Integer track) {
    Map<String, Object> fields = new HashMap<>();
    Detection box = sketch.box(x - 5, y - 5, x + 5, y + 5).withTracker(track);
    fields.put("predictions", sketch.detections(box));
    return fields;
  }

  @Test
  void tracesLeadFromPlaceToPlace() {
    try (Sketch sketch = new Sketch(new TraceVisualization.V1(), 100, 80, GROUND)) {
      assertEquals(0, sketch.touched(sketch.draw(seen(sketch, 20, 20, 1))));
      sketch.draw(seen(sketch, 60, 20, 1));
      Image drawn = sketch.draw(seen(sketch, 60, 60, 1));
      assertEquals(41 + 40, sketch.touched(drawn));
      assertEquals(0, sketch.touched(sketch.draw(seen(sketch, 60, 60, 2))));
    }
  }

  @Test
  void tracesAreAsLongAsTheyAreToldToBe() {
    try (Sketch sketch = new Sketch(new TraceVisualization.V1(), 100, 80, GROUND)) {
      Map<String, Object> fields = null;
      for (int x = 10; x <= 50; x += 10) {
        fields = seen(sketch, x, 20, 1);
        fields.put("trace_length", 2);
        sketch.draw(fields);
      }
      fields.put("predictions", seen(sketch, 60, 20, 1).get("predictions"));
      assertEquals(11, sketch.touched(sketch.draw(fields)));
    }
  }

  @Test
  void tracesNeedTracksAndLeaveOutPendingOnes() {
    try (Sketch sketch = new Sketch(new TraceVisualization.V1(), 100, 80, GROUND)) {
      BlockException e =
          assertThrows(BlockException.class, () -> sketch.draw(seen(sketch, 10, 10, null)));
      assertEquals(
          "Expected tracked predictions in `roboflow_core/trace_visualization@v1` block.",
          e.getMessage());
      sketch.draw(seen(sketch, 10, 10, -1));
      assertEquals(0, sketch.touched(sketch.draw(seen(sketch, 60, 20, -1))));
      Detections none = new Detections(List.of(), 100, 80, true);
      assertEquals(0, sketch.touched(sketch.draw(Map.of("predictions", none))));
    }
  }

  @Test
  void framesWithoutObjectsCountOnlyOnceATraceIsFull() {
    Traces traces = new Traces();
    try (Sketch sketch = new Sketch(new TraceVisualization.V1(), 100, 80, GROUND)) {
      Detection thing = sketch.box(0, 0, 8, 8).withTracker(3);
      List<Detection> one = List.of(thing);
      traces.add(one, Position.CENTER, 2);
      traces.add(List.of(), Position.CENTER, 2);
      traces.add(List.of(), Position.CENTER, 2);
      traces.add(one, Position.CENTER, 2);
      assertEquals(2, traces.of(one)[0].length);
      traces.add(one, Position.CENTER, 2);
      assertEquals(2, traces.of(one)[0].length);
      traces.add(List.of(), Position.CENTER, 2);
      traces.add(one, Position.CENTER, 2);
      assertArrayEquals(new int[][] {{4, 4}}, traces.of(one)[0]);
    }
  }

  @Test
  void heatGrowsWhereDetectionsStay() {
    try (Sketch sketch = new Sketch(new HeatmapVisualization.V1(), 100, 80, GROUND)) {
      Map<String, Object> fields = seen(sketch, 30, 30, null);
      fields.put("opacity", 1.0);
      fields.put("radius", 4);
      fields.put("kernel_size", 1);
      Color hottest = new Color(255, 0, 0);
      assertEquals(hottest, at(sketch.draw(fields), 30, 35));
      fields.put("predictions", seen(sketch, 60, 30, null).get("predictions"));
      assertEquals(hottest, at(sketch.draw(fields), 60, 35));
      Image drawn = sketch.draw(fields);
      assertEquals(hottest, at(drawn, 60, 35));
      assertEquals(GREEN_TO_BLUE, at(drawn, 30, 35), "hue 62, what is behind the point left out");
      assertEquals(GROUND, at(drawn, 45, 35));
    }
  }

  @Test
  void heatScalesWithTheVideoAndIsKeptForEachVideo() {
    try (Sketch sketch = new Sketch(new HeatmapVisualization.V1(), 100, 80, GROUND)) {
      Map<String, Object> fields = seen(sketch, 30, 30, null);
      fields.put("radius", 4);
      fields.put("kernel_size", 1);
      sketch.draw(fields);
      fields.put("predictions", sketch.detections());
      Image large = sketch.picture(200, 160, GROUND);
      assertNotEquals(GROUND, at(sketch.drawOn(large, fields), 60, 70));
      for (int i = 0; i < 9; i++) {
        fields.put("metadata", new VideoMetadata("v" + i, 1, Instant.EPOCH, 30.0, null, null));
        assertEquals(GROUND, at(sketch.drawOn(large, fields), 60, 70));
      }
    }
  }

  @Test
  void trackedObjectsHeatOnlyWhereTheyMove() {
    long[] now = {0};
    Clock clock =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return Instant.ofEpochMilli(now[0]);
          }
        };
    Motion motion = new Motion(clock);
    try (Sketch sketch = new Sketch(new HeatmapVisualization.V1(), 100, 80, GROUND)) {
      Detections here = (Detections) seen(sketch, 10, 10, 7).get("predictions");
      Detections near = (Detections) seen(sketch, 12, 10, 7).get("predictions");
      Detections far = (Detections) seen(sketch, 40, 10, 7).get("predictions");
      assertEquals(List.of(), motion.moved(here, Position.CENTER, 25));
      assertEquals(List.of(), motion.moved(near, Position.CENTER, 25));
      assertEquals(far.items(), motion.moved(far, Position.CENTER, 25));
      assertEquals(List.of(), motion.moved(far, Position.CENTER, 25));
      now[0] = 61_000;
      assertEquals(List.of(), motion.moved(here, Position.CENTER, 25), "forgotten meanwhile");
      assertEquals(far.items(), motion.moved(far, Position.CENTER, 25));
    }
  }

  @Test
  void aHeatMapNeedsColours() {
    try (Sketch sketch = new Sketch(new HeatmapVisualization.V1(), 100, 80, GROUND)) {
      Map<String, Object> fields = seen(sketch, 30, 30, null);
      Image grey = sketch.grey(100, 80);
      assertThrows(BlockException.class, () -> sketch.drawOn(grey, fields));
    }
  }
}

package io.sightline.workflow.blocks.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.ImageOrigin;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.blocks.StepFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StitchOcrDetectionsTest {
  private static final ImageOrigin ORIGIN = ImageOrigin.whole("image", 400, 300);

  /** Letters of 8 by 12 pixels; of each its x and y. */
  private static Detections letters(String letters, int... places) {
    List<Detection> items = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      int x = places[2 * i];
      int y = places[2 * i + 1];
      items.add(
          new Detection(
              new BoundingBox(x, y, x + 8, y + 12),
              1,
              0,
              letters.substring(i, i + 1),
              "id",
              null,
              ORIGIN,
              ORIGIN,
              Map.of()));
    }
    return new Detections(items, 400, 300);
  }

  private static String stitched(StepFixture step, Detections detections) {
    return (String) step.with("predictions", detections).run().get(0);
  }

  @Test
  void readsLinesFromLeftToRightAndFromTopToBottom() {
    try (StepFixture step = new StepFixture(new StitchOcrDetections.V1())) {
      step.with("reading_direction", "left_to_right");
      assertEquals("AB\nCD", stitched(step, letters("DBCA", 20, 40, 20, 11, 9, 40, 10, 10)));
      step.with("delimiter", "-");
      assertEquals("A-B-\n-C-D", stitched(step, letters("DBCA", 20, 40, 20, 11, 9, 40, 10, 10)));
      assertEquals("", stitched(step, letters("")));
    }
  }

  @Test
  @DisplayName("KX-1: also where it is odd")
  void lettersThatJitterOverALinesBorderArePartedFromTheirLine() {
    try (StepFixture step = new StepFixture(new StitchOcrDetections.V1())) {
      step.with("reading_direction", "left_to_right");
      assertEquals("AC\nB", stitched(step, letters("ABC", 10, 14, 20, 16, 30, 14)));
    }
  }

  @Test
  void readsColumnsWhereBoxesAreHigh() {
    try (StepFixture step = new StepFixture(new StitchOcrDetections.V1())) {
      step.with("reading_direction", "auto");
      assertEquals("AB CD", stitched(step, letters("CADB", 40, 10, 10, 10, 40, 30, 10, 30)));
      step.with("reading_direction", "vertical_bottom_to_top");
      assertEquals("DC BA", stitched(step, letters("CADB", 40, 10, 10, 10, 40, 30, 10, 30)));
    }
  }

  @Test
  void partsWordsWhereGapsAreWide() {
    try (StepFixture step = new StepFixture(new StitchOcrDetections.V2())) {
      step.with("reading_direction", "left_to_right").with("stitching_algorithm", "otsu");
      Detections line = letters("ONETWO", 0, 10, 10, 12, 20, 9, 50, 10, 60, 10, 70, 11);
      assertEquals("ONE TWO", stitched(step, line));
      assertEquals("ONETWO", stitched(step.with("otsu_threshold_multiplier", 6.0), line));
      step.with("otsu_threshold_multiplier", 1.0).with("reading_direction", "right_to_left");
      assertEquals("OWT ENO", stitched(step, line));
    }
  }

  @Test
  void evenGapsAreOneWord() {
    assertFalse(GapThreshold.of(new double[] {0.1, 0.12, 0.1, 0.11}).distinct());
    assertFalse(GapThreshold.of(new double[] {0.9}).distinct());
    assertTrue(GapThreshold.of(new double[] {0.1, 1.2, 0.1}).distinct());
  }

  @Test
  void followsLinesThatRise() {
    try (StepFixture step = new StepFixture(new StitchOcrDetections.V2())) {
      step.with("reading_direction", "left_to_right").with("stitching_algorithm", "collimate");
      step.with("collimate_tolerance", 2);
      Detections rising = letters("ABCDEF", 0, 60, 20, 54, 40, 48, 0, 90, 20, 84, 40, 78);
      assertEquals("ABC\nDEF", stitched(step, rising));
    }
  }

  @Test
  @DisplayName("KX-2: what grows faster than the number of detections is bounded")
  void refusesTooManyLettersAndTooLongDelimiters() {
    try (StepFixture step = new StepFixture(new StitchOcrDetections.V2())) {
      step.with("reading_direction", "left_to_right").with("stitching_algorithm", "collimate");
      step.with("predictions", letters("x".repeat(2001), new int[4002]));
      assertEquals(
          "stitching_algorithm collimate takes up to 2000 detections, not 2001",
          assertThrows(BlockException.class, step::run).getMessage());
      step.with("delimiter", "x".repeat(1001));
      assertEquals(
          "delimiter must have up to 1000 characters, not 1001",
          assertThrows(BlockException.class, step::run).getMessage());
    }
  }
}

package io.sightline.workflow.blocks.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Mask;
import io.sightline.workflow.blocks.StepFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskEdgeSnapTest {
  private static final int[][] SMALLER = {{36, 36}, {83, 36}, {83, 83}, {36, 83}};

  /** A bright square from 30 to 90 on a dark picture, and a mask that is 6 pixels smaller. */
  private static Detections prepare(StepFixture step) {
    Image image = step.color(120, 120, (x, y) -> x >= 30 && x < 90 && y >= 30 && y < 90 ? 200 : 20);
    Detection detection =
        Detection.on(image, new BoundingBox(36, 36, 84, 84), 1, 0, "thing", "id")
            .with(Attribute.MASK, Mask.ofPolygon(120, 120, SMALLER));
    Detections detections = new Detections(List.of(detection), 120, 120);
    step.with("image", image).with("segmentation", detections);
    return detections;
  }

  @Test
  void outlinesGoToTheEdgesNearThem() {
    try (StepFixture step = new StepFixture(new MaskEdgeSnap.V1())) {
      prepare(step);
      List<Object> values = step.run();
      Mask snapped = ((Detections) values.get(0)).items().get(0).mask();
      assertEquals(30, snapped.left(), 1);
      assertEquals(60, snapped.width(), 2);
      assertTrue(snapped.area() > 50 * 50, snapped.toString());
      Detection edges = ((Detections) values.get(1)).items().get(0);
      assertEquals("edges", edges.className());
      assertEquals(29, edges.box().x1(), 1);
    }
  }

  @Test
  void outlinesStayWhereNoEdgeIsInReach() {
    try (StepFixture step = new StepFixture(new MaskEdgeSnap.V1())) {
      Detections before = prepare(step);
      Mask snapped =
          ((Detections) step.with("pixel_tolerance", 2).run().get(0)).items().get(0).mask();
      assertEquals(before.items().get(0).mask(), snapped);
    }
  }

  @Test
  void smallEdgesDoNotCount() {
    try (StepFixture step = new StepFixture(new MaskEdgeSnap.V1())) {
      prepare(step);
      step.with("min_contour_area", 10_000.0);
      assertTrue(((Detections) step.run().get(1)).isEmpty());
    }
  }

  @Test
  void withoutMasksOnlyEdgesAreFound() {
    try (StepFixture step = new StepFixture(new MaskEdgeSnap.V1())) {
      Detection plain = prepare(step).items().get(0).withBox(new BoundingBox(0, 0, 9, 9));
      Detection bare = Detection.on(imageOf(step), plain.box(), 1, 0, "thing", "id");
      Detections detections = new Detections(List.of(bare), 120, 120);
      List<Object> values = step.with("segmentation", detections).run();
      assertSame(bare, ((Detections) values.get(0)).items().get(0));
      assertEquals(1, ((Detections) values.get(1)).size());
    }
  }

  private static Image imageOf(StepFixture step) {
    Image image = step.color(120, 120, (x, y) -> x < 60 ? 0 : 255);
    step.with("image", image).with("min_contour_area", 0.0);
    return image;
  }

  @Test
  void thinningPeelsOneLayerAndBreaksNothing() {
    byte[] bar = new byte[7 * 9];
    for (int y = 2; y < 5; y++) {
      for (int x = 1; x < 8; x++) {
        bar[y * 9 + x] = 1;
      }
    }
    byte[] thin = Thinning.once(bar, 9, 7);
    byte[] expected = new byte[7 * 9];
    for (int x = 2; x < 6; x++) {
      expected[3 * 9 + x] = 1;
    }
    assertArrayEquals(expected, thin);
    byte[] line = new byte[7 * 9];
    for (int x = 1; x < 8; x++) {
      line[3 * 9 + x] = 1;
    }
    byte[] kept = Thinning.once(line, 9, 7);
    assertEquals(7, count(kept), "a line of one pixel stays whole");
  }

  private static int count(byte[] pixels) {
    int count = 0;
    for (byte pixel : pixels) {
      count += pixel;
    }
    return count;
  }
}

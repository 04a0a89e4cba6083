package io.sightline.workflow.executor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.Keypoint;
import io.sightline.vision.Mask;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RootCoordinatesTest {
  private static final ImageOrigin ROOT = new ImageOrigin("image", 100, 50, 640, 480);
  private static final ImageOrigin CROP = new ImageOrigin("crop", 10, 5, 60, 40);
  private static final ImageOrigin WHOLE = ImageOrigin.whole("image", 640, 480);

  private static Detections on(ImageOrigin parent, ImageOrigin root) {
    int[][] square = {{1, 1}, {3, 1}, {3, 3}, {1, 3}};
    Detection detection =
        new Detection(new BoundingBox(1, 2, 3, 4), 0.5f, 0, "a", "d", 7, parent, root, Map.of())
            .with(Attribute.MASK, Mask.ofPolygon(20, 20, square))
            .with(Attribute.POLYGON, square)
            .with(Attribute.KEYPOINTS, List.of(new Keypoint(0, "nose", 1, 2, 3)))
            .with(Attribute.SPEED, 2.0);
    return new Detections(List.of(detection), 20, 20);
  }

  @Test
  void movesEverythingThatHasAPlace() {
    Detections moved = (Detections) RootCoordinates.of(on(CROP, ROOT));
    Detection d = moved.items().get(0);
    assertEquals(new BoundingBox(101, 52, 103, 54), d.box());
    assertEquals(WHOLE, d.parent());
    assertEquals(WHOLE, d.root());
    assertEquals(7, d.trackerId());
    assertEquals(101, d.mask().left());
    assertEquals(51, d.mask().top());
    assertEquals(9, d.mask().area());
    assertEquals(640, d.mask().imageWidth());
    assertArrayEquals(
        new int[][] {{101, 51}, {103, 51}, {103, 53}, {101, 53}},
        (int[][]) d.attributes().get(Attribute.POLYGON));
    assertEquals(new Keypoint(0, "nose", 1, 102, 53), d.keypoints().get(0));
    assertEquals(2.0, d.attributes().get(Attribute.SPEED));
    assertEquals(640, moved.imageWidth());
    assertEquals(480, moved.imageHeight());
  }

  @Test
  void movesInsideOfListsAndMaps() {
    List<?> moved = (List<?>) RootCoordinates.of(List.of("text", Map.of("found", on(CROP, ROOT))));
    Detections inside = (Detections) ((Map<?, ?>) moved.get(1)).get("found");
    assertEquals(101, inside.items().get(0).box().x1());
  }

  @Test
  void leavesWhatLiesOnTheWholeFrame() {
    Object whole = List.of(on(WHOLE, WHOLE), 5);
    assertSame(whole, RootCoordinates.of(whole));
    Detections unknown = on(CROP, ImageOrigin.whole("image", 0, 0));
    assertSame(unknown, RootCoordinates.of(unknown));
    Detections none = new Detections(List.of(), 0, 0);
    assertSame(none, RootCoordinates.of(none));
    assertTrue(((Detections) RootCoordinates.of(none)).isEmpty());
  }
}

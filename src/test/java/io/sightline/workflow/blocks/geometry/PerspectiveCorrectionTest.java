package io.sightline.workflow.blocks.geometry;

import static io.sightline.workflow.blocks.Step.frame;
import static io.sightline.workflow.blocks.Step.object;
import static io.sightline.workflow.blocks.Step.on;
import static io.sightline.workflow.blocks.Step.outlined;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Attribute;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Keypoint;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.blocks.Step;
import java.util.List;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PerspectiveCorrectionTest {
  /** The part from 100, 50 to 199, 149, its corners in no order. */
  private static final List<?> PART =
      List.of(List.of(199, 149), List.of(100, 50), List.of(100, 149), List.of(199, 50));

  private static final Object[] HALF = {
    "perspective_polygons", PART, "transformed_rect_width", 50, "transformed_rect_height", 100
  };

  private static Detection only(List<Object> answer) {
    return ((Detections) answer.get(0)).items().get(0);
  }

  @Test
  void anUprightPolygonMovesAndScales() {
    Image picture = frame("a", 1, 0);
    List<Object> answer =
        new Step(new PerspectiveCorrection.V1(), HALF)
            .run("images", picture, "predictions", on(object("box", 150, 100, 99, 20)));
    // x is scaled by 49 / 99 from 100, y is only moved by 50; the box goes from 100 to 200
    assertEquals(new BoundingBox(0, 40, 49, 60), only(answer).box());
    assertSame(picture, answer.get(1));
    assertEquals(List.of(50, 100), answer.subList(2, 4));
  }

  @Test
  void masksAndKeyPointsMove() {
    Detection square =
        outlined(
                "square",
                new int[] {100, 50},
                new int[] {199, 50},
                new int[] {199, 149},
                new int[] {100, 149})
            .with(Attribute.KEYPOINTS, List.of(new Keypoint(0, "nose", 0.5f, 199, 60)));
    Detection moved =
        only(
            new Step(new PerspectiveCorrection.V1(), HALF)
                .run("images", frame("a", 1, 0), "predictions", on(square)));
    assertEquals(50 * 100, moved.mask().area());
    assertEquals(50, moved.mask().imageWidth());
    assertEquals(new BoundingBox(0, 0, 49, 99), moved.box());
    assertEquals(List.of(new Keypoint(0, "nose", 0.5f, 49, 10)), moved.keypoints());
  }

  @Test
  void picturesMoveWhereItIsToldTo() {
    Image picture = frame("a", 1, 0);
    try (Scalar grey = Scalar.all(90)) {
      picture.pixels().put(grey);
    }
    Image warped =
        (Image)
            new Step(new PerspectiveCorrection.V1(), HALF)
                .run("images", picture, "warp_image", true)
                .get(1);
    assertEquals(50, warped.width());
    assertEquals(100, warped.height());
    try (UByteIndexer pixels = warped.pixels().createIndexer()) {
      assertEquals(90, pixels.get(50, 25, 0));
    }
  }

  @Test
  void thePolygonGrowsForTheDetectionsOnly() {
    List<Object> answer =
        new Step(new PerspectiveCorrection.V1(), HALF)
            .run(
                "images",
                frame("a", 1, 0),
                "predictions",
                on(object("box", 210, 100, 20, 20)),
                "extend_perspective_polygon_by_detections_anchor",
                "ALL");
    // the right side moves from 199 to 220: 21 of 99 pixels, of 50 that are 10.6
    assertEquals(List.of(61, 100), answer.subList(2, 4));
    assertEquals(60, only(answer).box().x2());
  }

  @Test
  void theLargestPolygonOfSeveralIsTaken() {
    List<?> small = List.of(List.of(0, 0), List.of(9, 0), List.of(9, 9), List.of(0, 9));
    List<?> large =
        List.of(List.of(100, 50), List.of(199, 50), List.of(199, 149), List.of(100, 149));
    List<?> zones = List.of(List.of(small, large, small));
    Detection moved =
        only(
            new Step(new PerspectiveCorrection.V1(), HALF)
                .run(
                    "images",
                    frame("a", 1, 0),
                    "predictions",
                    on(object("box", 150, 100, 99, 20)),
                    "perspective_polygons",
                    zones));
    assertEquals(new BoundingBox(0, 40, 49, 60), moved.box());
  }

  @Test
  @DisplayName("KG-2: pictures and masks are bounded")
  void hugePicturesAreRefused() {
    Step step =
        new Step(
            new PerspectiveCorrection.V1(),
            "perspective_polygons",
            PART,
            "transformed_rect_width",
            16_000,
            "transformed_rect_height",
            16_000);
    BlockException e =
        assertThrows(
            BlockException.class, () -> step.run("images", frame("a", 1, 0), "warp_image", true));
    assertTrue(e.getMessage().contains("16000 x 16000"), e.getMessage());
  }

  @Test
  void polygonsHaveFourCorners() {
    for (Object wrong :
        List.of(List.of(), List.of(List.of()), List.of(List.of(List.of(1, 1), List.of(2, 2))))) {
      Step step = new Step(new PerspectiveCorrection.V1(), "perspective_polygons", wrong);
      assertThrows(
          BlockException.class, () -> step.run("images", frame("a", 1, 0)), wrong.toString());
    }
  }
}

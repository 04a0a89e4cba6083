package io.sightline.workflow.blocks.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.blocks.StepFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeometryBlocksTest {
  private static final String[] LENS = {"fx", "fy", "cx", "cy", "k1", "k2", "k3", "p1", "p2"};

  @Test
  void resizingAveragesOverArea() {
    try (StepFixture step = new StepFixture(new ImagePreprocessing.V1())) {
      step.with("image", step.grey(4, 2, (x, y) -> 10 * x)).with("task_type", "resize");
      Image small = step.with("width", 2).with("height", 1).picture();
      assertArrayEquals(new int[] {5, 25}, StepFixture.levels(small));
      assertEquals(7, small.video().frameNumber());
    }
  }

  @Test
  void aQuarterTurnSwapsTheSidesOfThePicture() {
    try (StepFixture step = new StepFixture(new ImagePreprocessing.V1())) {
      step.with("image", step.grey(20, 10, (x, y) -> x < 10 ? 200 : 20))
          .with("task_type", "rotate");
      Image turned = step.with("rotation_degrees", 90).picture();
      assertEquals(10, turned.width());
      assertEquals(20, turned.height());
      assertEquals(200, StepFixture.level(turned, 5, 17, 0), "left comes to lie at the bottom");
      assertEquals(20, StepFixture.level(turned, 5, 3, 0));
    }
  }

  @Test
  void flipsEitherWay() {
    try (StepFixture step = new StepFixture(new ImagePreprocessing.V1())) {
      step.with("image", step.grey(2, 2, (x, y) -> 2 * y + x)).with("task_type", "flip");
      assertArrayEquals(new int[] {2, 3, 0, 1}, StepFixture.levels(step.picture()));
      step.with("flip_type", "horizontal");
      assertArrayEquals(new int[] {1, 0, 3, 2}, StepFixture.levels(step.picture()));
      step.with("flip_type", "both");
      assertArrayEquals(new int[] {3, 2, 1, 0}, StepFixture.levels(step.picture()));
    }
  }

  @Test
  void refusesSizesAndAnglesOutOfBounds() {
    try (StepFixture step = new StepFixture(new ImagePreprocessing.V1())) {
      step.with("image", step.grey(2, 2, (x, y) -> 0)).with("task_type", "resize");
      step.with("width", 16_000).with("height", 16_000);
      assertEquals(
          "a picture of 16000x16000 cannot be made: sides are 1 to 16384 pixels, 67108864 pixels in"
              + " all",
          assertThrows(BlockException.class, step::run).getMessage());
      step.with("width", 0);
      assertEquals(
          "Width must be greater than 0",
          assertThrows(BlockException.class, step::run).getMessage());
      step.with("task_type", "rotate").with("rotation_degrees", 361);
      assertEquals(
          "Rotation degrees must be between -360 and 360",
          assertThrows(BlockException.class, step::run).getMessage());
    }
  }

  @Test
  void aPerfectLensChangesNothingButTheVideo() {
    try (StepFixture step = new StepFixture(new CameraCalibration.V1())) {
      Image image = step.color(40, 30, (x, y) -> 3 * x + 2 * y);
      for (String coefficient : LENS) {
        step.with(coefficient, 0.0);
      }
      step.with("image", image).with("fx", 50.0).with("fy", 50.0).with("cx", 20.0).with("cy", 15.0);
      Image fisheye = step.with("use_fisheye_model", true).picture();
      assertArrayEquals(StepFixture.levels(image), StepFixture.levels(fisheye));
      Image straight = step.with("use_fisheye_model", false).picture();
      assertEquals(40, straight.width());
      assertEquals(StepFixture.level(image, 20, 15, 0), StepFixture.level(straight, 20, 15, 0), 8);
      assertEquals("image", straight.video().videoIdentifier());
      assertEquals(0, straight.video().frameNumber());
    }
  }

  @Test
  void aFisheyePullsTheCornersIn() {
    try (StepFixture step = new StepFixture(new CameraCalibration.V1())) {
      for (String coefficient : LENS) {
        step.with(coefficient, 0.0);
      }
      step.with("image", step.grey(41, 41, (x, y) -> 6 * x)).with("use_fisheye_model", true);
      step.with("fx", 40.0).with("fy", 40.0).with("cx", 20.0).with("cy", 20.0).with("k1", 0.5);
      // at the right edge x is 0.5 and its square 0.25: (1 - sqrt(1 - 0.5)) / 0.25 = 1.1716, so
      // that the pixel is fetched from x = 20 + 20 * 1.1716 = 43.4, outside; at x = 30: 1.0334
      Image straight = step.picture();
      assertEquals(0, StepFixture.level(straight, 40, 20, 0));
      assertEquals(6 * (20 + 10 * 1.0334), StepFixture.level(straight, 30, 20, 0), 1);
    }
  }

  @Test
  void turnsTiltedLinesUpright() {
    try (StepFixture step = new StepFixture(new AutoRotateOnEdges.V1())) {
      double right = Math.cos(Math.toRadians(10));
      double down = Math.sin(Math.toRadians(10));
      step.with(
          "image",
          step.color(200, 160, (x, y) -> 130 + (int) (90 * Math.sin((x * right + y * down) / 3))));
      List<Object> values = step.run();
      assertEquals(10, (double) values.get(1), 0.5);
      assertTrue(((Image) values.get(0)).width() > 200);
      step.with("max_correction_degrees", 5.0);
      assertEquals(0.0, step.run().get(1));
    }
  }

  @Test
  void leavesPicturesWithoutEdgesAlone() {
    try (StepFixture step = new StepFixture(new AutoRotateOnEdges.V1())) {
      Image image = step.color(50, 50, (x, y) -> 90);
      assertSame(image, step.with("image", image).run().get(0));
    }
  }
}

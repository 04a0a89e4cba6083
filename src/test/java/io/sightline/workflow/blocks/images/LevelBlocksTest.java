package io.sightline.workflow.blocks.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.blocks.StepFixture;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LevelBlocksTest {
  @Test
  void stretchesTheLevelsThatThereAre() {
    try (StepFixture step = new StepFixture(new ContrastEnhancement.V1())) {
      step.with("image", step.grey(3, 1, (x, y) -> 50 + 25 * x));
      assertArrayEquals(new int[] {0, 127, 255}, StepFixture.levels(step.picture()));
      step.with("contrast_multiplier", 0.5);
      assertArrayEquals(new int[] {64, 127, 191}, StepFixture.levels(step.picture()));
      step.with("contrast_multiplier", 1.0).with("normalize_brightness", true);
      // (127.5 / 255) ^ (1 / 1.3) * 255 = 149.6
      assertArrayEquals(new int[] {0, 149, 255}, StepFixture.levels(step.picture()));
    }
  }

  @Test
  void channelsAreStretchedApart() {
    try (StepFixture step = new StepFixture(new ContrastEnhancement.V1())) {
      step.with("image", step.image(2, 1, 3, new byte[] {10, 70, 5, 20, 70, 6}));
      assertArrayEquals(new int[] {0, 70, 0, 255, 70, 255}, StepFixture.levels(step.picture()));
    }
  }

  @Test
  @DisplayName("KI-4: computed in the order and precision of scikit-image")
  void equalizesAsScikitImageDoes() {
    try (StepFixture step = new StepFixture(new ContrastEqualization.V1())) {
      step.with("image", step.grey(16, 16, (x, y) -> 16 * x + y / 4));
      step.with("equalization_type", "Histogram Equalization");
      int[] whole = StepFixture.levels(step.picture());
      assertEquals(3, whole[0]);
      assertEquals(255, whole[255]);
      step.with("equalization_type", "Contrast Stretching");
      int[] stretched = StepFixture.levels(step.picture());
      assertEquals(0, stretched[0]);
      assertEquals(255, stretched[255]);
      step.with("equalization_type", "Adaptive Equalization");
      int[] adaptive = StepFixture.levels(step.picture());
      assertEquals(0, adaptive[0]);
      assertEquals(255, adaptive[255]);
      assertTrue(adaptive[8] < adaptive[15]);
    }
  }

  @Test
  @DisplayName("KI-5: the same pictures give the same answer")
  void answersWithTheMiddleOfTheLargestGroupOfColors() {
    try (StepFixture step = new StepFixture(new DominantColor.V1())) {
      byte[] pixels = new byte[30 * 20 * 3];
      for (int i = 0; i < pixels.length; i += 3) {
        boolean sky = i / 3 / 30 < 14;
        pixels[i] = (byte) (sky ? 230 : 20);
        pixels[i + 1] = (byte) (sky ? 140 : 90);
        pixels[i + 2] = (byte) (sky ? 30 : 20);
      }
      step.with("image", step.image(30, 20, 3, pixels));
      assertEquals(List.of(30, 140, 230), step.run().get(0));
      assertEquals(step.run(), step.run());
      step.with("color_clusters", 11);
      assertEquals(
          "color_clusters must be 1 to 10, not 11",
          assertThrows(BlockException.class, step::run).getMessage());
    }
  }

  @Test
  void brennerMeasuresDifferencesTwoPixelsApart() {
    try (StepFixture step = new StepFixture(new BrennerFocus.V1())) {
      // of each row of 0 0 30 30 only the first two pixels see 30 more: 900 for half of the pixels
      List<Object> values = step.with("image", step.grey(4, 3, (x, y) -> x < 2 ? 0 : 30)).run();
      assertEquals(450.0, values.get(1));
      assertEquals(1, ((Image) values.get(0)).channels());
      assertEquals(0.0, step.with("image", step.grey(1, 1, (x, y) -> 9)).run().get(1));
    }
  }

  @Test
  void tenengradMeasuresGradientsOfPicturesAndOfDetections() {
    try (StepFixture step = new StepFixture(new TenengradFocus.V2())) {
      Image image = step.color(60, 40, (x, y) -> x < 30 ? 20 : 120);
      step.with("image", image);
      for (String shown : List.of("zebra_warnings", "hud", "focus_peaking", "center_marker")) {
        step.with("show_" + shown, false);
      }
      step.with("grid_overlay", "None");
      List<BoundingBox> boxes =
          List.of(
              new BoundingBox(0, 0, 10, 10),
              new BoundingBox(29, 0, 31, 40),
              new BoundingBox(100, 0, 120, 10));
      List<Detection> detections =
          boxes.stream().map(b -> Detection.on(image, b, 1, 0, "a", "id")).toList();
      List<Object> values = step.with("detections", new Detections(detections, 60, 40)).run();
      assertSame(image, values.get(0), "nothing to draw");
      double edge = 400.0 * 400;
      assertEquals(edge * 2 / 60, (double) values.get(1), 1e-3 * edge);
      List<?> measures = (List<?>) values.get(2);
      assertEquals(0.0, measures.get(0));
      assertEquals(edge, measures.get(1));
      assertNull(measures.get(2));
    }
  }

  @Test
  void drawsWhatACameraShows() {
    try (StepFixture step = new StepFixture(new TenengradFocus.V2())) {
      Image image = step.color(300, 200, (x, y) -> x < 150 ? 0 : 255);
      step.with("image", image).with("show_hud", false).with("grid_overlay", "2x2");
      Image shown = step.picture();
      assertEquals(127, StepFixture.level(shown, 16, 16, 0), "blue stripes in the dark");
      assertEquals(0, StepFixture.level(shown, 24, 16, 0), "and none between");
      assertEquals(127, StepFixture.level(shown, 256, 20, 0), "less blue where it is too bright");
      assertEquals(128, StepFixture.level(shown, 150, 20, 1), "a line of the grid");
      Image hud = step.with("show_hud", true).picture();
      assertEquals(80, StepFixture.level(hud, 4, 4, 0), "the display's border");
    }
  }
}

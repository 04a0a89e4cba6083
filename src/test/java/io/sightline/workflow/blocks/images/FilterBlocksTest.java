package io.sightline.workflow.blocks.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.blocks.StepFixture;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FilterBlocksTest {
  private static String failure(StepFixture step) {
    return assertThrows(BlockException.class, step::run).getMessage();
  }

  @Test
  void averageOfOneBrightPixelSpreadsEvenly() {
    try (StepFixture step = new StepFixture(new ImageBlur.V1())) {
      Image image = step.grey(9, 9, (x, y) -> x == 4 && y == 4 ? 90 : 0);
      Image blurred =
          step.with("image", image).with("blur_type", "average").with("kernel_size", 3).picture();
      assertEquals(10, StepFixture.level(blurred, 5, 5, 0));
      assertEquals(0, StepFixture.level(blurred, 6, 4, 0));
      assertEquals(90, StepFixture.level(image, 4, 4, 0), "the picture that came in");
    }
  }

  @Test
  void evenAndNegativeKernelsBecomeTheNextOddOneWhereTheFilterNeedsIt() {
    try (StepFixture step = new StepFixture(new ImageBlur.V1())) {
      step.with("image", step.grey(20, 20, (x, y) -> x * 12));
      int[] five = StepFixture.levels(step.with("kernel_size", 5).picture());
      int[] four = StepFixture.levels(step.with("kernel_size", 4).picture());
      assertArrayEquals(five, four);
      int[] none = StepFixture.levels(step.with("kernel_size", -8).picture());
      assertEquals(12, none[1]);
    }
  }

  @Test
  @DisplayName("KI-2: work is bounded before native code begins")
  void refusesKernelsThatWouldTakeTooLong() {
    try (StepFixture step = new StepFixture(new ImageBlur.V1())) {
      step.with("image", step.grey(2000, 2000, (x, y) -> x));
      step.with("blur_type", "median").with("kernel_size", 1001);
      assertEquals("kernel_size must be -2147483648 to 255, not 1001", failure(step));
      step.with("blur_type", "bilateral").with("kernel_size", 1001);
      assertEquals(
          "kernel_size 1001 would take 201 times the work that one frame may take", failure(step));
      step.with("blur_type", "average").with("kernel_size", 0);
      assertEquals("kernel_size must be 1 to 1023, not 0", failure(step));
    }
  }

  @Test
  void greyIsWeightedByTheEye() {
    try (StepFixture step = new StepFixture(new ConvertGrayscale.V1())) {
      Image image = step.image(1, 1, 3, new byte[] {100, (byte) 200, 50});
      Image grey = step.with("image", image).picture();
      assertEquals(1, grey.channels());
      assertEquals(144, StepFixture.level(grey, 0, 0, 0));
      assertEquals(144, StepFixture.level(step.with("image", grey).picture(), 0, 0, 0));
    }
  }

  @Test
  void partsBrightFromDark() {
    try (StepFixture step = new StepFixture(new ImageThreshold.V1())) {
      step.with("image", step.grey(3, 1, (x, y) -> 99 + x)).with("thresh_value", 100);
      assertArrayEquals(new int[] {0, 0, 255}, StepFixture.levels(step.picture()));
      step.with("threshold_type", "trunc");
      assertArrayEquals(new int[] {99, 100, 100}, StepFixture.levels(step.picture()));
      step.with("threshold_type", "binary_inv").with("max_value", 7);
      assertArrayEquals(new int[] {7, 7, 0}, StepFixture.levels(step.picture()));
    }
  }

  @Test
  void saysThatSomeThresholdsNeedGrey() {
    try (StepFixture step = new StepFixture(new ImageThreshold.V1())) {
      step.with("image", step.color(20, 20, (x, y) -> x)).with("thresh_value", 100);
      assertTrue(failure(step.with("threshold_type", "otsu")).startsWith("threshold_type otsu"));
      assertTrue(failure(step.with("threshold_type", "adaptive_mean")).contains("grey picture"));
    }
  }

  @Test
  @DisplayName("KI-3: arrays are lists")
  void outlinesAreListsOfListsOfPoints() {
    try (StepFixture step = new StepFixture(new ContoursDetection.V1())) {
      step.with("image", step.grey(12, 10, (x, y) -> x > 1 && x < 7 && y > 2 && y < 6 ? 255 : 0));
      List<Object> values = step.run();
      assertEquals(
          List.of(
              List.of(
                  List.of(List.of(2, 3)),
                  List.of(List.of(2, 5)),
                  List.of(List.of(6, 5)),
                  List.of(List.of(6, 3)))),
          values.get(1));
      assertEquals(List.of(List.of(List.of(-1, -1, -1, -1))), values.get(2));
      assertEquals(1, values.get(3));
      assertEquals(0, StepFixture.level((Image) values.get(0), 2, 3, 1), "violet has no green");
      assertEquals(255, StepFixture.level((Image) values.get(0), 2, 3, 2));
    }
  }

  @Test
  void aBlackPictureHasNoOutlines() {
    try (StepFixture step = new StepFixture(new ContoursDetection.V1())) {
      List<Object> values = step.with("image", step.color(12, 10, (x, y) -> 0)).run();
      assertEquals(List.of(), values.get(1));
      assertNull(values.get(2));
      assertEquals(
          "line_thickness must be 0 to 100, not 101", failure(step.with("line_thickness", 101)));
    }
  }

  @Test
  void erosionTakesAwayWhatIsThinnerThanTheKernel() {
    StepFixture.Levels cross = (x, y) -> x == 5 || y > 3 && y < 9 ? 200 : 0;
    try (StepFixture step = new StepFixture(new MorphologicalTransformation.V1())) {
      step.with("image", step.color(11, 11, cross)).with("operation", "Erosion");
      Image eroded = step.with("kernel_size", 3).picture();
      assertEquals(1, eroded.channels());
      assertEquals(0, StepFixture.level(eroded, 5, 1, 0));
      assertEquals(200, StepFixture.level(eroded, 2, 6, 0));
      assertArrayEquals(
          StepFixture.levels(eroded), StepFixture.levels(step.with("kernel_size", 0).picture()));
    }
    try (StepFixture step = new StepFixture(new MorphologicalTransformation.V2())) {
      step.with("image", step.color(11, 11, cross)).with("operation", "Opening then Closing");
      assertEquals(3, step.picture().channels());
      assertEquals(
          "Invalid operation: Melting. Supported operations are 'Erosion', 'Dilation', 'Opening',"
              + " 'Closing', 'Opening then Closing', 'Gradient', 'Top Hat', 'Black Hat'.",
          failure(step.with("operation", "Melting")));
    }
  }

  @Test
  void countsPixelsNearAColor() {
    try (StepFixture step = new StepFixture(new PixelColorCount.V1())) {
      Image image = step.image(3, 1, 3, new byte[] {30, 20, 10, 35, 20, 10, 41, 20, 10});
      step.with("image", image);
      assertEquals(2, step.with("target_color", "#0a141e").run().get(0));
      assertEquals(1, step.with("tolerance", 4).run().get(0));
      assertEquals(3, step.with("tolerance", 11).run().get(0));
      assertEquals(3, step.with("target_color", List.of(10, 20, 30)).run().get(0));
      assertEquals(3, step.with("target_color", "(10, 20 ,30)").run().get(0));
    }
  }

  @Test
  void saysWhatIsWrongWithAColor() {
    assertArrayEquals(new int[] {0x44, 0x11, 0x22}, TargetColor.parse("#412"));
    for (String wrong : List.of("#12345", "red", "(1, 2", "")) {
      BlockException e = assertThrows(BlockException.class, () -> TargetColor.parse(wrong));
      assertEquals("Invalid color format: " + wrong, e.getMessage());
    }
    assertEquals(
        "Invalid hex color format: #12345g",
        assertThrows(BlockException.class, () -> TargetColor.parse("#12345g")).getMessage());
    assertEquals(
        "Invalid tuple color format: (1, 2)",
        assertThrows(BlockException.class, () -> TargetColor.parse("(1, 2)")).getMessage());
  }
}

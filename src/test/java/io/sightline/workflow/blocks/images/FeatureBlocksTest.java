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
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeatureBlocksTest {
  /** A pattern of blots without end, the same each time. */
  private static StepFixture.Levels blots(int left, int top) {
    Random random = new Random(3);
    int[] cells = random.ints(64 * 64, 0, 256).toArray();
    return (x, y) -> {
      double column = (x + left) / 8.0;
      double row = (y + top) / 8.0;
      int c = (int) column;
      int r = (int) row;
      double fx = column - c;
      double fy = row - r;
      double above = cells[r * 64 + c] * (1 - fx) + cells[r * 64 + c + 1] * fx;
      double below = cells[(r + 1) * 64 + c] * (1 - fx) + cells[(r + 1) * 64 + c + 1] * fx;
      return (int) (above * (1 - fy) + below * fy);
    };
  }

  @Test
  void describesPlacesWithNumbers() {
    try (StepFixture step = new StepFixture(new Sift.V1())) {
      Image image = step.color(160, 120, blots(0, 0));
      int[] before = StepFixture.levels(image);
      List<Object> values = step.with("image", image).run();
      List<?> places = (List<?>) values.get(1);
      List<?> descriptors = (List<?>) values.get(2);
      assertTrue(places.size() > 20, places.size() + " places");
      assertEquals(places.size(), descriptors.size());
      assertEquals(128, ((List<?>) descriptors.get(0)).size());
      assertEquals(
          List.of("pt", "size", "angle", "response", "octave", "class_id"),
          List.copyOf(((Map<?, ?>) places.get(0)).keySet()));
      assertArrayEquals(before, StepFixture.levels(image));
    }
  }

  @Test
  void aFlatPictureHasNoPlaces() {
    try (StepFixture step = new StepFixture(new Sift.V1())) {
      List<Object> values = step.with("image", step.color(60, 60, (x, y) -> 7)).run();
      assertEquals(List.of(), values.get(1));
      assertNull(values.get(2));
    }
  }

  @Test
  void tellsTheSamePictureFromAnother() {
    try (StepFixture sift = new StepFixture(new Sift.V1());
        StepFixture step = new StepFixture(new SiftComparison.V1())) {
      Object one = sift.with("image", sift.color(160, 120, blots(0, 0))).run().get(2);
      Object same = sift.with("image", sift.color(160, 120, blots(40, 0))).run().get(2);
      Object other = sift.with("image", sift.color(160, 120, blots(260, 300))).run().get(2);
      step.with("good_matches_threshold", 20).with("descriptor_1", one);
      assertEquals(true, step.with("descriptor_2", same).run().get(1));
      assertEquals(false, step.with("descriptor_2", other).run().get(1));
      assertEquals(List.of(0, false), step.with("descriptor_2", List.of()).run());
    }
  }

  @Test
  void comparesPicturesAndDrawsWhatItFound() {
    try (StepFixture step = new StepFixture(new SiftPictureComparison.V2())) {
      Image one = step.color(160, 120, blots(0, 0));
      Image same = step.color(140, 120, blots(40, 0));
      step.with("input_1", one).with("input_2", same).with("good_matches_threshold", 20);
      for (String matcher : List.of("FlannBasedMatcher", "BFMatcher")) {
        List<Object> values = step.with("matcher", matcher).with("visualize", true).run();
        assertEquals(true, values.get(0), matcher);
        assertEquals(160, ((Image) values.get(6)).width());
        assertEquals(300, ((Image) values.get(8)).width());
      }
      Object descriptors = step.run().get(3);
      List<Object> values = step.with("input_1", descriptors).run();
      assertEquals(true, values.get(0));
      assertNull(values.get(2), "no places are known of descriptors");
      assertNull(values.get(8));
    }
  }

  @Test
  void refusesDescriptorsThatAreNone() {
    try (StepFixture step = new StepFixture(new SiftComparison.V1())) {
      step.with("descriptor_2", List.of(List.of(1, 2), List.of(3, 4)));
      for (Object wrong : List.of("x", List.of(1, 2), List.of(List.of(1, 2), List.of(3)))) {
        String message =
            assertThrows(BlockException.class, step.with("descriptor_1", wrong)::run).getMessage();
        assertTrue(message.startsWith("descriptor_1 must be up to"), message);
      }
      step.with("descriptor_1", List.of(List.of(1), List.of(2)));
      assertEquals(
          "descriptors of 1 numbers cannot be compared with ones of 2",
          assertThrows(BlockException.class, step::run).getMessage());
    }
  }

  @Test
  void joinsPicturesThatOverlap() {
    try (StepFixture step = new StepFixture(new StitchImages.V1())) {
      step.with("image1", step.color(160, 120, blots(0, 0)));
      Image joined = step.with("image2", step.color(160, 120, blots(70, 0))).picture();
      assertEquals(230, joined.width(), 2);
      assertEquals(120, joined.height(), 2);
      StepFixture.Levels whole = blots(0, 0);
      for (int x : new int[] {20, 100, 200}) {
        assertEquals(whole.at(x, 60), StepFixture.level(joined, x, 60, 0), 25, "at " + x);
      }
      assertEquals("image + image", joined.parent().id());
    }
  }

  @Test
  void picturesWithNothingInCommonAreNotJoined() {
    try (StepFixture step = new StepFixture(new StitchImages.V1())) {
      step.with("image1", step.color(160, 120, blots(0, 0)));
      step.with("image2", step.color(160, 120, (x, y) -> 30));
      assertNull(step.run().get(0));
      step.with("count_of_best_matches_per_query_descriptor", 0);
      assertEquals(
          "count_of_best_matches_per_query_descriptor must be greater than 0",
          assertThrows(BlockException.class, step::run).getMessage());
    }
  }
}

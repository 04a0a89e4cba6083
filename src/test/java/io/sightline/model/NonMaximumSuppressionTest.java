package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.BoundingBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DisplayName("N-6: suppression by intersection over union")
class NonMaximumSuppressionTest {
  private record Box(BoundingBox place, float score, int classId) {}

  @RepeatedTest(60)
  void keepsWhatAPlainLoopKeeps(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    NonMaximumSuppression suppression = new NonMaximumSuppression(Suppression.IOU);
    Candidates candidates = new Candidates();
    for (int run = 0; run < 3; run++) {
      List<Box> boxes = new ArrayList<>();
      candidates.clear();
      for (int i = random.nextInt(300); i > 0; i--) {
        float x = random.nextInt(60);
        float y = random.nextInt(60);
        BoundingBox place = new BoundingBox(x, y, x + random.nextInt(40), y + random.nextInt(40));
        add(candidates, boxes, place, random.nextInt(20) / 20f, random.nextInt(3));
      }
      DetectionOptions options =
          new DetectionOptions(
              0, random.nextFloat(), 1 + random.nextInt(100), random.nextBoolean(), null);
      suppression.select(candidates, options, false);
      assertEquals(plain(boxes, options), kept(suppression));
    }
  }

  /** Strikes out from the best down; what is left is cut at the bound. */
  private static List<Integer> plain(List<Box> boxes, DetectionOptions options) {
    List<Integer> left =
        new ArrayList<>(
            IntStream.range(0, boxes.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -boxes.get(i).score()))
                .toList());
    List<Integer> kept = new ArrayList<>();
    while (!left.isEmpty()) {
      int best = left.remove(0);
      kept.add(best);
      left.removeIf(
          i ->
              (options.classAgnostic() || boxes.get(i).classId() == boxes.get(best).classId())
                  && boxes.get(i).place().iou(boxes.get(best).place()) > options.iouThreshold());
    }
    return kept.subList(0, Math.min(kept.size(), options.maxDetections()));
  }

  @RepeatedTest(40)
  @DisplayName("the older way: as a plain loop over sides a pixel longer")
  void legacyKeepsWhatAPlainLoopKeeps(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Candidates candidates = new Candidates();
    List<Box> boxes = new ArrayList<>();
    for (int i = random.nextInt(200); i > 0; i--) {
      float x = random.nextInt(60);
      float y = random.nextInt(60);
      BoundingBox place = new BoundingBox(x, y, x + random.nextInt(40), y + random.nextInt(40));
      add(candidates, boxes, place, i / 200f, random.nextInt(3));
    }
    float threshold = random.nextFloat();
    List<Integer> left = new ArrayList<>(IntStream.range(0, boxes.size()).boxed().toList());
    List<Integer> kept = new ArrayList<>();
    while (!left.isEmpty()) {
      BoundingBox best = boxes.get(left.get(0)).place();
      int classId = boxes.get(left.get(0)).classId();
      kept.add(left.remove(0));
      left.removeIf(
          i -> boxes.get(i).classId() == classId && share(best, boxes.get(i).place()) > threshold);
    }
    NonMaximumSuppression suppression = new NonMaximumSuppression(Suppression.LEGACY);
    suppression.select(candidates, new DetectionOptions(0, threshold, 300, false, null), false);
    assertEquals(kept, kept(suppression));
  }

  private static double share(BoundingBox better, BoundingBox worse) {
    double width = Math.min(better.x2(), worse.x2()) - Math.max(better.x1(), worse.x1()) + 1;
    double height = Math.min(better.y2(), worse.y2()) - Math.max(better.y1(), worse.y1()) + 1;
    double area = (worse.x2() - worse.x1() + 1.0) * (worse.y2() - worse.y1() + 1.0);
    return Math.max(0, width) * Math.max(0, height) / area;
  }

  @Test
  void legacySuppressesASmallBoxInsideOfALargeOne() {
    Candidates candidates = new Candidates();
    candidates.add(0, 0, 100, 100, 0.9f, 0, 0);
    candidates.add(40, 40, 50, 50, 0.8f, 0, 0);
    assertEquals(List.of(0, 1), select(candidates, 0.5f, false));
    NonMaximumSuppression legacy = new NonMaximumSuppression(Suppression.LEGACY);
    legacy.select(candidates, new DetectionOptions(0, 0.5f, 300, false, null), false);
    assertEquals(List.of(0), kept(legacy));
  }

  @Test
  void suppressesOnlyAboveTheThreshold() {
    Candidates candidates = new Candidates();
    candidates.add(0, 0, 10, 10, 0.9f, 0, 0);
    candidates.add(0, 0, 10, 5, 0.8f, 0, 0);
    assertEquals(List.of(0, 1), select(candidates, 0.5f, false));
    assertEquals(List.of(0), select(candidates, 0.49f, false));
  }

  @Test
  void letsClassesOverlapUnlessToldOtherwise() {
    Candidates candidates = new Candidates();
    candidates.add(0, 0, 10, 10, 0.8f, 0, 0);
    candidates.add(0, 0, 10, 10, 0.9f, 1, 0);
    assertEquals(List.of(1, 0), select(candidates, 0.5f, false));
    assertEquals(List.of(1), select(candidates, 0.5f, true));
  }

  @Test
  void aBoxThatWentSuppressesNothing() {
    Candidates candidates = new Candidates();
    candidates.add(0, 0, 10, 10, 0.9f, 0, 0);
    candidates.add(4, 0, 14, 10, 0.8f, 0, 0);
    candidates.add(8, 0, 18, 10, 0.7f, 0, 0);
    assertEquals(List.of(0, 2), select(candidates, 0.3f, false));
  }

  @Test
  void ranksScoresOfAnySign() {
    Candidates candidates = new Candidates();
    candidates.add(0, 0, 1, 1, -0.5f, 0, 0);
    candidates.add(2, 0, 3, 1, 0f, 0, 0);
    candidates.add(4, 0, 5, 1, -2f, 0, 0);
    candidates.add(6, 0, 7, 1, 3f, 0, 0);
    assertEquals(List.of(3, 1, 0, 2), select(candidates, 0.5f, false));
  }

  @Test
  void keepsNothingOfNothing() {
    assertEquals(List.of(), select(new Candidates(), 0.5f, false));
  }

  private static List<Integer> select(Candidates candidates, float iou, boolean agnostic) {
    NonMaximumSuppression suppression = new NonMaximumSuppression(Suppression.IOU);
    suppression.select(candidates, new DetectionOptions(0, iou, 300, agnostic, null), false);
    return kept(suppression);
  }

  private static List<Integer> kept(NonMaximumSuppression suppression) {
    return IntStream.range(0, suppression.count()).map(suppression::kept).boxed().toList();
  }

  private static void add(
      Candidates candidates, List<Box> boxes, BoundingBox place, float score, int classId) {
    candidates.add(place.x1(), place.y1(), place.x2(), place.y2(), score, classId, 0);
    boxes.add(new Box(place, score, classId));
  }
}

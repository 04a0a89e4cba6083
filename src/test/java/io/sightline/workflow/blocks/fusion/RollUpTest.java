package io.sightline.workflow.blocks.fusion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Keypoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollUpTest {
  private static final RollUp ANY = new RollUp(Aggregation.MAX, 0, 10);

  @Test
  void joinsBoxesByWayOfOthers() {
    List<Detection> joined =
        ANY.byBoxes(
            List.of(
                Found.box("a", 0, 0.5, 0, 0, 10, 10),
                Found.box("b", 0, 0.25, 18, 0, 30, 10),
                Found.box("c", 0, 0.75, 8, 0, 20, 10),
                Found.box("d", 0, 1, 30, 0, 40, 10)));
    assertEquals(List.of("a", "d"), Found.ids(joined));
    assertEquals(new BoundingBox(0, 0, 30, 10), joined.get(0).box());
    assertEquals(0.75, joined.get(0).confidence());
  }

  @Test
  void demandsAsMuchOverlapAsIsAskedFor() {
    List<Detection> found =
        List.of(Found.box("a", 0, 0.5, 0, 0, 10, 10), Found.box("b", 0, 0.25, 5, 0, 15, 10));
    assertEquals(2, new RollUp(Aggregation.MAX, 0.34, 10).byBoxes(found).size());
    assertEquals(1, new RollUp(Aggregation.MAX, 0.33, 10).byBoxes(found).size());
  }

  @Test
  void putsBoxesAroundJoinedMasks() {
    List<Detection> joined =
        ANY.byMasks(
            List.of(
                Found.mask("a", 0.5, 0, 0, 10, 10),
                Found.mask("b", 0.75, 5, 5, 20, 20),
                Found.mask("c", 0.75, 20, 20, 30, 30)));
    assertEquals(List.of("a", "c"), Found.ids(joined));
    assertEquals(new BoundingBox(0, 0, 20, 20), joined.get(0).box());
    assertEquals(100 + 225 - 25, joined.get(0).mask().area());
  }

  @Test
  void joinsKeypointsThatAreClose() {
    List<Detection> joined =
        new RollUp(Aggregation.AVERAGE, 0, 10)
            .byKeypoints(
                List.of(
                    Found.box("none", 0, 0.5, 0, 0, 1, 1),
                    Found.point("a", 0.5, 100, 100),
                    Found.point("b", 1, 106, 100),
                    Found.point("c", 1, 110, 100)));
    assertEquals(List.of("a", "c", "none"), Found.ids(joined));
    assertEquals(List.of(new Keypoint(0, "nose", 0.5f, 103, 100)), joined.get(0).keypoints());
    assertEquals(0.75, joined.get(0).confidence());
    assertEquals(new BoundingBox(103, 100, 113, 110), joined.get(0).box());
  }
}

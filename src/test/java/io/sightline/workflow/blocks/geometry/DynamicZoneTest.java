package io.sightline.workflow.blocks.geometry;

import static io.sightline.workflow.blocks.Step.object;
import static io.sightline.workflow.blocks.Step.on;
import static io.sightline.workflow.blocks.Step.outlined;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Attribute;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.blocks.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DynamicZoneTest {
  private static final Detection SQUARE =
      outlined(
          "square",
          new int[] {100, 100},
          new int[] {140, 100},
          new int[] {140, 120},
          new int[] {100, 120});

  private static List<Object> run(Detections detections, Object... fields) {
    return new Step(new DynamicZone.V1(), fields).run("predictions", detections);
  }

  private static Set<Object> corners(List<Object> answer) {
    List<?> zone = (List<?>) ((List<?>) answer.get(0)).get(0);
    return zone.stream().collect(Collectors.toSet());
  }

  @Test
  void hasTheMasksCornersScaledFromItsCentre() {
    List<Object> answer = run(on(SQUARE), "required_number_of_vertices", 4, "scale_ratio", 1.5);
    assertEquals(
        Set.of(List.of(90, 95), List.of(150, 95), List.of(150, 125), List.of(90, 125)),
        corners(answer));
    assertEquals(true, answer.get(2));
    Detection zoned = ((Detections) answer.get(1)).items().get(0);
    assertEquals(61 * 31, zoned.mask().area());
    assertEquals(SQUARE.box(), zoned.box());
  }

  @Test
  void repeatsTheLastCornerWhereTheMaskHasFewer() {
    List<Object> answer = run(on(SQUARE), "required_number_of_vertices", 6);
    int[][] polygon =
        (int[][]) ((Detections) answer.get(1)).items().get(0).attributes().get(Attribute.POLYGON);
    assertEquals(6, polygon.length);
    assertArrayEquals(polygon[3], polygon[5]);
    assertEquals(false, answer.get(2));
  }

  @Test
  void laysEdgesAlongTheOutline() {
    Detection slanted =
        outlined(
            "slanted",
            new int[] {100, 50},
            new int[] {200, 70},
            new int[] {190, 150},
            new int[] {90, 120});
    List<Object> answer =
        run(
            on(slanted),
            "required_number_of_vertices",
            4,
            "apply_least_squares",
            true,
            "midpoint_fraction",
            0.9);
    for (Object corner : corners(answer)) {
      int x = (int) ((List<?>) corner).get(0);
      int y = (int) ((List<?>) corner).get(1);
      boolean near =
          List.of(List.of(100, 50), List.of(200, 70), List.of(190, 150), List.of(90, 120)).stream()
              .anyMatch(c -> Math.hypot(c.get(0) - x, c.get(1) - y) < 4);
      assertTrue(near, answer.get(0).toString());
    }
  }

  @Test
  void answersNothingForDetectionsWithoutMasks() {
    List<Object> answer = run(on(object("box", 50, 50, 20, 20)), "required_number_of_vertices", 4);
    assertEquals(List.of(), answer.get(0));
    assertNull(answer.get(1));
    assertEquals(false, answer.get(2));
  }

  @Test
  void boundsCornersAndScale() {
    for (int corners : new int[] {0, 1001}) {
      assertThrows(
          BlockException.class, () -> run(on(SQUARE), "required_number_of_vertices", corners));
    }
    assertThrows(
        BlockException.class,
        () -> run(on(SQUARE), "required_number_of_vertices", 4, "scale_ratio", 1e12));
  }
}

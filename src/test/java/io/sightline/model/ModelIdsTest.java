package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelIdsTest {
  private final ModelIds ids = new ModelIds(Map.of("helmets", "shop/3", "lost", "gone"));

  @Test
  void anIdMeansItselfFirst() {
    assertEquals("helmets", ids.resolve("helmets", Set.of("helmets", "shop/3")));
  }

  @Test
  void anAliasOfAModelsOwnFileMeansThatModel() {
    assertEquals("shop/3", ids.resolve("helmets", Set.of("shop/3")));
    assertNull(ids.resolve("lost", Set.of("shop/3")));
    assertNull(ids.resolve(null, Set.of("shop/3")));
    assertEquals(List.of("helmets"), ids.aliases("shop/3", Set.of("shop/3")));
  }

  @Test
  void publicNamesMeanTheirNumbersAndTheOtherWayRound() {
    assertEquals("coco/3", ids.resolve("yolov8n-640", Set.of("coco/3")));
    assertEquals("yolov8n-640", ids.resolve("coco/3", Set.of("yolov8n-640")));
    assertEquals("yolo11n-640", ids.resolve("yolov11n-640", Set.of("yolo11n-640")));
    assertEquals("coco/40", ids.resolve("rfdetr-medium", Set.of("coco/40")));
    assertNull(ids.resolve("yolov8n-640", Set.of("coco/4")));
    assertEquals(List.of("yolov8n-640"), ids.aliases("coco/3", Set.of("coco/3")));
    assertEquals(
        List.of("coco/25", "yolov11n-640"), ids.aliases("yolo11n-640", Set.of("yolo11n-640")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "my-model_2.0", "project/3", "a/b/c", "Modèle 1", "yolov8n-640"})
  void idsAreNamesOfUpToThreeFolders(String id) {
    assertTrue(ModelIds.valid(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../a", "a/../b", "/a", "a/", "a//b", "a/b/c/d", "a\nb", ".a"})
  void pathsAreNoIds(String id) {
    assertFalse(ModelIds.valid(id));
  }
}

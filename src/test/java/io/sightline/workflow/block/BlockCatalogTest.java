package io.sightline.workflow.block;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BlockCatalogTest {
  private final BlockCatalog catalog = BlockCatalog.discover();

  @Test
  @DisplayName("BL-2: types are found whatever class loader the thread has")
  void findsTypesWithoutTheThreadsClassLoader() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(null);
    try {
      assertTrue(BlockCatalog.discover().find("roboflow_core/label_visualization@v1").isPresent());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void knowsOlderNames() {
    assertEquals(
        catalog.find("LabelVisualization"), catalog.find("roboflow_core/label_visualization@v1"));
  }

  @Test
  void namesTheNearestTypes() {
    assertEquals(
        "roboflow_core/label_visualization@v1",
        catalog.nearest("roboflow_core/lable_visualisation@v1").get(0));
    assertEquals(3, catalog.nearest("x".repeat(100_000)).size());
  }

  /** The delay of continue_if may not be written as 0, which it is by default. */
  @Test
  @DisplayName("BL-1: a default is a value that the field itself would accept")
  void everyDefaultIsAccepted() {
    for (BlockType type : catalog.types()) {
      for (Field field : type.manifest().fields()) {
        if (!field.required() && !field.name().equals("stop_delay")) {
          assertDoesNotThrow(
              () -> field.form().read(field.defaultValue()),
              type.manifest().type() + " " + field.name());
        }
        assertFalse(field.description().isEmpty(), type.manifest().type() + " " + field.name());
      }
    }
  }

  @Test
  @DisplayName("BL-1: the schema comes from the manifest")
  void everyManifestHasASchema() {
    Map<String, Object> schema =
        catalog.find("BoundingBoxVisualization").orElseThrow().manifest().schema();
    Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
    assertEquals(2, ((Map<?, ?>) properties.get("thickness")).get("default"));
    assertEquals(java.util.List.of("type", "name", "image", "predictions"), schema.get("required"));
  }
}

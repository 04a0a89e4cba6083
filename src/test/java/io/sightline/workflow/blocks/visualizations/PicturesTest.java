package io.sightline.workflow.blocks.visualizations;

import static io.sightline.workflow.blocks.visualizations.Sketch.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.Color;
import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Blocks that draw pictures on pictures. */
class PicturesTest {
  private static final Color GROUND = new Color(90, 90, 90);
  private static final Color BORDER = Color.hex("A351FB");

  @Test
  void cropsAreEnlargedAboveTheirPlace() {
    try (Sketch sketch = new Sketch(new CropVisualization.V1(), 100, 80, GROUND)) {
      Map<String, Object> fields = new HashMap<>();
      fields.put("predictions", sketch.detections(sketch.box(40, 50, 60, 60)));
      fields.put("border_thickness", 1);
      Image drawn = sketch.draw(fields);
      assertEquals(BORDER, at(drawn, 50 - 20, 50 - 20));
      assertEquals(BORDER, at(drawn, 50 + 20, 50));
      assertEquals(2 * 41 + 2 * 19, sketch.touched(drawn));
    }
  }

  @Test
  void cropsShowThePictureAsItCame() {
    try (Sketch sketch = new Sketch(new CropVisualization.V1(), 100, 80, GROUND)) {
      Map<String, Object> fields = new HashMap<>();
      fields.put(
          "predictions", sketch.detections(sketch.box(40, 50, 60, 60), sketch.box(30, 30, 70, 40)));
      fields.put("border_thickness", 1);
      fields.put("scale_factor", 0.5);
      fields.put("position", "CENTER");
      assertEquals(GROUND, at(sketch.draw(fields), 50, 35));
    }
  }

  @Test
  void cropsBeyondAllBoundsAreRefused() {
    try (Sketch sketch = new Sketch(new CropVisualization.V1(), 100, 80, GROUND)) {
      Map<String, Object> fields = new HashMap<>();
      fields.put("predictions", sketch.detections(sketch.box(0, 0, 100, 80)));
      fields.put("scale_factor", 100.0);
      BlockException e = assertThrows(BlockException.class, () -> sketch.draw(fields));
      assertEquals(
          "scale_factor 100.0 makes crops of 80000000 pixels, at most 33554432 are drawn on a"
              + " picture",
          e.getMessage());
      fields.put("scale_factor", 0.0);
      assertThrows(BlockException.class, () -> sketch.draw(fields));
    }
  }

  @Test
  void iconsKeepTheirShape() {
    try (Sketch sketch = new Sketch(new IconVisualization.V1(), 100, 80, GROUND)) {
      Map<String, Object> fields = new HashMap<>();
      fields.put("icon", sketch.picture(10, 10, Sketch.RED));
      fields.put("mode", "static");
      fields.put("icon_width", 40);
      fields.put("icon_height", 20);
      fields.put("x_position", -10);
      Image drawn = sketch.draw(fields);
      assertEquals(20 * 20, sketch.touched(drawn));
      assertEquals(Sketch.RED, at(drawn, 100 - 10 - 40 + 10, 10));
      assertEquals(Sketch.RED, at(drawn, 100 - 10 - 10 - 1, 29));
    }
  }

  @Test
  void iconsLieOnDetections() {
    try (Sketch sketch = new Sketch(new IconVisualization.V1(), 100, 80, GROUND)) {
      Map<String, Object> fields = new HashMap<>();
      fields.put("icon", sketch.picture(4, 4, Sketch.RED));
      fields.put("predictions", sketch.detections(sketch.box(20, 10, 40, 30)));
      fields.put("icon_width", 8);
      fields.put("icon_height", 8);
      Image drawn = sketch.draw(fields);
      assertEquals(64, sketch.touched(drawn));
      assertEquals(Sketch.RED, at(drawn, 30 - 4, 10 - 4));
      fields.put("predictions", sketch.detections(sketch.box(96, 0, 104, 10)));
      assertEquals(4 * 4, sketch.touched(sketch.draw(fields)));
    }
  }

  @Test
  void iconsOnDetectionsNeedDetections() {
    BlockContext without = new BlockContext("icon", Map.of("mode", "dynamic"), c -> null);
    assertThrows(BlockException.class, () -> new IconVisualization.V1().create(without));
  }

  @Test
  void gridsFillRowsAndKeepShapes() {
    try (Sketch sketch = new Sketch(new GridVisualization.V1(), 20, 10, Sketch.RED)) {
      Map<String, Object> fields = new HashMap<>();
      Image white = sketch.picture(10, 10, Color.WHITE);
      fields.put("images", Arrays.asList(sketch.image, null, List.of(white)));
      fields.put("width", 80);
      fields.put("height", 80);
      Image drawn = sketch.draw(fields);
      assertEquals(80, drawn.width());
      assertEquals(Sketch.RED, at(drawn, 0, 10));
      assertEquals(Sketch.RED, at(drawn, 39, 29));
      assertEquals(Color.BLACK, at(drawn, 20, 9));
      assertEquals(Color.BLACK, at(drawn, 60, 20));
      assertEquals(Color.WHITE, at(drawn, 0, 40));
      assertEquals(Color.WHITE, at(drawn, 39, 79));
    }
  }

  @Test
  void gridsOfNothingAreBlack() {
    try (Sketch sketch = new Sketch(new GridVisualization.V1(), 20, 10, Sketch.RED)) {
      Map<String, Object> fields = new HashMap<>();
      fields.put("images", List.of());
      fields.put("width", 8);
      fields.put("height", 6);
      Image drawn = sketch.draw(fields);
      assertEquals(8, drawn.width());
      assertEquals(Color.BLACK, at(drawn, 4, 3));
      assertEquals(drawn.parent().id(), drawn.video().videoIdentifier());
    }
  }
}

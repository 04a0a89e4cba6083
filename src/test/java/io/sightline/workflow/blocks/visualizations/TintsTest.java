package io.sightline.workflow.blocks.visualizations;

import static io.sightline.workflow.blocks.visualizations.Sketch.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Attribute;
import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Image;
import io.sightline.vision.Mask;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Blocks that mix colours into parts of the picture. */
@DisplayName("KV-4: colours are mixed into the parts that shapes touch, each part once")
class TintsTest {
  private static final Color GROUND = new Color(101, 101, 101);

  private static Sketch sketch(BlockType type) {
    return new Sketch(type, 120, 100, GROUND);
  }

  private static Map<String, Object> fields(Sketch sketch, Detection... detections) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("predictions", sketch.detections(detections));
    fields.put("color_palette", "CUSTOM");
    fields.put("custom_colors", List.of("#FF0000", "#0000FF"));
    fields.put("color_axis", "INDEX");
    return fields;
  }

  @Test
  void laterBoxesLieOverEarlierOnesAndAreMixedOnce() {
    try (Sketch sketch = sketch(new ColorVisualization.V1())) {
      Map<String, Object> fields =
          fields(sketch, sketch.box(10, 10, 40, 40), sketch.box(30, 30, 60, 60));
      fields.put("opacity", 0.25);
      Image drawn = sketch.draw(fields);
      assertEquals(new Color(140, 76, 76), at(drawn, 10, 10));
      assertEquals(new Color(76, 76, 140), at(drawn, 40, 40));
      assertEquals(new Color(76, 76, 140), at(drawn, 60, 60));
      assertEquals(GROUND, at(drawn, 61, 60));
      assertEquals(2 * 31 * 31 - 11 * 11, sketch.touched(drawn));
    }
  }

  @Test
  void smallInstancesLieOverLargeOnes() {
    try (Sketch sketch = sketch(new MaskVisualization.V1())) {
      Map<String, Object> fields =
          fields(sketch, sketch.instance(30, 30, 40, 40), sketch.instance(20, 20, 80, 80));
      fields.put("opacity", 1.0);
      Image drawn = sketch.draw(fields);
      assertEquals(new Color(255, 0, 0), at(drawn, 35, 35));
      assertEquals(new Color(0, 0, 255), at(drawn, 50, 50));
      assertEquals(GROUND, at(drawn, 19, 50));
    }
  }

  @Test
  void masksOfRunLengthsAreDecoded() {
    try (Sketch sketch = sketch(new MaskVisualization.V1())) {
      Map<String, Object> lengths =
          Map.of("size", List.of(100, 120), "counts", List.of(100 * 5 + 7, 3, 11490));
      Map<String, Object> fields =
          fields(sketch, sketch.box(0, 0, 9, 9).with(Attribute.RLE_MASK, lengths));
      fields.put("opacity", 1.0);
      Image drawn = sketch.draw(fields);
      assertEquals(3, sketch.touched(drawn));
      assertEquals(new Color(255, 0, 0), at(drawn, 5, 7));
      assertEquals(new Color(255, 0, 0), at(drawn, 5, 9));
    }
  }

  @Test
  void masksLargerThanThePictureAreCut() {
    try (Sketch sketch = sketch(new MaskVisualization.V1())) {
      int[][] corners = {{100, 80}, {300, 80}, {300, 300}, {100, 300}};
      Detection large =
          sketch.box(0, 0, 1, 1).with(Attribute.MASK, Mask.ofPolygon(400, 400, corners));
      assertEquals(20 * 20, sketch.touched(sketch.draw(fields(sketch, large))));
    }
  }

  @Test
  void theBackdropLeavesDetectionsAlone() {
    try (Sketch sketch = sketch(new BackgroundColorVisualization.V1())) {
      Map<String, Object> fields = fields(sketch, sketch.box(10, 10, 30, 30));
      fields.put("color", "white");
      fields.put("opacity", 0.5);
      Image drawn = sketch.draw(fields);
      assertEquals(GROUND, at(drawn, 10, 10));
      assertEquals(GROUND, at(drawn, 29, 29));
      assertEquals(new Color(178, 178, 178), at(drawn, 30, 30));
      assertEquals(120 * 100 - 20 * 20, sketch.touched(drawn));
      fields.put("predictions", sketch.detections(sketch.instance(10, 10, 30, 30)));
      assertEquals(120 * 100 - 21 * 21, sketch.touched(sketch.draw(fields)));
    }
  }

  @Test
  void aFieldThatSaysNotToCopyLeavesABlendedPictureAloneAllTheSame() {
    try (Sketch sketch = sketch(new BackgroundColorVisualization.V1())) {
      Map<String, Object> fields = fields(sketch);
      fields.put("copy_image", false);
      assertNotEquals(at(sketch.draw(fields), 5, 5), at(sketch.image, 5, 5));
    }
    try (Sketch sketch = sketch(new ColorVisualization.V1())) {
      Map<String, Object> fields = fields(sketch, sketch.box(0, 0, 9, 9));
      fields.put("copy_image", false);
      assertEquals(sketch.image, sketch.draw(fields));
    }
  }

  @Test
  void onlyOneModelsFindingsAndTheRestAreTinted() {
    try (Sketch sketch = sketch(new ModelComparisonVisualization.V1())) {
      Map<String, Object> fields = new HashMap<>();
      fields.put("predictions_a", sketch.detections(sketch.box(10, 10, 50, 50)));
      fields.put("predictions_b", sketch.detections(sketch.instance(30, 30, 70, 70)));
      fields.put("opacity", 1.0);
      for (int i = 0; i < 2; i++) {
        Image drawn = sketch.draw(fields);
        assertEquals(Color.BLACK, at(drawn, 5, 5));
        assertEquals(new Color(0, 255, 0), at(drawn, 20, 20));
        assertEquals(GROUND, at(drawn, 40, 40));
        assertEquals(new Color(255, 0, 0), at(drawn, 70, 70));
        fields.put("predictions_b", sketch.detections(sketch.box(30, 30, 71, 71)));
      }
      fields.put("predictions_a", sketch.detections());
      fields.put("predictions_b", sketch.detections());
      assertEquals(Color.BLACK, at(sketch.draw(fields), 40, 40));
    }
  }

  @Test
  void haloesSurroundInstancesAndFade() {
    try (Sketch sketch = sketch(new HaloVisualization.V2())) {
      Map<String, Object> fields = fields(sketch, sketch.instance(40, 40, 80, 60));
      fields.put("kernel_size", 21);
      fields.put("opacity", 1.0);
      Image drawn = sketch.draw(fields);
      assertEquals(GROUND, at(drawn, 60, 50));
      assertEquals(GROUND, at(drawn, 29, 50));
      int near = at(drawn, 39, 50).red();
      int far = at(drawn, 32, 50).red();
      assertEquals(Math.round(255 * 10 / 21.0), near);
      assertTrue(near > far && far > 80, near + " " + far);
      assertEquals(0, at(drawn, 39, 50).blue());
      fields.put("predictions", sketch.detections(sketch.box(40, 40, 80, 60)));
      assertEquals(0, sketch.touched(sketch.draw(fields)));
    }
  }

  @Test
  void haloesOfEarlierPicturesAreForgotten() {
    try (Sketch sketch = sketch(new HaloVisualization.V2())) {
      Map<String, Object> fields = fields(sketch, sketch.instance(10, 10, 20, 20));
      fields.put("kernel_size", 5);
      int once = sketch.touched(sketch.draw(fields));
      fields.put("predictions", sketch.detections(sketch.instance(70, 60, 80, 70)));
      assertEquals(once, sketch.touched(sketch.draw(fields)));
    }
  }

  @Test
  void versionOneOfHaloesHasOneWidthAndTurnsEmptyPicturesBlack() {
    try (Sketch sketch = sketch(new HaloVisualization.V1())) {
      Map<String, Object> fields = fields(sketch, sketch.box(50, 40, 70, 60));
      fields.put("kernel_size", 3);
      assertNotEquals(GROUND, at(sketch.draw(fields), 40, 50));
      fields.put("predictions", sketch.detections());
      assertEquals(Color.BLACK, at(sketch.draw(fields), 40, 50));
    }
  }

  @Test
  void zonesAddTheirColourUpToWhite() {
    try (Sketch sketch = sketch(new PolygonZoneVisualization.V1())) {
      Map<String, Object> fields = new HashMap<>();
      fields.put("zone", List.of(List.of(10, 10), List.of(50, 10), List.of(50.9, 50)));
      fields.put("color", "#ff8000");
      fields.put("opacity", 0.75);
      Image drawn = sketch.draw(fields);
      assertEquals(new Color(255, 197, 101), at(drawn, 50, 50));
      assertEquals(new Color(255, 197, 101), at(drawn, 40, 20));
      assertEquals(GROUND, at(drawn, 20, 40));
      fields.put("zone", List.of());
      assertEquals(0, sketch.touched(sketch.draw(fields)));
    }
  }

  @Test
  void zonesThatOverlapLeaveWhatBothCover() {
    try (Sketch sketch = sketch(new PolygonZoneVisualization.V1())) {
      List<?> first = List.of(List.of(10, 10), List.of(50, 10), List.of(50, 50), List.of(10, 50));
      List<?> second = List.of(List.of(30, 30), List.of(70, 30), List.of(70, 70), List.of(30, 70));
      Image drawn = sketch.draw(Map.of("zone", List.of(first, second), "opacity", 1.0));
      assertEquals(GROUND, at(drawn, 40, 40));
      assertNotEquals(GROUND, at(drawn, 20, 20));
      assertNotEquals(GROUND, at(drawn, 60, 60));
    }
  }

  @Test
  void zonesFollowWhatTheyAreToldFrameByFrame() {
    try (Sketch sketch = sketch(new PolygonZoneVisualization.V1())) {
      List<?> zone = List.of(List.of(-9e9, -9e9), List.of(9e9, -9e9), List.of(9e9, 9e9));
      assertNotEquals(GROUND, at(sketch.draw(Map.of("zone", zone)), 99, 3));
      Map<String, Object> fields = Map.of("zone", List.of(List.of(1, 1), List.of(3, 1)));
      assertEquals(3, sketch.touched(sketch.draw(fields)));
      assertThrows(BlockException.class, () -> sketch.draw(Map.of("zone", List.of("x", "y"))));
      assertEquals(3, sketch.touched(sketch.draw(fields)));
    }
  }

  @Test
  void linesSayWhatCrossedThemAtTheirBeginning() {
    try (Sketch sketch = sketch(new LineCounterVisualization.V1())) {
      Map<String, Object> fields = new HashMap<>();
      fields.put("zone", List.of(List.of(60, 20), List.of(60, 90)));
      fields.put("color", "#ff0000");
      fields.put("opacity", 1.0);
      fields.put("text_scale", 0.3);
      Image drawn = sketch.draw(fields);
      assertEquals(new Color(255, 101, 101), at(drawn, 60, 80));
      assertEquals(GROUND, at(drawn, 40, 80));
      fields.put("count_in", 8);
      assertNotEquals(0, sketch.touched(drawn) - sketch.touched(sketch.draw(fields)), "the text");
    }
  }

  @Test
  void blursAndPixelsKeepToTheBoxAndNeedNoneInThePicture() {
    for (BlockType type : List.of(new BlurVisualization.V1(), new PixelateVisualization.V1())) {
      try (Sketch sketch = sketch(type);
          Sketch box = sketch(new BoundingBoxVisualization.V1())) {
        Map<String, Object> inner = fields(box, box.box(30, 30, 60, 60));
        inner.put("thickness", -1);
        Image scene = box.draw(inner);
        Map<String, Object> fields =
            fields(sketch, sketch.box(20, 20, 43, 42), sketch.box(500, 500, 510, 510));
        Image drawn = sketch.drawOn(scene, fields);
        assertEquals(new Color(255, 0, 0), at(drawn, 45, 45));
        assertEquals(GROUND, at(drawn, 19, 19));
        assertNotEquals(at(scene, 31, 31), at(drawn, 31, 31));
        fields.put("predictions", sketch.detections(sketch.box(28, 28, 33, 32)));
        assertNotEquals(at(scene, 31, 31), at(sketch.drawOn(scene, fields), 31, 31));
      }
    }
  }
}

package io.sightline.workflow.blocks.visualizations;

import static io.sightline.workflow.blocks.visualizations.Sketch.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.Color;
import io.sightline.vision.Detection;
import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocks that draw the same shape for each detection. */
@DisplayName("KV-5: sizes are bounded, and what lies outside of the picture costs nothing")
class ShapesTest {
  private static final Color GROUND = new Color(90, 90, 90);
  private static final Color FIRST = Color.hex("A351FB");
  private static final float FAR = 2e9f;

  private static Sketch sketch(BlockType type) {
    return new Sketch(type, 100, 80, GROUND);
  }

  private static Map<String, Object> fields(Sketch sketch, Detection... detections) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("predictions", sketch.detections(detections));
    return fields;
  }

  @Test
  void circlesGoThroughTheCornersOfTheBox() {
    try (Sketch sketch = sketch(new CircleVisualization.V1())) {
      Map<String, Object> fields = fields(sketch, sketch.box(30, 30, 60, 50));
      fields.put("thickness", 1);
      Image drawn = sketch.draw(fields);
      assertEquals(FIRST, at(drawn, 45 + 18, 40));
      assertEquals(FIRST, at(drawn, 45, 40 - 18));
      assertEquals(GROUND, at(drawn, 45, 40));
    }
  }

  @Test
  void roundedBoxesAreNoThinnerThanAPixelAndNeverFilled() {
    try (Sketch sketch = sketch(new BoundingBoxVisualization.V1())) {
      Map<String, Object> fields = fields(sketch, sketch.box(20, 20, 80, 60));
      fields.put("roundness", 0.5);
      for (int thickness : new int[] {0, -1}) {
        fields.put("thickness", thickness);
        BlockException e = assertThrows(BlockException.class, () -> sketch.draw(fields));
        assertEquals("thickness must be 1 to 1000, not " + thickness + ".0", e.getMessage());
      }
      fields.put("roundness", 0.0);
      assertEquals(61 * 41, sketch.touched(sketch.draw(fields)));
    }
  }

  @Test
  void cornersHaveTheirLengthAndPointInwards() {
    try (Sketch sketch = sketch(new CornerVisualization.V1())) {
      Map<String, Object> fields = fields(sketch, sketch.box(20, 20, 80, 60));
      fields.put("thickness", 1);
      fields.put("corner_length", 5);
      Image drawn = sketch.draw(fields);
      assertEquals(4 * 11, sketch.touched(drawn));
      assertEquals(FIRST, at(drawn, 25, 20));
      assertEquals(FIRST, at(drawn, 75, 20));
      assertEquals(FIRST, at(drawn, 80, 55));
      assertEquals(GROUND, at(drawn, 26, 20));
    }
  }

  @Test
  void dotsHaveABlackOutlineWhereOneIsAskedFor() {
    try (Sketch sketch = sketch(new DotVisualization.V1())) {
      Map<String, Object> fields = fields(sketch, sketch.box(20, 20, 80, 60));
      fields.put("radius", 8);
      assertEquals(FIRST, at(sketch.draw(fields), 50 + 8, 40));
      fields.put("outline_thickness", 1);
      Image drawn = sketch.draw(fields);
      assertEquals(Color.BLACK, at(drawn, 50 + 8, 40));
      assertEquals(FIRST, at(drawn, 50, 40));
    }
  }

  @Test
  void dotsLieOnTheCentreOfMassOfTheMask() {
    try (Sketch sketch = sketch(new DotVisualization.V1())) {
      Map<String, Object> fields = fields(sketch, sketch.instance(10, 20, 29, 39));
      fields.put("position", "CENTER_OF_MASS");
      fields.put("radius", 0);
      Image drawn = sketch.draw(fields);
      assertEquals(1, sketch.touched(drawn));
      assertEquals(FIRST, at(drawn, 20, 30));
      fields.put("predictions", sketch.detections(sketch.box(1, 2, 3, 4)));
      BlockException e = assertThrows(BlockException.class, () -> sketch.draw(fields));
      assertEquals(
          "Cannot use `Position.CENTER_OF_MASS` without a detection mask.", e.getMessage());
    }
  }

  @Test
  void trianglesPointDownAtTheUpperEdge() {
    try (Sketch sketch = sketch(new TriangleVisualization.V1())) {
      Image drawn = sketch.draw(fields(sketch, sketch.box(40, 40, 60, 60)));
      assertEquals(FIRST, at(drawn, 50, 40));
      assertEquals(FIRST, at(drawn, 45, 30));
      assertEquals(FIRST, at(drawn, 55, 30));
      assertEquals(GROUND, at(drawn, 45, 39));
      assertEquals(GROUND, at(drawn, 50, 41));
    }
  }

  @Test
  void ellipsesLieAroundTheLowerEdge() {
    try (Sketch sketch = sketch(new EllipseVisualization.V1())) {
      Image drawn = sketch.draw(fields(sketch, sketch.box(40, 20, 60, 50)));
      assertEquals(FIRST, at(drawn, 50 + 20, 50));
      assertEquals(FIRST, at(drawn, 50, 50 + 7));
      assertEquals(GROUND, at(drawn, 50, 50 - 7));
    }
  }

  @Test
  void boxesAreRoundedAsTheirShorterSideAllows() {
    try (Sketch sketch = sketch(new BoundingBoxVisualization.V1())) {
      Map<String, Object> fields = fields(sketch, sketch.box(20, 20, 80, 60));
      fields.put("thickness", 1);
      fields.put("roundness", 1.0);
      Image drawn = sketch.draw(fields);
      assertEquals(GROUND, at(drawn, 22, 22));
      assertEquals(FIRST, at(drawn, 20, 40));
      assertEquals(FIRST, at(drawn, 50, 20));
    }
  }

  @Test
  void outlinesFollowTheMaskAndVersionOneKeepsToTheBox() {
    for (BlockType type : List.of(new PolygonVisualization.V1(), new PolygonVisualization.V2())) {
      try (Sketch sketch = sketch(type)) {
        Map<String, Object> fields = fields(sketch, sketch.instance(10, 10, 40, 30));
        fields.put("thickness", 1);
        Image drawn = sketch.draw(fields);
        boolean first = type.manifest().type().endsWith("@v1");
        assertEquals(first ? FIRST : GROUND, at(drawn, 39, 20));
        assertEquals(first ? GROUND : FIRST, at(drawn, 40, 20));
        fields.put("predictions", sketch.detections(sketch.box(10, 10, 40, 30)));
        assertEquals(first ? 2 * 31 + 2 * 19 : 0, sketch.touched(sketch.draw(fields)));
      }
    }
  }

  static List<BlockType> shapes() {
    return List.of(
        new BoundingBoxVisualization.V1(),
        new CircleVisualization.V1(),
        new CornerVisualization.V1(),
        new DotVisualization.V1(),
        new TriangleVisualization.V1(),
        new EllipseVisualization.V1(),
        new ColorVisualization.V1(),
        new PolygonVisualization.V1(),
        new BackgroundColorVisualization.V1(),
        new BlurVisualization.V1(),
        new PixelateVisualization.V1(),
        new CropVisualization.V1(),
        new HeatmapVisualization.V1(),
        new HaloVisualization.V1(),
        new LabelVisualization.V2(),
        new RichLabelVisualization.V1());
  }

  @ParameterizedTest
  @MethodSource("shapes")
  @Timeout(30)
  void boxesBeyondAllBoundsTakeNoTime(BlockType type) {
    try (Sketch sketch = sketch(type)) {
      Map<String, Object> fields =
          fields(
              sketch,
              sketch.box(FAR, FAR, FAR, FAR),
              sketch.box(-FAR, -FAR, -FAR, -FAR),
              sketch.box(60, 50, 40, 30),
              sketch.box(Float.NaN, 0, Float.POSITIVE_INFINITY, 9),
              sketch.box(-FAR, 40, FAR, 41),
              sketch.box(10, 10, 10, 10));
      fields.put("scale_factor", 0.5);
      for (int i = 0; i < 20; i++) {
        sketch.draw(fields);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void nothingIsDrawnWhereNothingWasFound(BlockType type) {
    try (Sketch sketch = sketch(type)) {
      Image drawn = sketch.draw(fields(sketch));
      boolean whole =
          type instanceof BackgroundColorVisualization.V1 || type instanceof HaloVisualization.V1;
      assertEquals(whole ? 100 * 80 : 0, sketch.touched(drawn));
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void thePictureThatComesInStaysAsItIs(BlockType type) {
    try (Sketch sketch = sketch(type)) {
      sketch.draw(fields(sketch, sketch.instance(20, 20, 60, 60)));
      Image same = sketch.picture(100, 80, GROUND);
      assertEquals(0, sketch.touched(same));
    }
  }

  @Test
  void refusesSizesThatNobodyCanSee() {
    try (Sketch sketch = sketch(new DotVisualization.V1())) {
      Map<String, Object> fields = fields(sketch, sketch.box(1, 1, 2, 2));
      fields.put("radius", 1_000_000);
      BlockException e = assertThrows(BlockException.class, () -> sketch.draw(fields));
      assertEquals("radius must be 0 to 10000, not 1000000.0", e.getMessage());
    }
  }

  @Test
  void coloursOfTracksNeedTracks() {
    try (Sketch sketch = sketch(new DotVisualization.V1())) {
      Map<String, Object> fields = fields(sketch, sketch.box(1, 1, 20, 20));
      fields.put("color_axis", "TRACK");
      assertThrows(BlockException.class, () -> sketch.draw(fields));
      fields.put("predictions", sketch.detections(sketch.box(1, 1, 21, 21).withTracker(-1)));
      assertEquals(Color.GREY, at(sketch.draw(fields), 11, 11));
    }
  }

  @Test
  void aPaletteWithoutColoursFailsOnceOneIsNeeded() {
    try (Sketch sketch = sketch(new DotVisualization.V1())) {
      Map<String, Object> fields = fields(sketch);
      fields.put("color_palette", "CUSTOM");
      assertEquals(0, sketch.touched(sketch.draw(fields)));
      fields.put("predictions", sketch.detections(sketch.box(1, 1, 20, 20)));
      assertThrows(BlockException.class, () -> sketch.draw(fields));
    }
  }
}

package io.sightline.workflow.blocks.visualizations;

import static io.sightline.workflow.blocks.visualizations.Sketch.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.Attribute;
import io.sightline.vision.Color;
import io.sightline.vision.Image;
import io.sightline.vision.Keypoint;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.RunLimits;
import io.sightline.workflow.query.OperationsForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks that write text or draw key points. */
class WritingTest {
  private static final Color GROUND = new Color(90, 90, 90);
  private static final Color FIRST = Color.hex("A351FB");

  private static int width(Image drawn, int y) {
    int count = 0;
    for (int x = 0; x < drawn.width(); x++) {
      count += at(drawn, x, y).equals(GROUND) ? 0 : 1;
    }
    return count;
  }

  @Test
  void labelsGrowWithThePictureWhereTheyAreToldTo() {
    try (Sketch sketch = new Sketch(new LabelVisualization.V2(), 400, 540, GROUND)) {
      Map<String, Object> fields = new HashMap<>();
      fields.put("predictions", sketch.detections(sketch.box(10, 200, 300, 300)));
      fields.put("text_scale", 1.4);
      int manual = sketch.touched(sketch.draw(fields));
      fields.put("text_size_mode", "Automatic");
      int automatic = sketch.touched(sketch.draw(fields));
      fields.put("text_size_mode", "Manual");
      fields.put("text_scale", 1.4 * 400 / 1080);
      assertEquals(sketch.touched(sketch.draw(fields)), automatic);
      assertTrue(automatic < manual);
    }
  }

  @Test
  void richLabelsAreSmoothTextOnAColouredGround() {
    try (Sketch sketch = new Sketch(new RichLabelVisualization.V1(), 200, 100, GROUND)) {
      Map<String, Object> fields = new HashMap<>();
      fields.put("predictions", sketch.detections(sketch.box(20, 60, 90, 90)));
      Image drawn = sketch.draw(fields);
      assertEquals(FIRST, at(drawn, 20, 60));
      assertEquals(GROUND, at(drawn, 20, 61));
      assertEquals(5 * 8 + 2 * 10 + 1, width(drawn, 60));
      int white = 0;
      int between = 0;
      for (int y = 30; y < 60; y++) {
        for (int x = 20; x < 90; x++) {
          Color color = at(drawn, x, y);
          white += color.equals(Color.WHITE) ? 1 : 0;
          boolean mixed = !color.equals(GROUND) && !color.equals(FIRST);
          between += mixed && !color.equals(Color.WHITE) ? 1 : 0;
        }
      }
      assertTrue(white > 10 && between > 10, white + " " + between);
      fields.put("max_line_length", 3);
      assertEquals(3 * 8 + 2 * 10 + 1, width(sketch.draw(fields), 60));
      fields.put("font_size", 28);
      fields.put("font_family", "jetbrains_mono");
      assertEquals(3 * 17 + 2 * 10 + 1, width(sketch.draw(fields), 60));
      fields.put("font_family", "Comic Sans");
      assertThrows(BlockException.class, () -> sketch.draw(fields));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'a bc def',0,'a bc def'",
    "'a bc def',4,'a bc|def'",
    "'a bc def',1,'a|b|c|d|e|f'",
    "'well-known word',7,'well-|known|word'",
    "'  two',5,'  two'",
    "'one\n\ntwo',9,'one||two'",
    "'',5,''",
    "'   ',2,''"
  })
  void wrapsAsPythonDoes(String text, int length, String lines) {
    assertEquals(lines, String.join("|", TextWrap.lines(text, length)));
  }

  @Test
  void textsAreFilledWithValues() {
    TextTemplate template =
        TextTemplate.of("{{ $parameters.a }}, {{$parameters.b}}; {{ $parameters.c }} {{ b }}");
    Map<String, Object> values = new HashMap<>();
    values.put("a", 0.5);
    values.put("b", null);
    Object operations = new OperationsForm().read(List.of(Map.of("type", "Multiply", "other", 4)));
    assertEquals(
        "2.0, None; {{ $parameters.c }} {{ b }}",
        template.filled(values, Map.of("a", operations), RunLimits.NONE));
    values.put("a", "x".repeat(20_000));
    assertThrows(BlockException.class, () -> template.filled(values, Map.of(), RunLimits.NONE));
  }

  @Test
  void panelsStayInThePicture() {
    try (Sketch sketch = new Sketch(new TextDisplay.V1(), 200, 100, GROUND)) {
      Map<String, Object> fields = new HashMap<>();
      fields.put("text", "Il");
      fields.put("font_scale", 0.5);
      fields.put("position_mode", "absolute");
      fields.put("position_x", 5000);
      fields.put("position_y", -5000);
      fields.put("background_color", "red");
      Image drawn = sketch.draw(fields);
      assertEquals(Sketch.RED, at(drawn, 199, 0));
      int solid = sketch.touched(drawn);
      fields.put("border_radius", 8);
      assertTrue(sketch.touched(sketch.draw(fields)) < solid);
      fields.put("background_opacity", 0.5);
      Image mixed = sketch.draw(fields);
      assertEquals(new Color(172, 45, 45), at(mixed, 195, 8));
      assertEquals(GROUND, at(mixed, 199, 0));
      fields.put("background_color", "transparent");
      assertTrue(sketch.touched(sketch.draw(fields)) < solid / 2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "top_left,10,10",
    "top_center,90,10",
    "bottom_right,150,70",
    "center,90,50",
    "center_left,10,50"
  })
  void panelsLieBesideTheirAnchor(String anchor, int left, int top) {
    int offset = anchor.equals("bottom_right") ? -10 : 10;
    PanelPlace place = PanelPlace.beside(anchor, offset, offset);
    assertEquals(left, place.left(40, 200));
    assertEquals(top, place.top(20, 100));
    assertThrows(BlockException.class, () -> PanelPlace.beside("middle", 0, 0));
  }

  @Test
  void classesStandBelowOneAnotherTheSurestFirst() {
    Map<String, Object> prediction =
        Map.of(
            "image",
            Map.of("width", 200, "height", 100),
            "predictions",
            Map.of(
                "cat", Map.of("confidence", 0.25, "class_id", 0),
                "dog", Map.of("confidence", 0.75, "class_id", 1),
                "cow", Map.of("confidence", 0.9, "class_id", 2)),
            "predicted_classes",
            List.of("cat", "dog"));
    ClassLabels labels = ClassLabels.of(prediction);
    assertEquals(List.of("dog 0.75", "cat 0.25"), labels.texts("Class and Confidence"));
    LabelColumn column = new LabelColumn(200, 100, 1, 1, 10);
    List<int[]> places = column.places(io.sightline.vision.Position.TOP_RIGHT, List.of("a", "b"));
    assertEquals(200, places.get(0)[0]);
    assertEquals(47, places.get(0)[1]);
    assertEquals(94, places.get(1)[1]);
    assertThrows(BlockException.class, () -> ClassLabels.of(Map.of("predictions", 3)));
  }

  @Test
  void classesAreWrittenOnThePicture() {
    try (Sketch sketch = new Sketch(new ClassificationLabelVisualization.V1(), 200, 100, GROUND)) {
      Map<String, Object> best = Map.of("class", "b", "confidence", 0.6, "class_id", 1);
      Map<String, Object> rest = Map.of("class", "a", "confidence", 0.4, "class_id", 0);
      Map<String, Object> prediction =
          Map.of("image", Map.of("width", 200, "height", 100), "predictions", List.of(rest, best));
      Image drawn = sketch.draw(Map.of("predictions", prediction));
      assertEquals(Color.hex("FF4040"), at(drawn, 1, 46));
      assertEquals(GROUND, at(drawn, 1, 48));
    }
  }

  private static List<Keypoint> points(float... coordinates) {
    List<Keypoint> points = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(new Keypoint(0, "p", 0.9f, coordinates[i], coordinates[i + 1]));
    }
    return points;
  }

  private static Map<String, Object> pose(Sketch sketch, float... coordinates) {
    Map<String, Object> fields = new HashMap<>();
    fields.put(
        "predictions",
        sketch.detections(sketch.box(0, 0, 9, 9).with(Attribute.KEYPOINTS, points(coordinates))));
    fields.put("thickness", 1);
    return fields;
  }

  @Test
  void edgesConnectPointsCountedFromOne() {
    try (Sketch sketch = new Sketch(new KeypointVisualization.V1(), 100, 80, GROUND)) {
      Map<String, Object> fields = pose(sketch, 10, 10, 30, 10, 30, 40, 0, 0);
      fields.put("edges", List.of(List.of(1, 2), List.of(2, 4)));
      assertEquals(21, sketch.touched(sketch.draw(fields)));
      fields.put("edges", List.of(List.of(1, 5)));
      assertThrows(BlockException.class, () -> sketch.draw(fields));
      fields.put("edges", null);
      assertEquals(0, sketch.touched(sketch.draw(fields)), "no skeleton of four points");
    }
  }

  @Test
  void wellKnownSkeletonsNeedNoEdges() {
    float[] body = new float[34];
    for (int i = 0; i < 17; i++) {
      body[2 * i] = 10 + 5 * i;
      body[2 * i + 1] = 10 + i % 3 * 20;
    }
    try (Sketch sketch = new Sketch(new KeypointVisualization.V1(), 100, 80, GROUND)) {
      Image drawn = sketch.draw(pose(sketch, body));
      assertEquals(FIRST, at(drawn, 10, 10));
      assertNotEquals(0, sketch.touched(drawn));
    }
  }

  @Test
  void pointsAreDotsOrNumbers() {
    try (Sketch sketch = new Sketch(new KeypointVisualization.V1(), 100, 80, GROUND)) {
      Map<String, Object> fields = pose(sketch, 50, 40, 0, 30);
      fields.put("annotator_type", "vertex");
      fields.put("radius", 0);
      assertEquals(2, sketch.touched(sketch.draw(fields)));
      fields.put("annotator_type", "vertex_label");
      Image drawn = sketch.draw(fields);
      assertEquals(FIRST, at(drawn, 50 - 14, 40));
      assertEquals(GROUND, at(drawn, 2, 30));
    }
  }
}

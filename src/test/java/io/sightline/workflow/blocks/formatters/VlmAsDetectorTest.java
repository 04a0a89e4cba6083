package io.sightline.workflow.blocks.formatters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.blocks.GivenStep;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VlmAsDetectorTest {
  private static final BlockType TYPE = new VlmAsDetectorV2();

  /** On a picture of 64 by 48 pixels; one line for each detection, or "error". */
  private static String read(String model, String task, String answer) {
    Map<String, Object> written = new HashMap<>();
    written.put("image", "$inputs.i");
    written.put("vlm_output", "$inputs.a");
    written.put("classes", List.of("cat", "dog"));
    written.put("model_type", model);
    written.put("task_type", task);
    Map<String, Object> fields = GivenStep.fields(TYPE, written);
    Image image = GivenStep.frame("v", 1, null);
    Map<String, Object> values = new HashMap<>(fields);
    values.put("image", image);
    values.put("vlm_output", answer);
    BlockResult.Values result =
        (BlockResult.Values)
            TYPE.create(GivenStep.context(fields, type -> null))
                .run(GivenStep.input(TYPE.manifest(), values));
    image.release();
    if ((boolean) result.values().get(0)) {
      return "error";
    }
    StringBuilder text = new StringBuilder();
    for (Detection d : (Detections) result.values().get(1)) {
      BoundingBox b = d.box();
      text.append(
          "%s %d %.2f %.0f,%.0f,%.0f,%.0f;"
              .formatted(
                  d.className(), d.classId(), d.confidence(), b.x1(), b.y1(), b.x2(), b.y2()));
    }
    return text.toString();
  }

  private static String read(String model, String answer) {
    return read(model, "object-detection", answer);
  }

  @Test
  void readsSharesOfThePicture() {
    String answer =
        """
        {"detections":[{"x_min":0.25,"y_min":0.5,"x_max":0.5,"y_max":1,"class_name":"dog",
        "confidence":1.5},{"x_min":0,"y_min":0,"x_max":1,"y_max":1,"class_name":"cow"}]}\
        """;
    String expected = "dog 1 1.00 16,24,32,48;cow -1 1.00 0,0,64,48;";
    assertEquals(expected, read("anthropic-claude", answer));
    assertEquals(expected, read("openai", answer));
    assertEquals(expected, read("google-gemini", answer));
    assertEquals("error", read("anthropic-claude", "{\"detections\":[{\"x_min\":0}]}"));
  }

  @Test
  void readsGeminisThousandthsWithYFirst() {
    assertEquals(
        "cat 0 0.50 16,0,32,24;",
        read(
            "google-gemini",
            "[{\"box_2d\":[0,250,500,500],\"label\":\"cat\",\"confidence\":\"0.5\"}]"));
  }

  @Test
  void readsPixelsPercentAndThousandths() {
    assertEquals(
        "cat 0 1.00 10,0,64,48;",
        read("openai", "[{\"box_2d\":[10,-5,100,100],\"label\":\"cat\"}]"));
    assertEquals(
        "cat 0 1.00 32,24,64,48;",
        read("spacexai", "[{\"box_2d\":[50,50,100,200],\"class\":\"cat\"}]"));
    assertEquals(
        "dog 1 1.00 0,0,64,24;",
        read("qwen", "[{\"bbox_2d\":[0,0,1000,500],\"label\":\"dog\"},{\"box_2d\":[1,2]},7]"));
  }

  @Test
  void findsMusesEntriesInAnyText() {
    assertEquals(
        "dog 1 1.00 0,0,32,48;unknown -1 1.00 0,0,64,48;",
        read(
            "muse",
            "Here: {\"x_min\":0,\"y_min\":0,\"x_max\":500,\"y_max\":1000,\"label\":\"dog\"}, {oops}"
                + " {\"x_min\":0,\"y_min\":0,\"x_max\":1000,\"y_max\":1000,\"label\":\"\"}"));
    assertEquals("error", read("muse", "nothing {\"a\":1}"));
    assertEquals("error", read("qwen", "x {\"a\":1}"));
  }

  @Test
  void readsFlorencesLists() {
    assertEquals(
        "cat 7725 1.00 1,2,3,4;",
        read("florence-2", "{\"bboxes\":[[1,2,3,4]],\"labels\":[\"cat\"]}"));
    assertEquals(
        "dog 1 1.00 1,2,3,4;",
        read(
            "florence-2",
            "open-vocabulary-object-detection",
            "{\"bboxes\":[[1,2,3,4]],\"bboxes_labels\":[\"dog\"]}"));
    assertEquals(
        "roi 0 1.00 1,2,3,4;",
        read("florence-2", "region-proposal", "{\"bboxes\":[[1,2,3,4]],\"labels\":[\"\"]}"));
    assertEquals(
        "text 0 1.00 1,2,9,8;",
        read(
            "florence-2",
            "ocr-with-text-detection",
            "{\"quad_boxes\":[[1,2,9,2,9,8,1,8]],\"labels\":[\"text\"]}"));
    assertEquals("error", read("florence-2", "{\"bboxes\":[[1,2,3,4]],\"labels\":[]}"));
    assertEquals("", read("florence-2", "{\"bboxes\":[],\"labels\":[]}"));
  }

  @Test
  void refusesTasksThatAModelDoesNotHave() {
    assertThrows(FormException.class, () -> read("openai", "region-proposal", "{}"));
    Map<String, Object> written = new HashMap<>();
    Arrays.asList("image", "vlm_output").forEach(f -> written.put(f, "$inputs.x"));
    written.put("classes", null);
    written.put("model_type", "qwen");
    written.put("task_type", "object-detection");
    FormException e = assertThrows(FormException.class, () -> GivenStep.fields(TYPE, written));
    assertEquals(
        "Value error, Must pass list of classes to this block for every model type except"
            + " florence-2",
        e.getMessage());
  }
}

package io.sightline.workflow.blocks.formatters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.blocks.GivenStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VlmAsClassifierTest {
  private static Map<?, ?> read(String answer) {
    Image image = GivenStep.frame("v", 1, null);
    BlockResult.Values result =
        (BlockResult.Values)
            new VlmAsClassifier()
                .run(
                    GivenStep.input(
                        new VlmAsClassifier.V2().manifest(),
                        Map.of(
                            "image",
                            image,
                            "vlm_output",
                            answer,
                            "classes",
                            List.of("cat", "dog"))));
    image.release();
    Map<?, ?> prediction = (Map<?, ?>) result.values().get(1);
    assertEquals(prediction == null, result.values().get(0));
    return prediction;
  }

  @Test
  void readsOneClass() {
    Map<?, ?> prediction = read("{\"class_name\":\"cow\",\"confidence\":2}");
    assertEquals("cow", prediction.get("top"));
    assertEquals(1.0, prediction.get("confidence"));
    assertEquals(
        List.of(
            Map.of("class", "cow", "class_id", -1, "confidence", 1.0),
            Map.of("class", "cat", "class_id", 0, "confidence", 0.0),
            Map.of("class", "dog", "class_id", 1, "confidence", 0.0)),
        prediction.get("predictions"));
    assertEquals("image", prediction.get("parent_id"));
  }

  @Test
  void readsSeveralClassesWithTheirHighestConfidence() {
    Map<?, ?> prediction =
        read(
            """
            {"predicted_classes":[{"class":"dog","confidence":0.25},{"class":"dog",
            "confidence":0.75},{"class":"cow","confidence":-1}]}\
            """);
    assertEquals(List.of("dog", "cow"), prediction.get("predicted_classes"));
    assertEquals(
        Map.of(
            "cat", Map.of("confidence", 0.0, "class_id", 0),
            "dog", Map.of("confidence", 0.75, "class_id", 1),
            "cow", Map.of("confidence", 0.0, "class_id", -1)),
        prediction.get("predictions"));
  }

  @Test
  void otherAnswersAreErrors() {
    assertEquals(null, read("no"));
    assertEquals(null, read("{\"x\":1}"));
    assertEquals(null, read("[\"predicted_classes\"]"));
    assertEquals(null, read("{\"predicted_classes\":[{\"class\":\"cat\"}]}"));
    assertEquals(null, read("{\"class_name\":\"cat\",\"confidence\":\"high\"}"));
  }
}

package io.sightline.workflow.blocks.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.Classification;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class ClassificationStepTest {
  private final ImagePool pool = new ImagePool(1);
  private final Image image = Image.frame(pool.take(64, 48, 3), pool, "image.[0]", null);

  private List<Object> run(BlockType type, float... scores) {
    Manifest manifest = type.manifest();
    Object[] values = manifest.fields().stream().map(Field::defaultValue).toArray(Object[]::new);
    values[manifest.indexOf("images")] = image;
    values[manifest.indexOf("model_id")] = "m/1";
    StepInput input =
        new StepInput(manifest, values, new BitSet(), new ImageScope(pool), new LongAdder());
    Classifier classifier =
        (id, picture, nanos) -> new Classification(List.of("cat", "dog", "owl"), scores, 64, 48);
    BlockResult result = new ClassificationStep(classifier, manifest).run(input);
    return ((BlockResult.Values) result).values();
  }

  @Test
  void tellsTheClassesThatScoreEnoughBestFirst() {
    List<Object> answer = run(new SingleLabelClassification.V2(), 0.41f, 0.5f, 0.09f);
    Map<?, ?> prediction = (Map<?, ?>) answer.get(0);
    assertEquals("dog", prediction.get("top"));
    assertEquals(0.5, prediction.get("confidence"));
    assertEquals(
        List.of(
            Map.of("class", "dog", "class_id", 1, "confidence", 0.5),
            Map.of("class", "cat", "class_id", 0, "confidence", 0.41)),
        prediction.get("predictions"));
    assertEquals(Map.of("width", 64, "height", 48), prediction.get("image"));
    assertEquals("image.[0]", prediction.get("parent_id"));
    assertEquals(prediction.get("inference_id"), answer.get(1));
    assertEquals("m/1", answer.get(2));
  }

  @Test
  void hasNoTopWhereNothingScoresEnough() {
    Map<?, ?> prediction =
        (Map<?, ?>) run(new SingleLabelClassification.V1(), 0.3f, 0.3f, 0.3f).get(0);
    assertEquals("", prediction.get("top"));
    assertEquals(0.0, prediction.get("confidence"));
    assertEquals(List.of(), prediction.get("predictions"));
  }

  @Test
  void tellsEachScoreAndWhichClassesPass() {
    Map<?, ?> prediction =
        (Map<?, ?>) run(new MultiLabelClassification.V3(), 0.75f, 0.25f, 0.5f).get(0);
    assertEquals(List.of("cat", "owl"), prediction.get("predicted_classes"));
    assertEquals(
        Map.of("confidence", 0.25, "class_id", 1),
        ((Map<?, ?>) prediction.get("predictions")).get("dog"));
  }
}

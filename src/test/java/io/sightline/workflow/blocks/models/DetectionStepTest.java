package io.sightline.workflow.blocks.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.sightline.model.DetectionOptions;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DetectionStepTest {
  private static final long INFERENCE = 7_000_000;
  private static final Detections FOUND = new Detections(List.of(), 64, 48);

  private final Map<String, DetectionOptions> asked = new HashMap<>();
  private final LongAdder nanos = new LongAdder();
  private final ImagePool pool = new ImagePool(1);
  private final Image image = Image.frame(pool.take(64, 48, 3), pool, "image", null);

  private Detections detect(
      String id, Image picture, DetectionOptions options, LongConsumer inference) {
    assertSame(image, picture);
    inference.accept(INFERENCE);
    asked.put(id, options);
    return FOUND;
  }

  private StepInput input(Manifest manifest, Map<String, Object> given) {
    Object[] values = new Object[manifest.fields().size()];
    for (int i = 0; i < values.length; i++) {
      Field field = manifest.fields().get(i);
      values[i] = given.getOrDefault(field.name(), field.defaultValue());
    }
    values[manifest.indexOf("images")] = image;
    return new StepInput(manifest, values, new BitSet(), new ImageScope(pool), nanos);
  }

  @Test
  void asksTheModelWithTheStepsFields() {
    Manifest manifest = new ObjectDetection.V2().manifest();
    Block block = new DetectionStep(this::detect, true);
    BlockResult.Values result =
        (BlockResult.Values)
            block.run(
                input(
                    manifest,
                    Map.of(
                        "model_id",
                        "m/1",
                        "confidence",
                        0.25,
                        "class_filter",
                        List.of("dog"),
                        "max_detections",
                        7,
                        "max_candidates",
                        3,
                        "class_agnostic_nms",
                        true)));
    assertEquals(new DetectionOptions(0.25f, 0.3f, 7, true, Set.of("dog")), asked.get("m/1"));
    assertSame(FOUND, result.values().get(1));
    assertEquals("m/1", result.values().get(2));
    assertEquals(4, UUID.fromString((String) result.values().get(0)).version());
    assertEquals(manifest.outputs().size(), result.values().size());
  }

  @Test
  @DisplayName("KM-2: time inside the model is counted")
  void countsTheTimeInsideTheModel() {
    Block block = new DetectionStep(this::detect, true);
    block.run(input(new ObjectDetection.V2().manifest(), Map.of("model_id", "m")));
    assertEquals(INFERENCE, nanos.sum());
    assertNull(asked.get("m").classFilter());
  }

  @Test
  void versionOneAnswersWithoutTheModelsId() {
    Manifest manifest = new ObjectDetection.V1().manifest();
    Block block = new DetectionStep(this::detect, false);
    BlockResult.Values result =
        (BlockResult.Values) block.run(input(manifest, Map.of("model_id", "m")));
    assertEquals(manifest.outputs().size(), result.values().size());
  }

  @Test
  void versionThreeUsesItsOwnConfidenceOnlyWhereToldTo() {
    Manifest manifest = new ObjectDetection.V3().manifest();
    Block block = new DetectionStep(this::detect, true);
    block.run(input(manifest, Map.of("model_id", "a", "custom_confidence", 0.9)));
    block.run(
        input(
            manifest,
            Map.of("model_id", "b", "custom_confidence", 0.9, "confidence_mode", "custom")));
    assertEquals(0.4f, asked.get("a").confidence());
    assertEquals(0.9f, asked.get("b").confidence());
  }
}

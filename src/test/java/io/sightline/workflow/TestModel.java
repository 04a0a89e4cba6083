package io.sightline.workflow;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockCatalog;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.StepInput;
import java.util.ArrayList;
import java.util.List;

/** Stands for the detection block: finds two objects on every picture. */
final class TestModel implements Block {
  static final BoundingBox PERSON = new BoundingBox(100, 100, 220, 300);
  static final BoundingBox DOG = new BoundingBox(300, 200, 420, 280);

  double confidence;

  /** The discovered blocks, detection replaced by {@code model}. */
  static BlockCatalog catalog(Block model) {
    List<BlockType> types = new ArrayList<>();
    for (BlockType type : BlockCatalog.discover().types()) {
      boolean detection = type.manifest().type().endsWith("object_detection_model@v2");
      types.add(detection ? TestBlocks.type(type.manifest(), model) : type);
    }
    return new BlockCatalog(types);
  }

  @Override
  public BlockResult run(StepInput input) {
    Image image = input.image("images");
    confidence = input.number("confidence");
    input.addInferenceNanos(1000);
    Detections found =
        new Detections(
            List.of(
                Detection.on(image, PERSON, 0.875f, 0, "person", "d1"),
                Detection.on(image, DOG, 0.5f, 17, "dog", "d2")),
            image.width(),
            image.height());
    return BlockResult.of("id", found, input.text("model_id"));
  }
}

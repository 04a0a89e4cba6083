package io.sightline.workflow;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import java.util.List;
import java.util.function.Function;

/**
 * Small blocks that use every feature of the engine: dimensions up and down, flow, empty values.
 */
final class TestBlocks {
  private TestBlocks() {}

  private record Type(Manifest manifest, Function<BlockContext, Block> factory)
      implements BlockType {
    @Override
    public Block create(BlockContext context) {
      return factory.apply(context);
    }
  }

  static BlockType type(Manifest manifest, Block block) {
    return new Type(manifest, context -> block);
  }

  static List<BlockType> all() {
    return List.of(blur());
  }

  /** Copies the picture: only the manifest matters. */
  private static BlockType blur() {
    return type(
        Manifest.of("roboflow_core/image_blur@v1", "ImageBlur")
            .field(Field.required("image", "", Forms.reference(Kind.IMAGE)))
            .field(
                Field.optional(
                    "blur_type",
                    "gaussian",
                    "",
                    Forms.reference(Kind.STRING),
                    Forms.oneOf("average", "gaussian", "median", "bilateral")))
            .field(
                Field.optional(
                    "kernel_size", 5, "", Forms.reference(Kind.INTEGER), Forms.wholeNumber()))
            .output("image", Kind.IMAGE)
            .build(),
        input -> BlockResult.of(input.copy(input.image("image"))));
  }
}

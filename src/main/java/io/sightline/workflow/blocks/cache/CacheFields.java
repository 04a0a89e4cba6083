package io.sightline.workflow.blocks.cache;

import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.SharedState;
import io.sightline.workflow.block.StepInput;

/** What the blocks of this package have in common. */
final class CacheFields {
  private static final String DEFAULT_VIDEO = "default";

  private CacheFields() {}

  static Field image() {
    return Field.required(
        "image", "A picture of the video that the value is of.", Forms.input(Kind.IMAGE));
  }

  static Field key() {
    return Field.required("key", "The value's name.", Forms.reference(Kind.STRING), Forms.text());
  }

  static CacheMemory memory(BlockContext context) {
    return context.resource(SharedState.class).of(CacheMemory.class, CacheMemory::new);
  }

  static String video(StepInput input) {
    String video = input.image("image").video().videoIdentifier();
    return video == null || video.isEmpty() ? DEFAULT_VIDEO : video;
  }
}

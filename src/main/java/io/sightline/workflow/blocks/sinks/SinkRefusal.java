package io.sightline.workflow.blocks.sinks;

import io.sightline.workflow.block.BlockException;

/** A step that this server's settings do not allow. */
final class SinkRefusal {
  private SinkRefusal() {}

  static BlockException of(String message) {
    return new BlockException(
        "BlockInitialisationError", message, "workflow_compilation | steps_initialisation", null);
  }
}

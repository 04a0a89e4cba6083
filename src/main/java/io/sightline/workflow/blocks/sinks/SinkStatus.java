package io.sightline.workflow.blocks.sinks;

import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.Sinks;

/** Whether steps of a workflow send and store, and what they say where they do not. */
final class SinkStatus {
  static final String DISABLED_BY_REQUEST = "Sink was disabled by workflow execution policy";
  static final String DISABLED_BY_STEP = "Sink was disabled by parameter `disable_sink`";

  private SinkStatus() {}

  static boolean disabled(BlockContext context) {
    return context.resources().apply(Sinks.class) == Sinks.DISABLED;
  }
}

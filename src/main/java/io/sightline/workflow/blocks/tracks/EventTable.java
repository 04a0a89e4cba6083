package io.sightline.workflow.blocks.tracks;

import java.util.Map;

/**
 * The objects of a video by identity.
 *
 * @param logged those seen in enough frames
 * @param pending the others
 */
record EventTable(Map<String, Object> logged, Map<String, Object> pending) {
  /** Both, as the block answers them. */
  Map<String, Object> log() {
    return Map.of("logged", logged, "pending", pending);
  }
}

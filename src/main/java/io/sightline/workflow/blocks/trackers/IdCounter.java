package io.sightline.workflow.blocks.trackers;

/** Gives identities from 0; one for all videos of a block, so that no two tracks share one. */
final class IdCounter {
  private int next;

  int next() {
    return next++;
  }
}

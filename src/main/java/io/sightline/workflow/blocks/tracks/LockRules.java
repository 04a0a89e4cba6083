package io.sightline.workflow.blocks.tracks;

import io.sightline.workflow.block.BlockException;

/**
 * When an object's class is locked and changed.
 *
 * @param votes that a class needs
 * @param confidence least confidence of a vote
 * @param lead votes ahead of the next class
 * @param change votes in a row for another class that change it
 * @param memory frames until an object that is not seen is forgotten
 * @param inheritance frames in which a new object inherits from a lost one
 * @param overlap least overlap of the two
 */
record LockRules(
    int votes,
    double confidence,
    int lead,
    int change,
    int memory,
    int inheritance,
    double overlap) {

  /**
   * @throws BlockException where they make no sense
   */
  void check() {
    atLeast("min_votes", votes, 1);
    fraction("vote_confidence", confidence);
    atLeast("lead_margin", lead, 0);
    atLeast("switch_after", change, 1);
    atLeast("state_ttl", memory, 1);
    atLeast("reattach_window", inheritance, 0);
    fraction("reattach_iou", overlap);
    if (inheritance > memory) {
      throw new BlockException(
          "`reattach_window` (%d) must not exceed `state_ttl` (%d) - lost tracks are purged after"
                  .formatted(inheritance, memory)
              + " `state_ttl` frames, so re-attachment beyond that point can never happen.");
    }
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new BlockException("`%s` must be >= %d, got %d".formatted(name, least, value));
    }
  }

  private static void fraction(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new BlockException("`%s` must be within [0.0, 1.0], got %s".formatted(name, value));
    }
  }
}

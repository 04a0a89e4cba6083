package io.sightline.workflow.blocks;

import io.sightline.workflow.block.BlockException;

/** How many pairs of detections a block looks at in one run. */
public final class Pairs {
  private static final int MAX = 4_000_000;

  private Pairs() {}

  /**
   * @throws BlockException where each of {@code left} with each of {@code right} is too much
   */
  public static void check(int left, int right) {
    if ((long) left * right > MAX) {
      throw new BlockException(
          "%d and %d detections are %d pairs, more than the %d that are compared at most"
              .formatted(left, right, (long) left * right, MAX));
    }
  }
}

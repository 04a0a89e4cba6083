package io.sightline.workflow.block;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the steps of one run may still make. A few crops of many detections, taken again and again,
 * would fill any memory. Safe for use by the steps of a workflow that run side by side.
 */
public final class Allowance {
  private final RunLimits limits;
  private final AtomicInteger elements = new AtomicInteger();
  private final AtomicLong pixels = new AtomicLong();

  public Allowance(RunLimits limits) {
    this.limits = limits;
  }

  /**
   * Looks whether so many elements may still be made.
   *
   * @throws BlockException where they may not
   */
  public void check(long count) {
    if (count > limits.elements() - elements.get()) {
      throw new BlockException(
          "%d elements more than the %d that the steps have made, at most %d are allowed in one run"
              .formatted(count, elements.get(), limits.elements()));
    }
  }

  /**
   * Counts elements that were made.
   *
   * @throws BlockException where they are too many
   */
  public void takeElements(int count) {
    check(count);
    elements.addAndGet(count);
  }

  /**
   * Counts a picture's pixels before it is made.
   *
   * @throws BlockException where they are too many
   */
  public void takePixels(long count) {
    if (pixels.addAndGet(count) > limits.pixels()) {
      throw new BlockException(
          "the steps make pictures of more than %d pixels in one run, which is what is allowed"
              .formatted(limits.pixels()));
    }
  }
}

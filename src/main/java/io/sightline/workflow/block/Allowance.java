package io.sightline.workflow.block;

import io.sightline.vision.Detections;
import java.util.Collection;
import java.util.Map;
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

  public RunLimits limits() {
    return limits;
  }

  /**
   * Looks whether a step may answer with a value.
   *
   * @throws BlockException where it is a list, an object or detections of too many elements
   */
  public void checkLength(String output, Object value) {
    int length = 0;
    if (value instanceof Collection<?> list) {
      length = list.size();
    } else if (value instanceof Map<?, ?> map) {
      length = map.size();
    } else if (value instanceof Detections detections) {
      length = detections.size();
    }
    if (length > limits.listLength()) {
      throw new BlockException(
          "the output %s has %d elements, at most %d are allowed"
              .formatted(output, length, limits.listLength()));
    }
  }

  /**
   * Looks whether so many elements may still be made.
   *
   * @throws BlockException where they may not
   */
  public void check(long count) {
    if (count > limits.elements() - elements.get()) {
      int made = elements.get();
      throw new BlockException(
          "StepExecutionError",
          "the step makes %d elements, the steps before it made %d: sightline.workflow.elements.max allows %d in one run"
              .formatted(count, made, limits.elements()),
          "workflow_execution | step_execution",
          "TooManyElementsError",
          null);
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

package io.sightline.workflow.executor;

import io.sightline.vision.ImageScope;
import io.sightline.workflow.block.Allowance;
import io.sightline.workflow.block.RunLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** What the steps of one run share. */
final class Run {
  private final Slots slots;
  private final ImageScope images;
  private final Allowance allowance;
  private final BooleanSupplier abandoned;
  private final LongAdder inferenceNanos = new LongAdder();
  private final List<StepFailure> failures = new ArrayList<>(0);
  private final Map<Integer, StepFailure> ofLayer = new TreeMap<>();

  /**
   * @param abandoned whether nobody waits for the outputs any longer
   */
  Run(Slots slots, ImageScope images, RunLimits limits, BooleanSupplier abandoned) {
    this.slots = slots;
    this.images = images;
    this.allowance = new Allowance(limits);
    this.abandoned = abandoned;
  }

  Slots slots() {
    return slots;
  }

  ImageScope images() {
    return images;
  }

  boolean abandoned() {
    return abandoned.getAsBoolean();
  }

  Allowance allowance() {
    return allowance;
  }

  LongAdder inferenceNanos() {
    return inferenceNanos;
  }

  /**
   * @param step the step's place in the graph
   */
  synchronized void fail(int step, StepFailure failure) {
    ofLayer.put(step, failure);
  }

  synchronized boolean failed() {
    return !failures.isEmpty() || !ofLayer.isEmpty();
  }

  /** Orders the failures of the layer that has run as the document orders its steps. */
  synchronized void endLayer() {
    failures.addAll(ofLayer.values());
    ofLayer.clear();
  }

  synchronized List<StepFailure> failures() {
    return List.copyOf(failures);
  }
}

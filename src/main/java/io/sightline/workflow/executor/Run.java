package io.sightline.workflow.executor;

import io.sightline.vision.ImageScope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What the steps of one run share. */
final class Run {
  private final Slots slots;
  private final ImageScope images;
  private final LongAdder inferenceNanos = new LongAdder();
  private final List<StepFailure> failures = new ArrayList<>(0);

  Run(Slots slots, ImageScope images) {
    this.slots = slots;
    this.images = images;
  }

  Slots slots() {
    return slots;
  }

  ImageScope images() {
    return images;
  }

  LongAdder inferenceNanos() {
    return inferenceNanos;
  }

  synchronized void fail(StepFailure failure) {
    failures.add(failure);
  }

  synchronized List<StepFailure> failures() {
    return List.copyOf(failures);
  }
}

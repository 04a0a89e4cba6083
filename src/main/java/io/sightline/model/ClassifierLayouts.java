package io.sightline.model;

/** Recognises classifiers. */
final class ClassifierLayouts {
  private ClassifierLayouts() {}

  static Fit scores(Tensors t) {
    if (t.outputs().size() != 1) {
      return Fit.NONE;
    }
    TensorSpec spec = t.output(0);
    boolean flat = spec.rank() == 2;
    boolean pooled = spec.rank() == 4 && spec.dimension(2) == 1 && spec.dimension(3) == 1;
    if (!flat && !pooled) {
      return Fit.NONE;
    }
    int classes = spec.dimension(1);
    if (!t.mayHave(classes)) {
      return classes > 0 ? Fit.otherClasses(t, classes) : Fit.NONE;
    }
    Task task = t.task().orElse(Task.CLASSIFICATION);
    if (task.findsObjects()) {
      return Fit.lacks("the task classification or multi-label-classification");
    }
    boolean ultralytics = t.metadata().containsKey("stride") && t.metadata().containsKey("names");
    return Fit.of(
        Layout.scores(
            task, classes, ultralytics ? Feeds.ULTRALYTICS_CLASSIFIER : Feeds.IMAGENET_CLASSIFIER));
  }
}

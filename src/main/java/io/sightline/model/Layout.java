package io.sightline.model;

import java.util.function.Supplier;

/**
 * How a network is fed and its outputs are read.
 *
 * @param task what the model answers with
 * @param classes how many classes it tells apart
 * @param decoder makes a caller's own reader of boxes; null where it finds no objects
 * @param details makes a caller's own reader of what stands beside the boxes
 * @param suppresses whether boxes that overlap must be sorted out here
 * @param feed how pictures are fed where nobody says anything else
 */
record Layout(
    Task task,
    int classes,
    Supplier<Decoder> decoder,
    Supplier<Details> details,
    boolean suppresses,
    ModelConfig.NetworkInput feed) {

  /** Of a network that finds objects, fed as YOLO is. */
  Layout(
      Task task,
      int classes,
      Supplier<Decoder> decoder,
      Supplier<Details> details,
      boolean suppresses) {
    this(task, classes, decoder, details, suppresses, ModelConfig.NetworkInput.SILENT);
  }

  /** Of a network that finds boxes without anything beside them, fed as YOLO is. */
  static Layout boxes(int classes, Supplier<Decoder> decoder, boolean suppresses) {
    return new Layout(Task.OBJECT_DETECTION, classes, decoder, () -> Details.NONE, suppresses);
  }

  /** Of a network that scores whole pictures. */
  static Layout scores(Task task, int classes, ModelConfig.NetworkInput feed) {
    return new Layout(task, classes, null, () -> Details.NONE, false, feed);
  }

  /** The same, fed in another way. */
  Layout fed(ModelConfig.NetworkInput other) {
    return new Layout(task, classes, decoder, details, suppresses, other);
  }
}

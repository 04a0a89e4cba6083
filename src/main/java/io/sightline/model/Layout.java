package io.sightline.model;

import java.util.function.Supplier;

/**
 * How a network's outputs are read.
 *
 * @param task what the model answers with
 * @param classes how many classes it tells apart
 * @param decoder makes a caller's own reader of boxes; null where it finds no objects
 * @param details makes a caller's own reader of what stands beside the boxes
 * @param suppresses whether boxes that overlap must be sorted out here
 * @param family the name of the {@link Family}, for people
 */
record Layout(
    Task task,
    int classes,
    Supplier<Decoder> decoder,
    Supplier<Details> details,
    boolean suppresses,
    String family) {
  Layout(
      Task task,
      int classes,
      Supplier<Decoder> decoder,
      Supplier<Details> details,
      boolean suppresses) {
    this(task, classes, decoder, details, suppresses, "");
  }

  /** The same, said to be of a family. */
  Layout of(String family) {
    return new Layout(task, classes, decoder, details, suppresses, family);
  }

  /** Of a network that scores whole pictures. */
  static Layout scores(Task task, int classes) {
    return new Layout(task, classes, null, () -> Details.NONE, false);
  }
}

package io.sightline.model;

import java.time.Instant;
import java.util.List;

/**
 * Everything that can be seen of a model from outside.
 *
 * @param aliases other ids that lead to it
 * @param origin "bundled", "directory" or "catalogue"
 * @param family how its outputs are read, null unless ready
 * @param provider what runs it, null unless ready
 * @param inputs in the network's order, none unless ready
 * @param outputs as {@code inputs}
 * @param classNames index is the class id, none unless ready
 * @param memoryBytes that it takes with one call, 0 unless loaded; its weights where that is not
 *     known
 * @param millisP95 95th percentile of the last runs, milliseconds, 0 before the first
 * @param lastUsed when it was last asked for; null for never
 */
public record ModelReport(
    ModelSnapshot snapshot,
    List<String> aliases,
    String origin,
    String family,
    String provider,
    List<Tensor> inputs,
    List<Tensor> outputs,
    List<String> classNames,
    long memoryBytes,
    double millisP95,
    Instant lastUsed) {
  /**
   * What a network takes or gives.
   *
   * @param type of its elements, such as "float32"
   * @param shape -1 where the network leaves a size open
   */
  public record Tensor(String name, String type, List<Integer> shape) {
    static Tensor of(TensorSpec spec) {
      return new Tensor(spec.name(), spec.type().text(), spec.shape());
    }
  }

  static ModelReport of(ModelEntry entry, List<String> aliases) {
    Model model = entry.model();
    String origin = entry.files().origin();
    Instant used = entry.lastAsked();
    if (model == null) {
      List<Tensor> none = List.of();
      ModelSnapshot idle =
          new ModelSnapshot(
              entry.id(), entry.stateName(), entry.trouble(), null, 0, entry.callsBefore(), 0);
      return new ModelReport(
          idle, aliases, origin, null, null, none, none, List.of(), entry.bytes(), 0, used);
    }
    RunTimes times = model.times();
    return new ModelReport(
        new ModelSnapshot(
            entry.id(),
            entry.stateName(),
            entry.trouble(),
            model.task().text(),
            model.classNames().size(),
            entry.callsBefore() + times.calls(),
            times.millis(0.5)),
        aliases,
        origin,
        model.family(),
        model.provider(),
        model.inputs().stream().map(Tensor::of).toList(),
        model.outputs().stream().map(Tensor::of).toList(),
        model.classNames(),
        entry.bytes(),
        times.millis(0.95),
        used);
  }
}

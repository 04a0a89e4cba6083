package io.sightline.admin;

import io.sightline.model.ModelReport;
import java.util.List;

/**
 * A model's report in types that JMX carries.
 *
 * @param problem why it failed, or why a newer version was refused; empty for neither
 * @param inputs such as "images float32[1, 3, 640, 640]"
 * @param millisP50 median of the last runs, inside the network
 * @param lastUsed ISO 8601, UTC; empty for never
 */
public record ModelRow(
    String id,
    List<String> aliases,
    String origin,
    String state,
    String problem,
    String task,
    String family,
    String provider,
    List<String> inputs,
    List<String> outputs,
    int classes,
    long memoryBytes,
    long calls,
    double millisP50,
    double millisP95,
    String lastUsed) {
  static ModelRow of(ModelReport r) {
    return new ModelRow(
        r.snapshot().id(),
        r.aliases(),
        r.origin(),
        r.snapshot().state(),
        text(r.snapshot().problem()),
        text(r.snapshot().task()),
        text(r.family()),
        text(r.provider()),
        tensors(r.inputs()),
        tensors(r.outputs()),
        r.snapshot().classes(),
        r.memoryBytes(),
        r.snapshot().calls(),
        r.snapshot().millisP50(),
        r.millisP95(),
        text(r.lastUsed()));
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static List<String> tensors(List<ModelReport.Tensor> tensors) {
    return tensors.stream().map(t -> t.name() + " " + t.type() + t.shape()).toList();
  }
}

package io.sightline.inventory;

import io.sightline.model.ModelReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model in memory as Roboflow's registry tells it. */
final class RegistryEntry {
  private RegistryEntry() {}

  static List<Map<String, Object>> all(List<ModelReport> reports) {
    return reports.stream()
        .filter(r -> r.snapshot().state().equals("ready"))
        .map(RegistryEntry::of)
        .toList();
  }

  private static Map<String, Object> of(ModelReport report) {
    List<Integer> shape = report.inputs().isEmpty() ? List.of() : report.inputs().get(0).shape();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("model_id", report.snapshot().id());
    entry.put("task_type", report.snapshot().task());
    entry.put("batch_size", size(shape, 0));
    entry.put("input_height", size(shape, 2));
    entry.put("input_width", size(shape, 3));
    return entry;
  }

  private static Integer size(List<Integer> shape, int place) {
    return place < shape.size() && shape.get(place) > 0 ? shape.get(place) : null;
  }
}

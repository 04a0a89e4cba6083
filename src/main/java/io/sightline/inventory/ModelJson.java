package io.sightline.inventory;

import io.sightline.model.ModelReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model as JSON. */
final class ModelJson {
  private ModelJson() {}

  /** Everything but the lists that may be long. */
  static Map<String, Object> summary(ModelReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", report.snapshot().id());
    json.put("aliases", report.aliases());
    json.put("origin", report.origin());
    json.put("state", report.snapshot().state());
    json.put("reason", report.snapshot().problem());
    json.put("task", report.snapshot().task());
    json.put("family", report.family());
    json.put("provider", report.provider());
    json.put("class_count", report.snapshot().classes());
    json.put("memory_bytes", report.memoryBytes());
    json.put("calls", report.snapshot().calls());
    json.put("latency_ms", latency(report));
    json.put("last_used", report.lastUsed() == null ? null : report.lastUsed().toString());
    return json;
  }

  static Map<String, Object> details(ModelReport report) {
    Map<String, Object> json = summary(report);
    json.put("inputs", tensors(report.inputs()));
    json.put("outputs", tensors(report.outputs()));
    json.put("classes", report.classNames());
    return json;
  }

  /** Null before the first run. */
  private static Map<String, Object> latency(ModelReport report) {
    if (report.millisP95() == 0) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("p50", hundredths(report.snapshot().millisP50()));
    json.put("p95", hundredths(report.millisP95()));
    return json;
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static List<Map<String, Object>> tensors(List<ModelReport.Tensor> tensors) {
    return tensors.stream().map(ModelJson::tensor).toList();
  }

  private static Map<String, Object> tensor(ModelReport.Tensor tensor) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", tensor.name());
    json.put("type", tensor.type());
    json.put("shape", tensor.shape());
    return json;
  }
}

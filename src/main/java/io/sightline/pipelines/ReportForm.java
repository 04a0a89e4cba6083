package io.sightline.pipelines;

import io.sightline.session.StatusUpdate;
import io.sightline.stream.StreamReport;
import io.sightline.vision.Moments;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A pipeline's report as clients read it. */
final class ReportForm {
  private ReportForm() {}

  static Map<String, Object> of(StreamReport report) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put(
        "video_source_status_updates", report.updates().stream().map(ReportForm::update).toList());
    form.put("latency_reports", report.latencies().stream().map(ReportForm::latency).toList());
    form.put("inference_throughput", report.throughput());
    form.put("sources_metadata", report.sources().stream().map(ReportForm::source).toList());
    return form;
  }

  private static Map<String, Object> update(StatusUpdate update) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("timestamp", Moments.local(update.timestamp()));
    form.put("severity", update.severity().level());
    form.put("event_type", update.eventType());
    form.put("payload", update.payload());
    form.put("context", update.context());
    return form;
  }

  private static Map<String, Object> latency(StreamReport.Latency latency) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("source_id", latency.source());
    form.put("frame_decoding_latency", latency.decoding());
    form.put("inference_latency", latency.inference());
    form.put("e2e_latency", latency.whole());
    return form;
  }

  private static Map<String, Object> source(StreamReport.SourceReport source) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("source_properties", properties(source.properties()));
    form.put("source_reference", source.reference());
    form.put("buffer_size", source.bufferSize());
    form.put("state", source.state().name());
    form.put("buffer_filling_strategy", source.filling().name());
    form.put("buffer_consumption_strategy", source.consumption().name());
    form.put("source_id", source.id());
    return form;
  }

  private static Map<String, Object> properties(StreamReport.Properties properties) {
    if (properties == null) {
      return null;
    }
    Instant created = properties.created();
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("width", properties.width());
    form.put("height", properties.height());
    form.put("total_frames", properties.frames());
    form.put("is_file", properties.file());
    form.put("fps", properties.fps());
    form.put("is_reconnectable", properties.reconnectable());
    form.put("timestamp_created", created == null ? null : Moments.local(created));
    return form;
  }
}

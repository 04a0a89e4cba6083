package io.sightline.signaling;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.sightline.session.SessionSnapshot;
import io.sightline.session.StatusUpdate;
import java.util.List;
import java.util.Map;

/** A session's figures as clients get them; times in milliseconds, one decimal. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record SessionStats(
    String sessionId,
    double uptimeS,
    SessionSnapshot.Frames frames,
    SessionSnapshot.Drops drops,
    Rates fps,
    Latency latencyMs,
    Inference inferenceMs,
    Inference overheadMs,
    Video video,
    Results results,
    Double declaredFps,
    Double measuredFps,
    Resources resources,
    List<Update> updates) {
  record Rates(double in, double processed, double out) {}

  record Latency(double p50, double p95, double p99) {}

  record Inference(double p50, double p95) {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Video(String codec, Integer width, Integer height, Double bitrateKbps, Double rttMs) {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Results(long sent, long dropped, long bufferedBytes) {}

  /** Bytes are those of native memory; of the connection's an estimate. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Resources(
      int framesWaiting,
      int picturesHeld,
      long pictureBytes,
      long connectionBytes,
      double cpuS,
      long picturesRepeated) {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Update(
      String timestamp,
      int severity,
      String eventType,
      Map<String, Object> payload,
      String context) {}

  static SessionStats of(SessionSnapshot s) {
    return new SessionStats(
        s.id(),
        rounded(s.uptimeSeconds()),
        s.frames(),
        s.drops(),
        new Rates(rounded(s.fps().in()), rounded(s.fps().processed()), rounded(s.fps().out())),
        new Latency(
            rounded(s.latencyMillis().p50()),
            rounded(s.latencyMillis().p95()),
            rounded(s.latencyMillis().p99())),
        new Inference(rounded(s.inferenceMillis().p50()), rounded(s.inferenceMillis().p95())),
        new Inference(rounded(s.overheadMillis().p50()), rounded(s.overheadMillis().p95())),
        new Video(
            s.video().codec(),
            s.video().width(),
            s.video().height(),
            rounded(s.video().bitrateKbps()),
            rounded(s.video().rttMillis())),
        new Results(s.results().sent(), s.results().dropped(), s.results().bufferedBytes()),
        s.declaredFps(),
        rounded(s.measuredFps()),
        resources(s.resources()),
        s.updates().stream().map(SessionStats::update).toList());
  }

  private static Resources resources(SessionSnapshot.Resources r) {
    return new Resources(
        r.framesWaiting(),
        r.picturesHeld(),
        r.pictureBytes(),
        r.connectionBytes(),
        rounded(r.cpuSeconds()),
        r.picturesRepeated());
  }

  private static Update update(StatusUpdate u) {
    return new Update(
        u.timestamp().toString(), u.severity().level(), u.eventType(), u.payload(), u.context());
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private static Double rounded(Double value) {
    return value == null ? null : (Double) rounded(value.doubleValue());
  }
}

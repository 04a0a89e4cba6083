package io.sightline.session;

import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsType;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the outbound video's figures out of the library's statistics (W3C webrtc-stats). Numbers
 * arrive as any {@link Number}, absent ones as null.
 */
final class VideoFigures {
  private static final double MICROS = 1e6;

  private double lastBytes;
  private double lastSeconds;

  /** The figures now; the bitrate is the mean since the reading before. */
  SessionSnapshot.Video read(Map<String, RTCStats> stats) {
    Optional<RTCStats> video =
        stats.values().stream()
            .filter(s -> s.getType() == RTCStatsType.OUTBOUND_RTP)
            .filter(s -> "video".equals(s.getAttributes().get("kind")))
            .findFirst();
    if (video.isEmpty()) {
      return new SessionSnapshot.Video(null, null, null, null, roundTrip(stats));
    }
    Map<String, Object> v = video.get().getAttributes();
    return new SessionSnapshot.Video(
        codec(stats, v.get("codecId")),
        integer(v.get("frameWidth")),
        integer(v.get("frameHeight")),
        bitrate(number(v.get("bytesSent")), video.get().getTimestamp() / MICROS),
        roundTrip(stats));
  }

  private Double bitrate(Double bytes, double seconds) {
    if (bytes == null) {
      return null;
    }
    Double kbps =
        lastSeconds == 0 || seconds <= lastSeconds
            ? null
            : (bytes - lastBytes) * 8 / 1000 / (seconds - lastSeconds);
    lastBytes = bytes;
    lastSeconds = seconds;
    return kbps;
  }

  private static String codec(Map<String, RTCStats> stats, Object id) {
    RTCStats codec = id == null ? null : stats.get(id);
    Object type = codec == null ? null : codec.getAttributes().get("mimeType");
    return type == null ? null : type.toString().replace("video/", "");
  }

  /** Of the candidate pair in use, milliseconds. */
  private static Double roundTrip(Map<String, RTCStats> stats) {
    return stats.values().stream()
        .filter(s -> s.getType() == RTCStatsType.CANDIDATE_PAIR)
        .filter(s -> Boolean.TRUE.equals(s.getAttributes().get("nominated")))
        .map(s -> number(s.getAttributes().get("currentRoundTripTime")))
        .filter(n -> n != null)
        .findFirst()
        .map(seconds -> seconds * 1000)
        .orElse(null);
  }

  private static Double number(Object value) {
    return value instanceof Number n ? n.doubleValue() : null;
  }

  private static Integer integer(Object value) {
    return value instanceof Number n ? n.intValue() : null;
  }
}

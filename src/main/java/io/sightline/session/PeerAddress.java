package io.sightline.session;

import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsType;
import java.util.Map;

/** Where a client's media come from, read out of the library's statistics (W3C webrtc-stats). */
final class PeerAddress {
  private PeerAddress() {}

  /** Address and port of the candidate in use, null where there is none or it is hidden. */
  static String of(Map<String, RTCStats> stats) {
    return stats.values().stream()
        .filter(s -> s.getType() == RTCStatsType.CANDIDATE_PAIR)
        .filter(s -> Boolean.TRUE.equals(s.getAttributes().get("nominated")))
        .map(s -> stats.get(String.valueOf(s.getAttributes().get("remoteCandidateId"))))
        .filter(candidate -> candidate != null)
        .map(candidate -> text(candidate.getAttributes()))
        .filter(text -> text != null)
        .findFirst()
        .orElse(null);
  }

  private static String text(Map<String, Object> candidate) {
    Object address =
        candidate.get("address") == null ? candidate.get("ip") : candidate.get("address");
    if (address == null || address.toString().isEmpty()) {
      return null;
    }
    String host = address.toString();
    String port = candidate.get("port") == null ? "" : ":" + candidate.get("port");
    return (host.contains(":") ? "[" + host + "]" : host) + port;
  }
}

package io.sightline.bench;

import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsType;
import java.util.Collection;
import java.util.Map;

/**
 * Where the client's own end of the way takes its time, means over the call (W3C webrtc-stats).
 *
 * @param encodeMillis coding of a film's frame
 * @param bufferMillis a picture that came back, from its first packet until it leaves the jitter
 *     buffer
 * @param decodeMillis decoding of it
 */
record Receiver(double encodeMillis, double bufferMillis, double decodeMillis) {
  static Receiver of(Collection<RTCStats> stats) {
    double encode = Double.NaN;
    double buffer = Double.NaN;
    double decode = Double.NaN;
    for (RTCStats s : stats) {
      Map<String, Object> v = s.getAttributes();
      if (s.getType() == RTCStatsType.INBOUND_RTP) {
        buffer = mean(v, "jitterBufferDelay", "jitterBufferEmittedCount");
        decode = mean(v, "totalDecodeTime", "framesDecoded");
      } else if (s.getType() == RTCStatsType.OUTBOUND_RTP) {
        encode = mean(v, "totalEncodeTime", "framesEncoded");
      }
    }
    return new Receiver(encode, buffer, decode);
  }

  private static double mean(Map<String, Object> values, String seconds, String count) {
    return values.get(seconds) instanceof Number sum && values.get(count) instanceof Number n
        ? 1000 * sum.doubleValue() / n.doubleValue()
        : Double.NaN;
  }

  @Override
  public String toString() {
    return "client codes %.0f ms, holds %.0f ms in its jitter buffer, decodes %.0f ms"
        .formatted(encodeMillis, bufferMillis, decodeMillis);
  }
}

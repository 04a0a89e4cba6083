package io.sightline.stream;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import io.sightline.media.InboundFrame;
import io.sightline.media.WebRtc;
import java.time.Instant;

/** Grey frames of 16x16 for the tests of this package. */
final class Frames {
  static final long PIXELS = 256;

  private Frames() {}

  static StreamFrame frame(int source, long id) {
    WebRtc.factory();
    VideoFrame grey = new VideoFrame(NativeI420Buffer.allocate(16, 16), 0, id * 1_000_000L);
    return new StreamFrame(
        new InboundFrame(grey), source, id, Instant.EPOCH.plusSeconds(id), null, null, false);
  }
}

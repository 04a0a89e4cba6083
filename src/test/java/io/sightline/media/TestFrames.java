package io.sightline.media;

import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.vision.VideoMetadata;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;

/** Frames and settings for the tests of this package. */
final class TestFrames {
  static final VideoMetadata VIDEO =
      new VideoMetadata("default_source", 1, Instant.EPOCH, 30.0, 30.0, false);

  private TestFrames() {}

  static Settings settings() {
    return new ReferenceFile(Map.of()).settings();
  }

  /** A frame of one colour, limited range. */
  static VideoFrame plain(int width, int height, int y, int u, int v, int rotation) {
    WebRtc.factory();
    NativeI420Buffer planes = NativeI420Buffer.allocate(width, height);
    fill(planes.getDataY(), y);
    fill(planes.getDataU(), u);
    fill(planes.getDataV(), v);
    return new VideoFrame(planes, rotation, 2_000_000_000L);
  }

  static InboundFrame inbound(int width, int height) {
    return new InboundFrame(plain(width, height, 128, 128, 128, 0));
  }

  private static void fill(ByteBuffer plane, int value) {
    for (int i = 0; i < plane.capacity(); i++) {
      plane.put(i, (byte) value);
    }
  }
}

package io.sightline.session;

import io.sightline.media.OutboundTrack;

/**
 * What a peer connection takes of native memory. The library does not tell; this is what was
 * measured with it: the objects of a connection, the pictures that its codecs keep for reference
 * and on their way, and what waits to be sent.
 */
final class ConnectionMemory {
  private static final long OBJECTS = 160 * 1024;
  private static final int DECODER_PICTURES = 5;
  private static final int ENCODER_PICTURES = 8;

  private ConnectionMemory() {}

  /**
   * @param frames as they come in, and what waits on the data channel
   * @param video what goes out, null where nothing does
   * @param inletCpuNanos of the thread that captures, or plays a file
   */
  static SessionSnapshot.Resources added(
      SessionSnapshot.Resources frames,
      long inboundPixels,
      long bufferedBytes,
      OutboundTrack video,
      long inletCpuNanos) {
    long outbound = video == null ? 0 : planes((long) video.width() * video.height());
    long repeated = video == null ? 0 : video.repeated();
    return new SessionSnapshot.Resources(
        frames.framesWaiting(),
        frames.picturesHeld() + (outbound > 0 ? 1 : 0),
        frames.pictureBytes() + outbound,
        OBJECTS
            + bufferedBytes
            + DECODER_PICTURES * planes(inboundPixels)
            + ENCODER_PICTURES * outbound,
        frames.cpuSeconds() + inletCpuNanos / 1e9,
        repeated);
  }

  private static long planes(long pixels) {
    return pixels * 3 / 2;
  }
}

package io.sightline.media;

import dev.onvoid.webrtc.RTCRtpEncodingParameters;
import dev.onvoid.webrtc.RTCRtpSendParameters;
import dev.onvoid.webrtc.RTCRtpSender;
import io.sightline.settings.Settings;

/**
 * How many bits a second the outbound video may take: so many for each pixel of each frame, within
 * the administrator's bounds.
 *
 * @param bitsPerPixel bits for each pixel of each frame
 * @param minKbps lower bound, kbit/s
 * @param maxKbps upper bound, kbit/s
 */
public record BitratePolicy(double bitsPerPixel, int minKbps, int maxKbps) {
  /** What is assumed before the first frame has shown its size: 1280x720 at 30 frames a second. */
  private static final int ASSUMED_WIDTH = 1280;

  private static final int ASSUMED_HEIGHT = 720;
  private static final double ASSUMED_FPS = 30;

  public BitratePolicy {
    if (minKbps > maxKbps) {
      throw new MediaException(
          "the lowest bitrate %d kbit/s is above the highest, %d kbit/s"
              .formatted(minKbps, maxKbps));
    }
  }

  public BitratePolicy(Settings settings) {
    this(
        settings.decimal("sightline.media.bits.per.pixel", 0.01, 1),
        settings.integer("sightline.media.bitrate.min.kbps", 50, 50_000),
        settings.integer("sightline.media.bitrate.max.kbps", 50, 50_000));
  }

  /** The highest useful bitrate for this size (pixels) and rate (frames a second), kbit/s. */
  public int kbps(int width, int height, double fps) {
    double wanted = bitsPerPixel * width * height * fps / 1000;
    return (int) Math.max(minKbps, Math.min(maxKbps, Math.round(wanted)));
  }

  /**
   * Holds a sender to the bitrate for this size and rate; called on the session's serial executor
   * once the descriptions are set, and again when the outbound size has changed.
   *
   * @throws MediaException where the library refuses
   */
  public void apply(RTCRtpSender sender, int width, int height, double fps) {
    try {
      RTCRtpSendParameters parameters = sender.getParameters();
      for (RTCRtpEncodingParameters encoding : parameters.encodings) {
        encoding.maxBitrate = kbps(width, height, fps) * 1000;
      }
      sender.setParameters(parameters);
    } catch (RuntimeException | Error e) {
      throw new MediaException(
          "the outbound bitrate cannot be set to %d kbit/s".formatted(kbps(width, height, fps)), e);
    }
  }

  /**
   * The client's description with our start and bounds of the bitrate, to be set as the remote
   * description: what stands there drives our sender.
   */
  public String remoteDescription(String sdp) {
    int start = kbps(ASSUMED_WIDTH, ASSUMED_HEIGHT, ASSUMED_FPS);
    return StartBitrate.in(sdp, start, minKbps, maxKbps);
  }
}

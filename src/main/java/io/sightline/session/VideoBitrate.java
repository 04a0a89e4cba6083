package io.sightline.session;

import dev.onvoid.webrtc.RTCRtpSender;
import io.sightline.media.BitratePolicy;
import io.sightline.media.FrameSourceSnapshot;
import io.sightline.media.MediaException;

/**
 * Keeps the outbound video's highest bitrate fit for the size and rate of what comes in. Used on
 * the serial executor only.
 */
final class VideoBitrate {
  private static final System.Logger LOG = System.getLogger(VideoBitrate.class.getName());

  /** Smaller changes are not worth a renegotiation with the encoder. */
  private static final double CHANGE_MIN = 0.1;

  private static final double FPS_UNKNOWN = 30;

  private final BitratePolicy policy;
  private final Double declaredFps;
  private int appliedKbps;

  VideoBitrate(BitratePolicy policy, Double declaredFps) {
    this.policy = policy;
    this.declaredFps = declaredFps;
  }

  /**
   * @param sender null where no video goes out
   */
  void adapt(RTCRtpSender sender, FrameSourceSnapshot inbound) {
    if (sender == null || inbound.width() == 0) {
      return;
    }
    double fps = fps(inbound.measuredFps());
    int kbps = policy.kbps(inbound.width(), inbound.height(), fps);
    if (Math.abs(kbps - appliedKbps) <= CHANGE_MIN * appliedKbps) {
      return;
    }
    try {
      policy.apply(sender, inbound.width(), inbound.height(), fps);
      appliedKbps = kbps;
    } catch (MediaException e) {
      LOG.log(System.Logger.Level.DEBUG, "bitrate unchanged", e);
    }
  }

  private double fps(Double measured) {
    if (declaredFps != null) {
      return declaredFps;
    }
    return measured == null ? FPS_UNKNOWN : measured;
  }
}

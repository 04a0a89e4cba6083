package io.sightline.media.capture;

import java.io.IOException;

/** Puts coded pictures together out of the payloads of packets, in order. */
interface Depacketizer {
  /** Takes in one payload; one that is cut off or unknown is left out. */
  void add(RtpPacket packet) throws IOException;

  /**
   * The picture that the packets since the last call make, and forgets them.
   *
   * @return empty where they make none
   */
  byte[] picture() throws IOException;

  /** A packet was lost: the picture that it belongs to is not whole. */
  void lost();

  /** The one for this video. */
  static Depacketizer of(VideoSection video) {
    return switch (video.codec()) {
      case H264 -> new NalDepacketizer(NalFormat.H264, video.parameterSets("sprop-parameter-sets"));
      case H265 ->
          new NalDepacketizer(
              NalFormat.H265, video.parameterSets("sprop-vps", "sprop-sps", "sprop-pps"));
      case MJPEG -> new JpegDepacketizer();
    };
  }
}

package io.sightline.media.capture;

import java.io.IOException;

/**
 * Packets of one video to coded pictures with the time that each is to be shown at. A picture ends
 * with its marker, or where the next one's timestamp begins.
 */
final class RtpVideo {
  /** Takes a coded picture and its time, units of 1/90000 s since the first. */
  interface Pictures {
    void take(byte[] picture, long pts) throws IOException;
  }

  private static final long TICKS = 90_000;

  private final VideoSection section;
  private final Depacketizer packets;
  private boolean started;
  private int expected;
  private int timestamp;
  private long elapsed;

  RtpVideo(VideoSection section) {
    this.section = section;
    packets = Depacketizer.of(section);
  }

  void add(RtpPacket packet, Pictures pictures) throws IOException {
    if (packet.payloadType() != section.payloadType()) {
      return;
    }
    if (started && packet.sequence() != expected) {
      packets.lost();
    }
    if (started && packet.timestamp() != timestamp) {
      end(pictures);
      elapsed += packet.timestamp() - timestamp;
    }
    started = true;
    timestamp = packet.timestamp();
    expected = packet.sequence() + 1 & 0xFFFF;
    packets.add(packet);
    if (packet.marker()) {
      end(pictures);
    }
  }

  /** No more packets belong to the picture under way. */
  void end(Pictures pictures) throws IOException {
    byte[] picture = packets.picture();
    if (picture.length > 0) {
      pictures.take(picture, elapsed * TICKS / section.clockRate());
    }
  }
}

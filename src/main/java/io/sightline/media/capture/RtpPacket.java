package io.sightline.media.capture;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One packet of media (RFC 3550, section 5.1).
 *
 * @param marker in video: the last of its picture
 * @param timestamp 32 bits
 * @param payload from its position to its limit
 */
record RtpPacket(int payloadType, boolean marker, int sequence, int timestamp, ByteBuffer payload) {
  private static final int HEADER = 12;
  private static final int RTCP_FIRST = 192;
  private static final int RTCP_LAST = 223;
  private static final int RTCP_BYE = 203;

  /**
   * @throws IOException where it is none
   */
  static RtpPacket parse(byte[] bytes) throws IOException {
    if (bytes.length < HEADER || (bytes[0] & 0xC0) != 0x80) {
      throw new IOException("a packet of media is no RTP");
    }
    int start = HEADER + (bytes[0] & 0x0F) * Integer.BYTES;
    if ((bytes[0] & 0x10) != 0 && start + Integer.BYTES <= bytes.length) {
      start +=
          Integer.BYTES + (ByteBuffer.wrap(bytes).getShort(start + 2) & 0xFFFF) * Integer.BYTES;
    }
    int padding = (bytes[0] & 0x20) == 0 ? 0 : bytes[bytes.length - 1] & 0xFF;
    int length = bytes.length - padding - start;
    if (length < 0) {
      throw new IOException("a packet of media is cut off");
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    return new RtpPacket(
        bytes[1] & 0x7F,
        (bytes[1] & 0x80) != 0,
        header.getShort(2) & 0xFFFF,
        header.getInt(Integer.BYTES),
        ByteBuffer.wrap(bytes, start, length).slice());
  }

  /** Whether these control packets say goodbye (RFC 3550, section 6.6). */
  static boolean saysGoodbye(byte[] bytes) {
    int at = 0;
    while (at + Integer.BYTES <= bytes.length) {
      int type = bytes[at + 1] & 0xFF;
      if (type < RTCP_FIRST || type > RTCP_LAST) {
        return false;
      }
      if (type == RTCP_BYE) {
        return true;
      }
      at += Integer.BYTES + (ByteBuffer.wrap(bytes).getShort(at + 2) & 0xFFFF) * Integer.BYTES;
    }
    return false;
  }
}

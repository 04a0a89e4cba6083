package io.sightline.media.capture;

import java.nio.ByteBuffer;

/** Where H.264 (RFC 6184) and H.265 (RFC 7798) differ in their packets. */
enum NalFormat {
  H264(1, 24, 28) {
    @Override
    int type(ByteBuffer unit) {
      return unit.get(unit.position()) & 0x1F;
    }

    @Override
    byte[] header(byte[] indicator, int type) {
      return new byte[] {(byte) (indicator[0] & 0xE0 | type & 0x1F)};
    }

    @Override
    int fragmentType(int fragmentHeader) {
      return fragmentHeader & 0x1F;
    }
  },
  H265(2, 48, 49) {
    @Override
    int type(ByteBuffer unit) {
      return unit.get(unit.position()) >> 1 & 0x3F;
    }

    @Override
    byte[] header(byte[] indicator, int type) {
      return new byte[] {(byte) (indicator[0] & 0x81 | type << 1), indicator[1]};
    }

    @Override
    int fragmentType(int fragmentHeader) {
      return fragmentHeader & 0x3F;
    }
  };

  private final int headerBytes;
  private final int aggregate;
  private final int fragment;

  NalFormat(int headerBytes, int aggregate, int fragment) {
    this.headerBytes = headerBytes;
    this.aggregate = aggregate;
    this.fragment = fragment;
  }

  /** Bytes of a unit's header. */
  int headerBytes() {
    return headerBytes;
  }

  /** The type of a packet that holds several units. */
  int aggregate() {
    return aggregate;
  }

  /** The type of a packet that holds a part of a unit. */
  int fragment() {
    return fragment;
  }

  /** The type in a unit's header, which stays to be read. */
  abstract int type(ByteBuffer unit);

  /** The header of a unit of {@code type} that came in fragments. */
  abstract byte[] header(byte[] indicator, int type);

  abstract int fragmentType(int fragmentHeader);
}

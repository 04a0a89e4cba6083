package io.sightline.media.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Units of H.264 or H.265, written one after the other with start codes, as decoders take them. */
final class NalDepacketizer implements Depacketizer {
  private static final byte[] START = {0, 0, 0, 1};
  private static final int FRAGMENT_FIRST = 0x80;

  private final NalFormat format;
  private final ByteArrayOutputStream picture = new ByteArrayOutputStream();
  private boolean inFragments;

  /**
   * @param parameterSets units to begin with
   */
  NalDepacketizer(NalFormat format, List<byte[]> parameterSets) {
    this.format = format;
    parameterSets.forEach(set -> unit(ByteBuffer.wrap(set)));
  }

  @Override
  public void add(RtpPacket packet) throws IOException {
    ByteBuffer payload = packet.payload();
    if (payload.remaining() <= format.headerBytes()) {
      return;
    }
    int type = format.type(payload);
    if (type == format.aggregate()) {
      payload.position(payload.position() + format.headerBytes());
      units(payload);
    } else if (type == format.fragment()) {
      fragment(payload);
    } else if (type < format.aggregate()) {
      unit(payload);
    }
    if (picture.size() > CaptureLimits.CODED_MAX) {
      throw new IOException("a picture has more than %d bytes".formatted(CaptureLimits.CODED_MAX));
    }
  }

  @Override
  public byte[] picture() {
    byte[] whole = picture.toByteArray();
    picture.reset();
    inFragments = false;
    return whole;
  }

  @Override
  public void lost() {
    inFragments = false;
  }

  private void unit(ByteBuffer unit) {
    picture.writeBytes(START);
    write(unit);
    inFragments = false;
  }

  private void units(ByteBuffer payload) {
    while (payload.remaining() > Short.BYTES) {
      int length = payload.getShort() & 0xFFFF;
      if (length == 0 || length > payload.remaining()) {
        return;
      }
      unit(payload.slice(payload.position(), length));
      payload.position(payload.position() + length);
    }
  }

  /** The first part brings the header back; one whose first part is missing is left out. */
  private void fragment(ByteBuffer payload) {
    byte[] indicator = new byte[format.headerBytes()];
    payload.get(indicator);
    int header = payload.get();
    if ((header & FRAGMENT_FIRST) != 0) {
      picture.writeBytes(START);
      picture.writeBytes(format.header(indicator, format.fragmentType(header)));
      inFragments = true;
    }
    if (inFragments) {
      write(payload);
    }
  }

  private void write(ByteBuffer bytes) {
    picture.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }
}

package io.sightline.media.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * JPEG over RTP (RFC 2435): packets carry the scan, and the headers of the file are written anew.
 * The tables of Huffman codes are left out, decoders know them.
 */
final class JpegDepacketizer implements Depacketizer {
  private static final int MAIN_HEADER = 8;
  private static final int RESTART_TYPES = 64;
  private static final int TABLES_INLINE = 128;
  private static final int TABLE = 64;

  private final ByteArrayOutputStream picture = new ByteArrayOutputStream();
  private byte[] tables;
  private boolean whole;

  @Override
  public void add(RtpPacket packet) throws IOException {
    ByteBuffer in = packet.payload();
    if (in.remaining() < MAIN_HEADER) {
      lost();
      return;
    }
    int offset = in.getInt() & 0xFFFFFF;
    int type = in.get() & 0xFF;
    int quality = in.get() & 0xFF;
    int width = (in.get() & 0xFF) * Byte.SIZE;
    int height = (in.get() & 0xFF) * Byte.SIZE;
    int restart = 0;
    if (type >= RESTART_TYPES && in.remaining() >= Integer.BYTES) {
      restart = in.getShort() & 0xFFFF;
      in.getShort();
    }
    if (offset == 0) {
      begin(in, quality, type % RESTART_TYPES, width, height, restart);
    }
    if (whole && in.hasRemaining()) {
      picture.write(in.array(), in.arrayOffset() + in.position(), in.remaining());
      if (picture.size() > CaptureLimits.CODED_MAX) {
        throw new IOException("a picture of more than %d bytes".formatted(CaptureLimits.CODED_MAX));
      }
    }
  }

  @Override
  public byte[] picture() {
    if (whole) {
      picture.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
    }
    byte[] result = whole ? picture.toByteArray() : new byte[0];
    lost();
    return result;
  }

  @Override
  public void lost() {
    picture.reset();
    whole = false;
  }

  private void begin(ByteBuffer in, int quality, int type, int width, int height, int restart) {
    lost();
    if (quality >= TABLES_INLINE) {
      if (in.remaining() < Integer.BYTES) {
        return;
      }
      int precision = in.getShort() & 0xFF;
      int length = in.getShort() & 0xFFFF;
      if (length > in.remaining() || precision != 0 || length % TABLE != 0 || length > 2 * TABLE) {
        return;
      }
      if (length > 0) {
        tables = new byte[length];
        in.get(tables);
      }
    } else {
      tables = JpegTables.ofQuality(quality);
    }
    if (tables == null || width == 0 || height == 0 || type > 1) {
      return;
    }
    headers(type, width, height, restart);
    whole = true;
  }

  /** Start, quantisation, restart interval, frame (4:2:2 or 4:2:0), scan. */
  private void headers(int type, int width, int height, int restart) {
    segment(0xD8);
    for (int i = 0; i < tables.length / TABLE; i++) {
      segment(0xDB, 0, 67, i);
      picture.writeBytes(Arrays.copyOfRange(tables, i * TABLE, (i + 1) * TABLE));
    }
    if (restart > 0) {
      segment(0xDD, 0, 4, restart >> 8, restart);
    }
    int chroma = tables.length > TABLE ? 1 : 0;
    int sampling = type == 0 ? 0x21 : 0x22;
    segment(0xC0, 0, 17, 8, height >> 8, height, width >> 8, width, 3);
    bytes(1, sampling, 0, 2, 0x11, chroma, 3, 0x11, chroma);
    segment(0xDA, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0);
  }

  private void segment(int marker, int... content) {
    bytes(0xFF, marker);
    bytes(content);
  }

  private void bytes(int... values) {
    for (int value : values) {
      picture.write(value);
    }
  }
}

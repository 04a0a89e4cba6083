package io.sightline.model.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Walks over a protocol buffer, field by field, without holding it. For one thread. */
final class ProtoReader {
  static final int VARINT = 0;
  static final int BYTES = 2;
  private static final int FIXED_64 = 1;
  private static final int FIXED_32 = 5;
  private static final int BUFFER = 1 << 16;

  /** More fields than any real model has; a file of nothing else would keep a core busy. */
  private static final int MOST_FIELDS = 50_000_000;

  private final OnnxSource source;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private long start;
  private long position;
  private int fields;
  private int field;
  private int wire;
  private long value;

  ProtoReader(OnnxSource source) {
    this.source = source;
    buffer.limit(0);
  }

  /**
   * Goes to the next field of the message that ends at {@code end}. What of the field before was
   * not read is passed over by {@link #leave}.
   *
   * @return false at the end
   */
  boolean next(long end) throws IOException {
    if (position == end) {
      return false;
    }
    if (++fields > MOST_FIELDS) {
      throw new OnnxException("it has more than %d fields".formatted(MOST_FIELDS));
    }
    long tag = varint(end);
    field = (int) (tag >>> 3);
    wire = (int) (tag & 7);
    if (tag >>> 32 != 0 || field == 0) {
      throw broken("has no field number");
    }
    switch (wire) {
      case VARINT, BYTES -> value = varint(end);
      case FIXED_64 -> position += Long.BYTES;
      case FIXED_32 -> position += Integer.BYTES;
      default -> throw broken("is of an unknown kind");
    }
    boolean inside = wire == BYTES ? value >= 0 && value <= end - position : position <= end;
    if (!inside) {
      throw broken("is cut off");
    }
    return true;
  }

  int field() {
    return field;
  }

  /** The number of a field that is one; else 0. */
  long number() {
    return wire == VARINT ? value : 0;
  }

  /** Where the bytes of the field end: a message, a text; the place behind any other field. */
  long end() {
    return wire == BYTES ? position + value : position;
  }

  boolean hasBytes() {
    return wire == BYTES;
  }

  /** Passes over what is left before {@code end}. */
  void leave(long end) {
    position = end;
  }

  long position() {
    return position;
  }

  /** One number more, as packed fields have them, before {@code end}. */
  long varint(long end) throws IOException {
    long number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (position >= end) {
        throw broken("is cut off");
      }
      int b = octet();
      number |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        return number;
      }
    }
    throw broken("has a number without an end");
  }

  /** The text of the field, which must not be longer than {@code most} bytes. */
  String text(int most) throws IOException {
    if (wire != BYTES || value > most) {
      throw broken("should be a text of at most %d bytes".formatted(most));
    }
    byte[] bytes = new byte[(int) value];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) octet();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private int octet() throws IOException {
    if (position < start || position >= start + buffer.limit()) {
      buffer.clear();
      start = position;
      int count = source.read(buffer, position);
      buffer.limit(Math.max(0, count));
      if (count <= 0) {
        throw broken("is cut off");
      }
    }
    return buffer.get((int) (position++ - start)) & 0xFF;
  }

  private OnnxException broken(String what) {
    return new OnnxException(
        "it is no ONNX file: what stands before byte %d %s".formatted(position, what));
  }
}

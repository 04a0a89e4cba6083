package io.sightline.model.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes protocol buffers by hand; field numbers are those of ONNX's onnx.proto. */
final class Proto {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static Proto model(Proto graph) {
    return new Proto().number(1, 8).bytes(7, graph.bytes());
  }

  static Proto node(String domain, String type) {
    return new Proto().text(1, "x").text(2, "y").text(4, type).text(7, domain);
  }

  /** A constant of 32-bit floats without its numbers. */
  static Proto tensor(long... dimensions) {
    Proto tensor = new Proto().number(2, 1);
    for (long dimension : dimensions) {
      tensor.number(1, dimension);
    }
    return tensor;
  }

  static Proto external(String location, String... more) {
    Proto tensor = tensor(4).number(14, 1).bytes(13, entry("location", location));
    for (int i = 0; i < more.length; i += 2) {
      tensor.bytes(13, entry(more[i], more[i + 1]));
    }
    return tensor;
  }

  private static byte[] entry(String key, String value) {
    return new Proto().text(1, key).text(2, value).bytes();
  }

  /** An input or output of 32-bit floats. */
  static Proto value(String name, long... dimensions) {
    Proto shape = new Proto();
    for (long dimension : dimensions) {
      shape.bytes(1, new Proto().number(1, dimension).bytes());
    }
    Proto tensor = new Proto().number(1, 1).bytes(2, shape.bytes());
    return new Proto().text(1, name).bytes(2, new Proto().bytes(1, tensor.bytes()).bytes());
  }

  Proto number(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  Proto text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  Proto bytes(int field, byte[] value) {
    varint((long) field << 3 | 2);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}

package io.sightline.model.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes protocol buffers by hand; field numbers are those of ONNX's onnx.proto. */
public final class Proto {
  private static final int FLOAT = 1;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static Proto model(Proto graph) {
    return new Proto().number(1, 8).bytes(7, graph.bytes());
  }

  static Proto node(String domain, String type) {
    return new Proto().text(1, "x").text(2, "y").text(4, type).text(7, domain);
  }

  /** A constant of 32-bit floats without its numbers. */
  static Proto tensor(long... dimensions) {
    Proto tensor = new Proto().number(2, FLOAT);
    for (long dimension : dimensions) {
      tensor.number(1, dimension);
    }
    return tensor;
  }

  static Proto external(String location, String... more) {
    Proto tensor = tensor(4).number(14, 1).message(13, entry("location", location));
    for (int i = 0; i < more.length; i += 2) {
      tensor.message(13, entry(more[i], more[i + 1]));
    }
    return tensor;
  }

  private static Proto entry(String key, String value) {
    return new Proto().text(1, key).text(2, value);
  }

  /** An input or output of 32-bit floats. */
  static Proto value(String name, long... dimensions) {
    return value(name, FLOAT, Arrays.stream(dimensions).boxed().toList());
  }

  /**
   * An input or output.
   *
   * @param type of its elements
   * @param dimensions of which negative ones are left open
   */
  public static Proto value(String name, int type, List<Long> dimensions) {
    Proto shape = new Proto();
    for (long dimension : dimensions) {
      Proto one = new Proto();
      shape.message(1, dimension < 0 ? one.text(2, name + dimension) : one.number(1, dimension));
    }
    Proto tensor = new Proto().number(1, type).message(2, shape);
    return new Proto().text(1, name).message(2, new Proto().message(1, tensor));
  }

  public Proto number(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  /** One 32-bit float. */
  public Proto real(int field, float value) {
    varint((long) field << 3 | 5);
    int bits = Float.floatToIntBits(value);
    for (int i = 0; i < 4; i++) {
      out.write(bits >>> 8 * i);
    }
    return this;
  }

  public Proto text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  public Proto message(int field, Proto value) {
    return bytes(field, value.bytes());
  }

  public Proto bytes(int field, byte[] value) {
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

  public byte[] bytes() {
    return out.toByteArray();
  }
}

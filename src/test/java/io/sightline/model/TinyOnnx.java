package io.sightline.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes small ONNX files. That of one Reshape gives the floats of the picture as the output, so
 * that a test can paint what a detector shall find. Field numbers are those of onnx.proto3.
 */
final class TinyOnnx {
  static final int FLOAT = 1;
  static final int INT32 = 6;
  private static final int INT64 = 7;

  private TinyOnnx() {}

  /**
   * @param type element type of input and output
   * @param input shape of the input {@code images}; a negative dimension is left open
   * @param rows the output {@code output0} is {@code [1, rows, rest]}
   */
  static byte[] reshape(int type, List<Long> input, int rows, Map<String, String> metadata) {
    Message graph = new Message();
    Message node = new Message().text(1, "images").text(1, "shape").text(2, "output0");
    graph.message(1, node.text(3, "reshape").text(4, "Reshape"));
    graph.text(2, "tiny");
    Message shape = new Message().number(1, 3).number(2, INT64);
    graph.message(5, shape.number(7, 1).number(7, rows).number(7, -1).text(8, "shape"));
    graph.message(11, value("images", type, input));
    graph.message(12, value("output0", type, List.of(1L, (long) rows, rest(input, rows))));
    return model(graph, metadata);
  }

  /**
   * A file whose output {@code [batch, rows, columns]} is each picture's floats, {@code rows} rows
   * of them, times a matrix: like a detector's head it computes, and takes any number of pictures.
   *
   * @param input shape of the input {@code images}; negative dimensions are left open
   * @param matrix {@code columns} by {@code columns}
   */
  static byte[] mix(List<Long> input, int rows, float[] matrix, Map<String, String> metadata) {
    long columns = (long) Math.sqrt(matrix.length);
    Message graph = new Message();
    Message reshape = new Message().text(1, "images").text(1, "shape").text(2, "flat");
    graph.message(1, reshape.text(3, "reshape").text(4, "Reshape"));
    Message product = new Message().text(1, "flat").text(1, "matrix").text(2, "output0");
    graph.message(1, product.text(3, "product").text(4, "MatMul"));
    graph.text(2, "tiny");
    Message shape = new Message().number(1, 3).number(2, INT64);
    shape.number(7, 0).number(7, -1).number(7, columns);
    graph.message(5, shape.text(8, "shape"));
    ByteBuffer raw = ByteBuffer.allocate(matrix.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(matrix);
    Message weights = new Message().number(1, columns).number(1, columns).number(2, FLOAT);
    graph.message(5, weights.text(8, "matrix").bytes(9, raw.array()));
    graph.message(11, value("images", FLOAT, input));
    long batch = input.get(0) < 0 ? input.get(0) : 1;
    long told = input.get(2) < 0 ? -3 : rows;
    graph.message(12, value("output0", FLOAT, List.of(batch, told, columns)));
    return model(graph, metadata);
  }

  private static byte[] model(Message graph, Map<String, String> metadata) {
    Message model = new Message().number(1, 8);
    model.message(8, new Message().text(1, "").number(2, 13));
    model.message(7, graph);
    metadata.forEach((key, text) -> model.message(14, new Message().text(1, key).text(2, text)));
    return model.bytes();
  }

  /** {@link #reshape} for 16x16 pixels, plus a number that lies in another file. */
  static byte[] external(String location) {
    Message reshape = new Message().text(1, "images").text(1, "shape").text(2, "reshaped");
    Message add = new Message().text(1, "reshaped").text(1, "number").text(2, "output0");
    Message shape = new Message().number(1, 3).number(2, INT64);
    Message where = new Message().text(1, "location").text(2, location);
    Message number = new Message().number(1, 1).number(2, FLOAT).text(8, "number");
    Message graph =
        new Message()
            .message(1, reshape.text(3, "reshape").text(4, "Reshape"))
            .message(1, add.text(3, "add").text(4, "Add"))
            .text(2, "tiny")
            .message(5, shape.number(7, 1).number(7, 6).number(7, -1).text(8, "shape"))
            .message(5, number.message(13, where).number(14, 1))
            .message(11, value("images", FLOAT, List.of(1L, 3L, 16L, 16L)))
            .message(12, value("output0", FLOAT, List.of(1L, 6L, 128L)));
    Message model = new Message().number(1, 8);
    model.message(8, new Message().text(1, "").number(2, 13));
    return model.message(7, graph).bytes();
  }

  private static long rest(List<Long> input, int rows) {
    boolean open = input.subList(1, input.size()).stream().anyMatch(n -> n < 0);
    return open ? -1 : input.stream().reduce(1L, (a, b) -> a * Math.abs(b)) / rows;
  }

  private static Message value(String name, int type, List<Long> dimensions) {
    Message shape = new Message();
    for (long dimension : dimensions) {
      Message one = new Message();
      shape.message(1, dimension < 0 ? one.text(2, name + dimension) : one.number(1, dimension));
    }
    Message tensor = new Message().number(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** A protocol buffer message. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.bytes());
    }

    private Message bytes(int field, byte[] value) {
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
}

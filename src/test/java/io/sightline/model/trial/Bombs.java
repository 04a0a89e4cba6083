package io.sightline.model.trial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small ONNX files that ask for much; each takes {@code images [1, 3, 16, 16]}. */
public final class Bombs {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int BOOL = 9;
  private static final List<Long> PICTURE = List.of(1L, 3L, 16L, 16L);

  private Bombs() {}

  /** Adds the sum of so many zeros, which is known when it loads. */
  public static byte[] constant(long zeros) {
    Message graph = new Message();
    graph.message(1, node("ConstantOfShape", "big", "size"));
    graph.message(1, node("ReduceSum", "one", "big").message(5, number("keepdims", 0)));
    graph.message(1, node("Add", "added", "images", "one"));
    graph.message(5, constant("size", INT64, List.of(1L), zeros));
    return model(graph, "added");
  }

  /** Adds the greatest number of the picture repeated so many times: 3 KiB each. */
  public static byte[] tile(long times) {
    Message graph = new Message();
    graph.message(1, node("Tile", "many", "images", "times"));
    graph.message(1, node("ReduceMax", "one", "many").message(5, number("keepdims", 0)));
    graph.message(1, node("Add", "added", "images", "one"));
    graph.message(5, constant("times", INT64, List.of(4L), times, 1, 1, 1));
    return model(graph, "added");
  }

  /** Adds the picture to itself again and again. */
  public static byte[] loop() {
    Message body = new Message();
    body.message(1, node("Identity", "go", "on"));
    body.message(1, node("Add", "sum", "x", "x")).text(2, "body");
    body.message(11, value("i", INT64, List.of())).message(11, value("on", BOOL, List.of()));
    body.message(11, value("x", FLOAT, PICTURE));
    body.message(12, value("go", BOOL, List.of())).message(12, value("sum", FLOAT, PICTURE));
    Message graph = new Message();
    Message attribute = new Message().text(1, "body").message(6, body).number(20, 5);
    graph.message(1, node("Loop", "added", "times", "true", "images").message(5, attribute));
    graph.message(5, constant("times", INT64, List.of(), 1L << 62));
    graph.message(5, constant("true", BOOL, List.of(), 1));
    return model(graph, "added");
  }

  /** Needs an operator that nobody knows, whose name has so many letters. */
  public static byte[] unknown(int letters) {
    Message graph = new Message();
    return model(graph.message(1, node("x".repeat(letters), "added", "images")), "added");
  }

  private static byte[] model(Message graph, String last) {
    graph.message(1, node("Reshape", "output0", last, "shape"));
    graph.message(5, constant("shape", INT64, List.of(3L), 1, 6, -1)).text(2, "bomb");
    graph.message(11, value("images", FLOAT, PICTURE));
    graph.message(12, value("output0", FLOAT, List.of(1L, 6L, 128L)));
    Message model = new Message().number(1, 8);
    model.message(8, new Message().text(1, "").number(2, 13)).message(7, graph);
    String names = "{0: 'a', 1: 'b'}";
    return model.message(14, new Message().text(1, "names").text(2, names)).out.toByteArray();
  }

  private static Message node(String operator, String output, String... inputs) {
    Message node = new Message();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(3, "to " + output).text(4, operator);
  }

  private static Message number(String name, long value) {
    return new Message().text(1, name).number(3, value).number(20, 2);
  }

  private static Message constant(String name, int type, List<Long> shape, long... values) {
    Message tensor = new Message();
    shape.forEach(size -> tensor.number(1, size));
    tensor.number(2, type);
    for (long value : values) {
      tensor.number(type == BOOL ? 5 : 7, value);
    }
    return tensor.text(8, name);
  }

  private static Message value(String name, int type, List<Long> sizes) {
    Message shape = new Message();
    sizes.forEach(size -> shape.message(1, new Message().number(1, size)));
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
      return bytes(field, value.out.toByteArray());
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
  }
}

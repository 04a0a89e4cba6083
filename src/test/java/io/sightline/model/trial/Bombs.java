package io.sightline.model.trial;

import io.sightline.model.onnx.Proto;
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
    Proto graph = new Proto();
    graph.message(1, node("ConstantOfShape", "big", "size"));
    graph.message(1, node("ReduceSum", "one", "big").message(5, number("keepdims", 0)));
    graph.message(1, node("Add", "added", "images", "one"));
    graph.message(5, constant("size", INT64, List.of(1L), zeros));
    return model(graph, "added");
  }

  /** Adds the greatest number of the picture repeated so many times: 3 KiB each. */
  public static byte[] tile(long times) {
    Proto graph = new Proto();
    graph.message(1, node("Tile", "many", "images", "times"));
    graph.message(1, node("ReduceMax", "one", "many").message(5, number("keepdims", 0)));
    graph.message(1, node("Add", "added", "images", "one"));
    graph.message(5, constant("times", INT64, List.of(4L), times, 1, 1, 1));
    return model(graph, "added");
  }

  /** Adds the picture to itself again and again. */
  public static byte[] loop() {
    Proto body = new Proto();
    body.message(1, node("Identity", "go", "on"));
    body.message(1, node("Add", "sum", "x", "x")).text(2, "body");
    body.message(11, Proto.value("i", INT64, List.of()))
        .message(11, Proto.value("on", BOOL, List.of()));
    body.message(11, Proto.value("x", FLOAT, PICTURE));
    body.message(12, Proto.value("go", BOOL, List.of()))
        .message(12, Proto.value("sum", FLOAT, PICTURE));
    Proto graph = new Proto();
    Proto attribute = new Proto().text(1, "body").message(6, body).number(20, 5);
    graph.message(1, node("Loop", "added", "times", "true", "images").message(5, attribute));
    graph.message(5, constant("times", INT64, List.of(), 1L << 62));
    graph.message(5, constant("true", BOOL, List.of(), 1));
    return model(graph, "added");
  }

  /** Needs an operator that nobody knows, whose name has so many letters. */
  public static byte[] unknown(int letters) {
    Proto graph = new Proto();
    return model(graph.message(1, node("x".repeat(letters), "added", "images")), "added");
  }

  private static byte[] model(Proto graph, String last) {
    graph.message(1, node("Reshape", "output0", last, "shape"));
    graph.message(5, constant("shape", INT64, List.of(3L), 1, 6, -1)).text(2, "bomb");
    graph.message(11, Proto.value("images", FLOAT, PICTURE));
    graph.message(12, Proto.value("output0", FLOAT, List.of(1L, 6L, 128L)));
    Proto model = new Proto().number(1, 8);
    model.message(8, new Proto().text(1, "").number(2, 13)).message(7, graph);
    String names = "{0: 'a', 1: 'b'}";
    return model.message(14, new Proto().text(1, "names").text(2, names)).bytes();
  }

  private static Proto node(String operator, String output, String... inputs) {
    Proto node = new Proto();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(3, "to " + output).text(4, operator);
  }

  private static Proto number(String name, long value) {
    return new Proto().text(1, name).number(3, value).number(20, 2);
  }

  private static Proto constant(String name, int type, List<Long> shape, long... values) {
    Proto tensor = new Proto();
    shape.forEach(size -> tensor.number(1, size));
    tensor.number(2, type);
    for (long value : values) {
      tensor.number(type == BOOL ? 5 : 7, value);
    }
    return tensor.text(8, name);
  }
}

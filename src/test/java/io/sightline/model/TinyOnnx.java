package io.sightline.model;

import io.sightline.model.onnx.Proto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/**
 * Writes small ONNX files. That of one Reshape gives the floats of the picture as the output, so
 * that a test can paint what a detector shall find. Field numbers are those of onnx.proto3.
 */
final class TinyOnnx {
  static final int FLOAT = 1;
  static final int UINT8 = 2;
  static final int FLOAT16 = 10;
  static final int INT32 = 6;
  private static final int INT64 = 7;

  private TinyOnnx() {}

  /**
   * @param type element type of input and output
   * @param input shape of the input {@code images}; a negative dimension is left open
   * @param rows the output {@code output0} is {@code [1, rows, rest]}
   */
  static byte[] reshape(int type, List<Long> input, int rows, Map<String, String> metadata) {
    return reshape(type, input, List.of(1L, (long) rows, rest(input, rows)), metadata);
  }

  /** The same with all of the output's dimensions given. */
  static byte[] reshape(
      int type, List<Long> input, List<Long> output, Map<String, String> metadata) {
    Proto graph = new Proto();
    graph.message(1, node("Reshape", "output0", "images", "shape"));
    graph.text(2, "tiny");
    Proto shape = new Proto().number(1, output.size()).number(2, INT64);
    output.forEach(size -> shape.number(7, size));
    graph.message(5, shape.text(8, "shape"));
    graph.message(11, Proto.value("images", type, input));
    graph.message(12, Proto.value("output0", type, output));
    return model(graph, metadata);
  }

  /**
   * The pixels as lines of 6 levels, of which only those come out whose fifth is below 200: how
   * many there are depends on the picture.
   */
  static byte[] lines(List<Long> input, Map<String, String> metadata) {
    Proto graph = new Proto();
    graph.message(1, node("Reshape", "lines", "images", "shape"));
    graph.message(1, node("Gather", "fifth", "lines", "four").message(5, axis(1)));
    graph.message(1, node("Less", "low", "fifth", "limit"));
    graph.message(1, node("Compress", "kept", "lines", "low").message(5, axis(0)));
    graph.message(1, node("Unsqueeze", "output0", "kept", "zero"));
    graph.text(2, "lines");
    Proto shape = new Proto().number(1, 2).number(2, INT64).number(7, -1).number(7, 6);
    graph.message(5, shape.text(8, "shape"));
    graph.message(5, new Proto().number(2, INT64).number(7, 4).text(8, "four"));
    Proto zero = new Proto().number(1, 1).number(2, INT64).number(7, 0);
    graph.message(5, zero.text(8, "zero"));
    graph.message(5, new Proto().number(2, FLOAT).real(4, 200).text(8, "limit"));
    graph.message(11, Proto.value("images", FLOAT, input));
    graph.message(12, Proto.value("output0", FLOAT, List.of(1L, -1L, 6L)));
    return model(graph, metadata);
  }

  static Proto node(String operator, String output, String... inputs) {
    Proto node = new Proto();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(3, "to " + output).text(4, operator);
  }

  static Proto axis(int value) {
    return new Proto().text(1, "axis").number(3, value).number(20, 2);
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
    Proto graph = new Proto();
    Proto reshape = new Proto().text(1, "images").text(1, "shape").text(2, "flat");
    graph.message(1, reshape.text(3, "reshape").text(4, "Reshape"));
    Proto product = new Proto().text(1, "flat").text(1, "matrix").text(2, "output0");
    graph.message(1, product.text(3, "product").text(4, "MatMul"));
    graph.text(2, "tiny");
    Proto shape = new Proto().number(1, 3).number(2, INT64);
    shape.number(7, 0).number(7, -1).number(7, columns);
    graph.message(5, shape.text(8, "shape"));
    ByteBuffer raw = ByteBuffer.allocate(matrix.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(matrix);
    Proto weights = new Proto().number(1, columns).number(1, columns).number(2, FLOAT);
    graph.message(5, weights.text(8, "matrix").bytes(9, raw.array()));
    graph.message(11, Proto.value("images", FLOAT, input));
    long batch = input.get(0) < 0 ? input.get(0) : 1;
    long told = input.get(2) < 0 ? -3 : rows;
    graph.message(12, Proto.value("output0", FLOAT, List.of(batch, told, columns)));
    return model(graph, metadata);
  }

  private static byte[] model(Proto graph, Map<String, String> metadata) {
    Proto model = new Proto().number(1, 8);
    model.message(8, new Proto().text(1, "").number(2, 13));
    model.message(7, graph);
    metadata.forEach((key, text) -> model.message(14, new Proto().text(1, key).text(2, text)));
    return model.bytes();
  }

  /** {@link #reshape} for 16x16 pixels, plus a number that lies in another file. */
  static byte[] external(String location) {
    Proto reshape = new Proto().text(1, "images").text(1, "shape").text(2, "reshaped");
    Proto add = new Proto().text(1, "reshaped").text(1, "number").text(2, "output0");
    Proto shape = new Proto().number(1, 3).number(2, INT64);
    Proto where = new Proto().text(1, "location").text(2, location);
    Proto number = new Proto().number(1, 1).number(2, FLOAT).text(8, "number");
    Proto graph =
        new Proto()
            .message(1, reshape.text(3, "reshape").text(4, "Reshape"))
            .message(1, add.text(3, "add").text(4, "Add"))
            .text(2, "tiny")
            .message(5, shape.number(7, 1).number(7, 6).number(7, -1).text(8, "shape"))
            .message(5, number.message(13, where).number(14, 1))
            .message(11, Proto.value("images", FLOAT, List.of(1L, 3L, 16L, 16L)))
            .message(12, Proto.value("output0", FLOAT, List.of(1L, 6L, 128L)));
    Proto model = new Proto().number(1, 8);
    model.message(8, new Proto().text(1, "").number(2, 13));
    return model.message(7, graph).bytes();
  }

  private static long rest(List<Long> input, int rows) {
    boolean open = input.subList(1, input.size()).stream().anyMatch(n -> n < 0);
    return open ? -1 : input.stream().reduce(1L, (a, b) -> a * Math.abs(b)) / rows;
  }
}

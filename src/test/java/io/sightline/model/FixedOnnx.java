package io.sightline.model;

import io.sightline.model.onnx.Proto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network that answers every picture with the numbers it was made with, so that a test can tell
 * what a family's outputs must come to.
 */
final class FixedOnnx {
  private static final int INT64 = 7;

  private static final Proto TO_FLOAT =
      new Proto().text(1, "to").number(3, TinyOnnx.FLOAT).number(20, 2);

  private record Output(String name, int type, List<Long> shape, byte[] raw) {}

  private final String input;
  private final int type;
  private final List<Long> shape;
  private final List<Output> outputs = new ArrayList<>();
  private final Map<String, String> metadata = new HashMap<>();
  private String sizes;
  private final Map<String, String> beside = new HashMap<>();

  /**
   * @param type element type of the picture
   * @param shape of the picture
   */
  FixedOnnx(int type, Long... shape) {
    this.input = "images";
    this.type = type;
    this.shape = List.of(shape);
  }

  /** An output of 32-bit floats. */
  FixedOnnx floats(String name, float[] values, Integer... dimensions) {
    ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    return output(name, TinyOnnx.FLOAT, raw, dimensions);
  }

  /** An output of 64-bit integers. */
  FixedOnnx longs(String name, long[] values, Integer... dimensions) {
    ByteBuffer raw = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      raw.putLong(value);
    }
    return output(name, INT64, raw, dimensions);
  }

  private FixedOnnx output(String name, int element, ByteBuffer raw, Integer... dimensions) {
    List<Long> sizes = List.of(dimensions).stream().map(Integer::longValue).toList();
    outputs.add(new Output(name, element, sizes, raw.array()));
    return this;
  }

  /**
   * Makes the network want two integers, width and height, by which it multiplies what is in the
   * output {@code parts}, and gives it as {@code boxes}.
   */
  FixedOnnx sizes(String name) {
    sizes = name;
    return this;
  }

  FixedOnnx metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  FixedOnnx json(String text) {
    beside.put("model.json", text);
    return this;
  }

  /** What Roboflow's packages say of the model. */
  FixedOnnx roboflows(String text) {
    beside.put("inference_config.json", text);
    return this;
  }

  /** What Roboflow's packages say of the key points. */
  FixedOnnx points(String text) {
    beside.put("keypoints_metadata.json", text);
    return this;
  }

  /** The class names, with commas between. */
  FixedOnnx names(String list) {
    beside.put("class_names.txt", list.replace(',', '\n'));
    return this;
  }

  Model load() {
    return load(new ModelSettings("", 1, 1, 1, null, 1 << 30));
  }

  Model load(ModelSettings settings) {
    Map<String, byte[]> files = new HashMap<>();
    files.put("weights.onnx", bytes());
    beside.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return Model.load(new ModelPackage("fixed", files::get), settings);
  }

  private byte[] bytes() {
    Proto graph = new Proto();
    for (Output output : outputs) {
      Proto node = new Proto().text(1, "c_" + output.name);
      graph.message(1, node.text(2, output.name).text(3, "n_" + output.name).text(4, "Identity"));
    }
    if (sizes != null) {
      graph.message(1, TinyOnnx.node("Cast", "real", sizes).message(5, TO_FLOAT));
      graph.message(
          1, TinyOnnx.node("Concat", "four", "real", "real").message(5, TinyOnnx.axis(1)));
      graph.message(1, TinyOnnx.node("Mul", "boxes", "parts", "four"));
    }
    graph.text(2, "fixed");
    for (Output output : outputs) {
      Proto tensor = new Proto();
      output.shape.forEach(size -> tensor.number(1, size));
      tensor.number(2, output.type).text(8, "c_" + output.name);
      graph.message(5, tensor.bytes(9, output.raw));
    }
    graph.message(11, Proto.value(input, type, shape));
    if (sizes != null) {
      graph.message(11, Proto.value(sizes, INT64, List.of(shape.get(0), 2L)));
      graph.message(12, Proto.value("boxes", TinyOnnx.FLOAT, List.of(1L, -1L, 4L)));
    }
    for (Output output : outputs) {
      if (!output.name.equals("parts")) {
        graph.message(12, Proto.value(output.name, output.type, output.shape));
      }
    }
    Proto model = new Proto().number(1, 8);
    model.message(8, new Proto().text(1, "").number(2, 13));
    model.message(7, graph);
    metadata.forEach((key, text) -> model.message(14, new Proto().text(1, key).text(2, text)));
    return model.bytes();
  }
}

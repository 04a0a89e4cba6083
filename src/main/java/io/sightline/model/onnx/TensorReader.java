package io.sightline.model.onnx;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads the sizes of constants, inputs and outputs, and where constants lie. */
final class TensorReader {
  private static final int TEXT = 4096;
  private static final int MOST_ENTRIES = 16;
  private static final int MOST_DIMENSIONS = 64;

  private final ProtoReader in;
  private final ExternalFiles files;
  private final OnnxLimits limits;
  private int count;
  private long bytes;

  TensorReader(ProtoReader in, ExternalFiles files, OnnxLimits limits) {
    this.in = in;
    this.files = files;
    this.limits = limits;
  }

  int count() {
    return count;
  }

  long bytes() {
    return bytes;
  }

  /** A constant. */
  void tensor(long end) throws IOException {
    long elements = 1;
    long type = 0;
    boolean outside = false;
    Map<String, String> where = new HashMap<>();
    while (in.next(end)) {
      long fieldEnd = in.end();
      switch (in.field()) {
        case 1 -> elements = dimensions(elements, fieldEnd);
        case 2 -> type = in.number();
        case 13 -> entry(fieldEnd, where);
        case 14 -> outside = in.number() == 1;
        default -> {}
      }
      in.leave(fieldEnd);
    }
    add(TensorType.bytes(type, elements));
    if (outside || !where.isEmpty()) {
      files.check(where, TensorType.bytes(type, elements));
    }
  }

  /** A constant of two: values and their places. */
  void sparse(long end) throws IOException {
    while (in.next(end)) {
      long fieldEnd = in.end();
      if (in.hasBytes() && (in.field() == 1 || in.field() == 2)) {
        tensor(fieldEnd);
      }
      in.leave(fieldEnd);
    }
  }

  private void add(long more) {
    if (++count > limits.tensors()) {
      throw new OnnxException(
          "it has more than %d constants: see sightline.models.tensors.max"
              .formatted(limits.tensors()));
    }
    if (more > limits.dataBytes() - bytes) {
      throw new OnnxException(
          "its constants need more than %d bytes: see sightline.models.memory.max.mebibytes"
              .formatted(limits.dataBytes()));
    }
    bytes += more;
  }

  /** Dimensions come one a field, or all in one. */
  private long dimensions(long elements, long end) throws IOException {
    if (!in.hasBytes()) {
      return TensorType.times(elements, in.number());
    }
    long product = elements;
    for (int i = 0; in.position() < end; i++) {
      if (i == MOST_DIMENSIONS) {
        throw new OnnxException("a constant has more than 64 dimensions");
      }
      product = TensorType.times(product, in.varint(end));
    }
    return product;
  }

  private void entry(long end, Map<String, String> into) throws IOException {
    String key = "";
    String value = "";
    while (in.next(end)) {
      long fieldEnd = in.end();
      switch (in.field()) {
        case 1 -> key = in.text(TEXT);
        case 2 -> value = in.text(TEXT);
        default -> {}
      }
      in.leave(fieldEnd);
    }
    if (into.size() < MOST_ENTRIES) {
      into.put(key, value);
    }
  }

  /** An input or an output. */
  void value(long end) throws IOException {
    String name = "";
    while (in.next(end)) {
      long fieldEnd = in.end();
      switch (in.field()) {
        case 1 -> name = in.text(TEXT);
        case 2 -> type(fieldEnd, name);
        default -> {}
      }
      in.leave(fieldEnd);
    }
  }

  private void type(long end, String name) throws IOException {
    while (in.next(end)) {
      long fieldEnd = in.end();
      if (in.hasBytes() && in.field() == 1) {
        tensorType(fieldEnd, name);
      }
      in.leave(fieldEnd);
    }
  }

  private void tensorType(long end, String name) throws IOException {
    long type = 0;
    long elements = 1;
    while (in.next(end)) {
      long fieldEnd = in.end();
      switch (in.field()) {
        case 1 -> type = in.number();
        case 2 -> elements = shape(fieldEnd);
        default -> {}
      }
      in.leave(fieldEnd);
    }
    long size = TensorType.bytes(type, elements);
    if (size > limits.tensorBytes()) {
      throw new OnnxException(
          "its tensor '%s' has %s bytes; sightline.models.tensor.max.bytes allows %d"
              .formatted(name, size == Long.MAX_VALUE ? "too many" : size, limits.tensorBytes()));
    }
  }

  private long shape(long end) throws IOException {
    long elements = 1;
    while (in.next(end)) {
      long fieldEnd = in.end();
      if (in.hasBytes() && in.field() == 1) {
        elements = TensorType.times(elements, dimension(fieldEnd));
      }
      in.leave(fieldEnd);
    }
    return elements;
  }

  /** What is open, or said to be negative, counts as one. */
  private long dimension(long end) throws IOException {
    long size = 1;
    while (in.next(end)) {
      long fieldEnd = in.end();
      if (in.field() == 1 && !in.hasBytes()) {
        size = Math.max(1, in.number());
      }
      in.leave(fieldEnd);
    }
    return size;
  }
}

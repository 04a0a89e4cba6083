package io.sightline.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Memory of one caller for the one output, 32-bit floats, of networks that take inputs of any size.
 * An input of the same shape gives an output of the same shape: from the second one on ONNX Runtime
 * writes it here, and nothing is copied. Grows to the largest output. For one thread at a time.
 */
final class FloatOutput {
  /** Shapes of inputs that are remembered; a stream of pictures has a few. */
  private static final int KNOWN = 4096;

  private final Map<Shape, TensorSpec> known = new HashMap<>();
  private FloatBuffer memory = FloatBuffer.allocate(0);

  private record Shape(Network network, TensorSpec input) {}

  /**
   * Runs a network.
   *
   * @param values a direct buffer in native order, what {@code input} says of it
   * @param nanos told the nanoseconds inside {@code OrtSession.run}
   * @return valid until the next call
   */
  OutputTensor run(Network network, FloatBuffer values, TensorSpec input, LongConsumer nanos)
      throws OrtException {
    Shape shape = new Shape(network, input);
    TensorSpec expected = known.get(shape);
    try (OnnxTensor tensor = Network.tensor(values, input)) {
      Map<String, OnnxTensor> inputs = Map.of(input.name(), tensor);
      if (expected != null) {
        return into(expected, network, inputs, nanos);
      }
      OutputTensor first = freely(network, inputs, nanos);
      if (known.size() == KNOWN) {
        known.clear();
      }
      known.put(shape, first.spec());
      return first;
    }
  }

  private OutputTensor into(
      TensorSpec expected, Network network, Map<String, OnnxTensor> inputs, LongConsumer nanos)
      throws OrtException {
    FloatBuffer values = memory(expected.elements());
    try (OnnxTensor target = Network.tensor(values, expected)) {
      timed(network, inputs, Map.of(expected.name(), target), nanos).close();
      return new OutputTensor(expected, values);
    }
  }

  private static OutputTensor freely(
      Network network, Map<String, OnnxTensor> inputs, LongConsumer nanos) throws OrtException {
    try (OrtSession.Result result = timed(network, inputs, Map.of(), nanos)) {
      return Network.copy(result).get(0);
    }
  }

  private static OrtSession.Result timed(
      Network network,
      Map<String, OnnxTensor> inputs,
      Map<String, OnnxTensor> targets,
      LongConsumer nanos)
      throws OrtException {
    long start = System.nanoTime();
    OrtSession.Result result = network.run(inputs, targets);
    nanos.accept(System.nanoTime() - start);
    return result;
  }

  private FloatBuffer memory(int elements) {
    if (memory.capacity() < elements) {
      memory =
          ByteBuffer.allocateDirect(Math.multiplyExact(elements, Float.BYTES))
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
    }
    return memory.slice(0, elements);
  }
}

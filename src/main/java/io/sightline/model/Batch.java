package io.sightline.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Memory for several pictures that go through a network together, one behind the other, so that
 * each caller writes and reads its own row and nothing is copied. Who may use it when is up to
 * {@link BatchCallers}.
 */
final class Batch implements AutoCloseable {
  private final Network network;
  private final InputSpec spec;
  private final ByteBuffer input;
  private final List<TensorSpec> expected;
  private final List<FloatBuffer> outputs = new ArrayList<>();
  private final Tensors[] bySize;
  private final List<List<OutputTensor>> rows = new ArrayList<>();
  private final int rowBytes;

  /** The tensors over the first rows, as many as a batch has pictures. */
  private record Tensors(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> pinned) {
    void close() {
      inputs.values().forEach(OnnxTensor::close);
      pinned.values().forEach(OnnxTensor::close);
    }
  }

  /**
   * @param capacity pictures
   */
  Batch(Network network, InputSpec spec, int capacity) {
    this.network = network;
    this.spec = spec;
    TensorSpec picture = network.input(1, spec);
    rowBytes = Math.multiplyExact(picture.elements(), picture.type().bytes());
    input = Network.bytes(picture.times(capacity));
    bySize = new Tensors[capacity];
    expected = expected();
    for (TensorSpec output : expected) {
      outputs.add(Network.bytes(output.times(capacity)).asFloatBuffer());
    }
    for (int row = 0; row < capacity; row++) {
      rows.add(slices(outputs, row));
    }
  }

  /** The outputs of one picture; none where their sizes change. */
  private List<TensorSpec> expected() {
    try {
      List<TensorSpec> one = network.outputs(spec);
      boolean stays = !network.outputsVary() && one.stream().allMatch(TensorSpec::isStatic);
      return stays ? one : List.of();
    } catch (OrtException e) {
      throw new ModelException("the first run failed: " + e.getMessage(), e);
    }
  }

  private List<OutputTensor> slices(List<FloatBuffer> whole, int row) {
    List<OutputTensor> slices = new ArrayList<>();
    for (int i = 0; i < whole.size(); i++) {
      slices.add(slice(expected.get(i), whole.get(i), row));
    }
    return List.copyOf(slices);
  }

  private static OutputTensor slice(TensorSpec one, FloatBuffer whole, int row) {
    return new OutputTensor(one, whole.slice(row * one.elements(), one.elements()));
  }

  int capacity() {
    return bySize.length;
  }

  /** The input of one picture. */
  ByteBuffer input(int row) {
    return part(row * rowBytes, rowBytes);
  }

  private ByteBuffer part(int from, int bytes) {
    return input.slice(from, bytes).order(ByteOrder.nativeOrder());
  }

  /** What the last run gave for a row. */
  List<OutputTensor> outputs(int row) {
    return rows.get(row);
  }

  /**
   * Runs the network on the first rows.
   *
   * @return nanoseconds inside {@code OrtSession.run}
   * @throws ModelException where it answers with another number of rows
   */
  long run(int size) throws OrtException {
    Tensors tensors = tensors(size);
    long start = System.nanoTime();
    try (OrtSession.Result result = network.run(tensors.inputs, tensors.pinned)) {
      long nanos = System.nanoTime() - start;
      if (tensors.pinned.isEmpty()) {
        split(Network.copy(result), size);
      }
      return nanos;
    }
  }

  private Tensors tensors(int size) throws OrtException {
    if (bySize[size - 1] == null) {
      Tensors made = new Tensors(new HashMap<>(), new HashMap<>());
      bySize[size - 1] = made;
      TensorSpec in = network.input(size, spec);
      made.inputs.put(in.name(), Network.tensor(part(0, size * rowBytes), in));
      for (int i = 0; i < outputs.size(); i++) {
        TensorSpec out = expected.get(i).times(size);
        FloatBuffer values = outputs.get(i).slice(0, out.elements());
        made.pinned.put(out.name(), Network.tensor(values, out));
      }
    }
    return bySize[size - 1];
  }

  private void split(List<OutputTensor> whole, int size) {
    for (int row = 0; row < size; row++) {
      List<OutputTensor> slices = new ArrayList<>();
      for (OutputTensor output : whole) {
        if (output.spec().dimension(0) != size) {
          throw new ModelException("a batch of %d gave %s".formatted(size, output.spec()));
        }
        slices.add(slice(output.spec().one(), output.values(), row));
      }
      rows.set(row, slices);
    }
  }

  @Override
  public void close() {
    for (Tensors tensors : bySize) {
      if (tensors != null) {
        tensors.close();
      }
    }
  }
}

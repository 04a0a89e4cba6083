package io.sightline.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** One OrtSession. Runs of several threads may overlap; closing must wait for them. */
final class Network implements AutoCloseable {
  /** A byte that makes a small number above 0 of each type when it is repeated. */
  private static final byte ANYTHING = 0x3e;

  private final OrtSession ort;
  private final TensorSpec input;
  private final List<TensorSpec> sides;
  private final List<TensorSpec> outputs;
  private final Map<String, String> metadata;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean outputsVary;

  private Network(OrtSession ort) throws OrtException {
    this.ort = ort;
    List<TensorSpec> inputs = specs(ort.getInputInfo().values(), true);
    input = picture(inputs);
    sides = inputs.stream().filter(spec -> spec != input).toList();
    outputs = specs(ort.getOutputInfo().values(), false);
    metadata = Map.copyOf(ort.getMetadata().getCustomMetadata());
  }

  /**
   * Loads a network for the CPU.
   *
   * @throws ModelException where ONNX Runtime refuses the bytes, or a tensor is of no type that is
   *     known here
   */
  static Network open(byte[] onnx, int intraOpThreads) {
    OrtEnvironment environment = OnnxRuntime.environment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(intraOpThreads);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.addConfigEntry("session.inter_op.allow_spinning", "0");
      OrtSession ort = environment.createSession(onnx, options);
      try {
        return new Network(ort);
      } catch (OrtException | RuntimeException e) {
        ort.close();
        throw e;
      }
    } catch (OrtException e) {
      throw new ModelException("ONNX Runtime cannot load the model: " + e.getMessage(), e);
    }
  }

  TensorSpec input() {
    return input;
  }

  /** What it wants to be told beside the picture. */
  List<TensorSpec> sides() {
    return sides;
  }

  List<TensorSpec> outputs() {
    return outputs;
  }

  /** Whether the outputs' sizes were seen to change from run to run. */
  boolean outputsVary() {
    return outputsVary;
  }

  /** Notes that the outputs' sizes change from run to run. */
  void noteThatOutputsVary() {
    outputsVary = true;
  }

  /** The model's own key and value pairs. */
  Map<String, String> metadata() {
    return metadata;
  }

  /** A tensor over {@code values}, a direct buffer in native order that must outlive it. */
  static OnnxTensor tensor(ByteBuffer values, TensorSpec spec) throws OrtException {
    return OnnxTensor.createTensor(
        OnnxRuntime.environment(), values, spec.longShape(), spec.type().ort());
  }

  /** A tensor over {@code values}, a direct buffer in native order that must outlive it. */
  static OnnxTensor tensor(FloatBuffer values, TensorSpec spec) throws OrtException {
    return OnnxTensor.createTensor(OnnxRuntime.environment(), values, spec.longShape());
  }

  /**
   * Runs the network on the calling thread. Writes into {@code pinned} where it names the outputs;
   * where it is empty the result holds them. The caller closes the result.
   */
  OrtSession.Result run(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> pinned)
      throws OrtException {
    return pinned.isEmpty() ? ort.run(inputs) : ort.run(inputs, pinned);
  }

  /**
   * The outputs with all their sizes: where the network leaves some open, those of a run on an
   * input of zeros. Where a run on anything else gives others, they are known to change.
   */
  List<TensorSpec> outputs(InputSpec spec) throws OrtException {
    if (outputs.stream().allMatch(TensorSpec::isStatic)) {
      return outputs;
    }
    TensorSpec picture = spec.tensor(input.name());
    ByteBuffer values =
        ByteBuffer.allocateDirect(Math.multiplyExact(picture.elements(), picture.type().bytes()))
            .order(ByteOrder.nativeOrder());
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put(input.name(), tensor(values, picture));
      for (TensorSpec side : sides) {
        inputs.put(side.name(), SideInput.of(side).tensor(side.withBatch(spec), spec));
      }
      List<TensorSpec> first = seen(inputs);
      for (int i = 0; i < values.capacity(); i++) {
        values.put(i, ANYTHING);
      }
      if (!seen(inputs).equals(first)) {
        noteThatOutputsVary();
      }
      return first;
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private List<TensorSpec> seen(Map<String, OnnxTensor> inputs) throws OrtException {
    List<TensorSpec> seen = new ArrayList<>();
    try (OrtSession.Result result = run(inputs, Map.of())) {
      for (Map.Entry<String, OnnxValue> entry : result) {
        seen.add(spec(entry.getKey(), entry.getValue().getInfo(), false));
      }
    }
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      ort.close();
    } catch (OrtException e) {
      throw new ModelException("ONNX Runtime cannot free the model: " + e.getMessage(), e);
    }
  }

  /** The input that takes the picture: the only one, else the only one of so many dimensions. */
  private static TensorSpec picture(List<TensorSpec> inputs) {
    List<TensorSpec> pictures =
        inputs.size() == 1 ? inputs : inputs.stream().filter(spec -> spec.rank() >= 3).toList();
    if (pictures.size() != 1) {
      throw new ModelException("a network must have one input for a picture, not " + inputs);
    }
    return pictures.get(0);
  }

  private static List<TensorSpec> specs(Collection<NodeInfo> nodes, boolean inputs) {
    List<TensorSpec> specs = new ArrayList<>();
    for (NodeInfo node : nodes) {
      specs.add(spec(node.getName(), node.getInfo(), inputs));
    }
    return List.copyOf(specs);
  }

  /**
   * @param isInput whether an open first dimension is a batch, of one
   */
  static TensorSpec spec(String name, ValueInfo value, boolean isInput) {
    ElementType type = value instanceof TensorInfo info ? ElementType.of(info.type) : null;
    if (type == null) {
      throw new ModelException("tensor %s must be of numbers, not %s".formatted(name, value));
    }
    List<Integer> shape = shape(((TensorInfo) value).getShape());
    boolean open = isInput && !shape.isEmpty() && shape.get(0) < 0;
    if (open && shape.size() > 1) {
      shape = new ArrayList<>(shape);
      shape.set(0, 1);
    }
    return new TensorSpec(name, type, List.copyOf(shape));
  }

  private static List<Integer> shape(long[] dimensions) {
    List<Integer> shape = new ArrayList<>();
    for (long dimension : dimensions) {
      shape.add(Math.toIntExact(dimension));
    }
    return shape;
  }
}

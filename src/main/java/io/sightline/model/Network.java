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
  private final ProviderChoice provider;
  private final boolean openBatch;
  private final TensorSpec input;
  private final List<TensorSpec> sides;
  private final List<TensorSpec> outputs;
  private final Map<String, String> metadata;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean outputsVary;
  private volatile List<TensorSpec> settled;

  private Network(ProviderChoice.Opened opened) throws OrtException {
    ort = opened.session();
    provider = opened.choice();
    List<TensorSpec> inputs = specs(ort.getInputInfo().values(), true);
    input = picture(inputs);
    sides = inputs.stream().filter(spec -> spec != input).toList();
    outputs = specs(ort.getOutputInfo().values(), false);
    openBatch = open(ort.getInputInfo().values()) && open(ort.getOutputInfo().values());
    metadata = Map.copyOf(ort.getMetadata().getCustomMetadata());
  }

  /**
   * Loads a network for the first of the providers that takes it.
   *
   * @throws ModelException where ONNX Runtime refuses them, or a tensor is of no type that is known
   *     here
   */
  static Network open(Weights weights, ModelSettings settings) {
    OrtEnvironment environment = OnnxRuntime.environment();
    try {
      ProviderChoice.Opened opened =
          ProviderChoice.open(
              settings.providers().keepingEnginesOf(weights),
              settings.intraOpThreads(),
              options -> weights.session(environment, options));
      try {
        return new Network(opened);
      } catch (OrtException | RuntimeException e) {
        opened.session().close();
        throw e;
      }
    } catch (OrtException e) {
      throw new ModelException("ONNX Runtime cannot load the model: " + e.getMessage(), e);
    }
  }

  /** What it runs on. */
  ProviderChoice provider() {
    return provider;
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

  /** Whether it states the sizes of all outputs, but for their number. */
  boolean isStatic() {
    return outputs.stream()
        .allMatch(one -> one.shape().stream().skip(one.rank() > 1 ? 1 : 0).allMatch(n -> n > 0));
  }

  /** The input for so many pictures of those that go through it together. */
  TensorSpec input(int pictures, InputSpec spec) {
    return spec.tensor(input.name()).times(pictures);
  }

  /** The model's own key and value pairs. */
  Map<String, String> metadata() {
    return metadata;
  }

  /** Memory for a tensor that ONNX Runtime and OpenCV work on, zeros. */
  static ByteBuffer bytes(TensorSpec spec) {
    int bytes = Math.multiplyExact(spec.elements(), spec.type().bytes());
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
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

  /** What a run gave, in memory that stays when the result is closed. */
  static List<OutputTensor> copy(OrtSession.Result result) {
    List<OutputTensor> copies = new ArrayList<>();
    for (Map.Entry<String, OnnxValue> entry : result) {
      copies.add(OutputMemory.copy(entry.getKey(), (OnnxTensor) entry.getValue()));
    }
    return copies;
  }

  /**
   * The outputs with all their sizes: where the network leaves some open, those of a run on an
   * input of zeros. Where a run on anything else gives others, they are known to change.
   */
  List<TensorSpec> outputs(InputSpec spec) throws OrtException {
    if (outputs.stream().allMatch(TensorSpec::isStatic)) {
      return outputs;
    }
    List<TensorSpec> known = settled;
    if (known == null) {
      known = seen(1, spec, (byte) 0);
      if (!seen(1, spec, ANYTHING).equals(known)) {
        noteThatOutputsVary();
      }
      settled = known;
    }
    return known;
  }

  /**
   * Whether several pictures at once give as many rows in each output: it leaves their number open,
   * and a run on two says so.
   */
  boolean takesBatches(InputSpec spec) {
    if (!openBatch || !sides.isEmpty() || outputsVary) {
      return false;
    }
    try {
      List<TensorSpec> expected = outputs(spec);
      return expected.stream().allMatch(one -> one.type() == ElementType.F32 && one.rank() > 0)
          && seen(2, spec, (byte) 0).equals(expected.stream().map(one -> one.times(2)).toList());
    } catch (OrtException e) {
      return false;
    }
  }

  /** The outputs of a run on so many pictures of one byte. */
  private List<TensorSpec> seen(int pictures, InputSpec spec, byte level) throws OrtException {
    TensorSpec picture = input(pictures, spec);
    ByteBuffer values = bytes(picture);
    for (int i = 0; level != 0 && i < values.capacity(); i++) {
      values.put(i, level);
    }
    List<TensorSpec> seen = new ArrayList<>();
    Map<String, OnnxTensor> inputs = inputs(tensor(values, picture), spec);
    try (OrtSession.Result result = run(inputs, Map.of())) {
      for (Map.Entry<String, OnnxValue> entry : result) {
        seen.add(spec(entry.getKey(), entry.getValue().getInfo(), false));
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
    return List.copyOf(seen);
  }

  /** All inputs of a run, {@code picture} among them; the caller closes them. */
  Map<String, OnnxTensor> inputs(OnnxTensor picture, InputSpec spec) throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    inputs.put(input.name(), picture);
    try {
      for (TensorSpec side : sides) {
        inputs.put(side.name(), SideInput.of(side).tensor(side.withBatch(spec), spec));
      }
      return inputs;
    } catch (OrtException | RuntimeException e) {
      inputs.values().forEach(OnnxTensor::close);
      throw e;
    }
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

  /** Whether the first dimension of each is left open. */
  private static boolean open(Collection<NodeInfo> nodes) {
    for (NodeInfo node : nodes) {
      long[] shape = ((TensorInfo) node.getInfo()).getShape();
      if (shape.length == 0 || shape[0] >= 0) {
        return false;
      }
    }
    return true;
  }

  private static List<Integer> shape(long[] dimensions) {
    List<Integer> shape = new ArrayList<>();
    for (long dimension : dimensions) {
      shape.add(Math.toIntExact(dimension));
    }
    return shape;
  }
}

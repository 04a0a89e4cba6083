package io.sightline.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** One OrtSession. Runs of several threads may overlap; closing must wait for them. */
final class Network implements AutoCloseable {
  private final OrtSession ort;
  private final ProviderChoice provider;
  private final TensorSpec input;
  private final List<TensorSpec> outputs;
  private final Map<String, String> metadata;
  private final boolean openBatch;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Network(ProviderChoice.Opened opened) throws OrtException {
    ort = opened.session();
    provider = opened.choice();
    List<TensorSpec> inputs = specs(ort.getInputInfo().values());
    if (inputs.size() != 1) {
      throw new ModelException("a model must have one input, not " + inputs);
    }
    input = inputs.get(0);
    outputs = specs(ort.getOutputInfo().values());
    openBatch = open(ort.getInputInfo().values()) && open(ort.getOutputInfo().values());
    metadata = Map.copyOf(ort.getMetadata().getCustomMetadata());
  }

  /**
   * Loads a network for the first of the providers that takes it.
   *
   * @throws ModelException where ONNX Runtime refuses them, or a tensor is not of 32-bit floats
   */
  static Network open(Weights weights, ModelSettings settings) {
    OrtEnvironment environment = OnnxRuntime.environment();
    try {
      ProviderChoice.Opened opened =
          ProviderChoice.open(
              settings.providers(),
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

  List<TensorSpec> outputs() {
    return outputs;
  }

  /** The input for so many pictures. */
  TensorSpec input(int pictures, InputSpec spec) {
    return new TensorSpec(
        input.name(), List.of(pictures, InputSpec.CHANNELS, spec.height(), spec.width()));
  }

  /** Whether it states the sizes of all outputs, but for their number. */
  boolean isStatic() {
    return outputs.stream().allMatch(TensorSpec::isStatic);
  }

  /** The model's own key and value pairs. */
  Map<String, String> metadata() {
    return metadata;
  }

  /** Memory that ONNX Runtime and OpenCV work on, zeros. */
  static FloatBuffer floats(int count) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(count, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
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
      OnnxTensor tensor = (OnnxTensor) entry.getValue();
      TensorSpec spec = new TensorSpec(entry.getKey(), shape(tensor.getInfo().getShape()));
      copies.add(new OutputTensor(spec, tensor.getFloatBuffer()));
    }
    return copies;
  }

  /**
   * The outputs with all their sizes: where the network leaves some open, those of a run on an
   * input of zeros.
   */
  List<TensorSpec> outputs(InputSpec spec) throws OrtException {
    return isStatic() ? outputs : seen(1, spec);
  }

  /**
   * Whether several pictures at once give as many rows in each output: it leaves their number open,
   * and a run on two says so.
   */
  boolean takesBatches(InputSpec spec) {
    if (!openBatch) {
      return false;
    }
    try {
      List<TensorSpec> expected = outputs(spec).stream().map(one -> one.times(2)).toList();
      return expected.equals(seen(2, spec));
    } catch (OrtException e) {
      return false;
    }
  }

  /** The outputs of a run on so many pictures of zeros. */
  private List<TensorSpec> seen(int pictures, InputSpec spec) throws OrtException {
    TensorSpec zeros = input(pictures, spec);
    List<TensorSpec> seen = new ArrayList<>();
    try (OnnxTensor tensor = tensor(floats(zeros.elements()), zeros);
        OrtSession.Result result = run(Map.of(input.name(), tensor), Map.of())) {
      for (Map.Entry<String, OnnxValue> entry : result) {
        OnnxTensor output = (OnnxTensor) entry.getValue();
        seen.add(new TensorSpec(entry.getKey(), shape(output.getInfo().getShape())));
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

  private static List<TensorSpec> specs(Collection<NodeInfo> nodes) {
    List<TensorSpec> specs = new ArrayList<>();
    for (NodeInfo node : nodes) {
      if (!(node.getInfo() instanceof TensorInfo info) || info.type != OnnxJavaType.FLOAT) {
        throw new ModelException(
            "tensor %s must be of 32-bit floats, not %s".formatted(node.getName(), node.getInfo()));
      }
      specs.add(new TensorSpec(node.getName(), shape(info.getShape())));
    }
    return List.copyOf(specs);
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

  /** The dimensions, the first taken as 1 where it is open. */
  static List<Integer> shape(long[] dimensions) {
    List<Integer> shape = new ArrayList<>();
    for (long dimension : dimensions) {
      shape.add(shape.isEmpty() && dimension < 0 ? 1 : Math.toIntExact(dimension));
    }
    return List.copyOf(shape);
  }
}

package io.sightline.bench;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network with nothing around it: noise in, outputs thrown away, the settings of the server. What
 * it does a second is the most that a server could.
 */
final class BareNetwork implements AutoCloseable {
  private static final long OPEN_SIDE = 640;

  private final OrtSession ort;
  private final String input;
  private final long[] shape;
  private final List<OnnxTensor> tensors = new ArrayList<>();

  BareNetwork(byte[] onnx) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      ort = OrtEnvironment.getEnvironment().createSession(onnx, options);
    }
    NodeInfo node = ort.getInputInfo().values().iterator().next();
    TensorInfo info = (TensorInfo) node.getInfo();
    if (ort.getNumInputs() != 1 || info.type != OnnxJavaType.FLOAT) {
      ort.close();
      throw new OrtException("only networks with one input of floats are compared");
    }
    input = node.getName();
    shape = info.getShape();
    for (int i = 0; i < shape.length; i++) {
      shape[i] = shape[i] > 0 ? shape[i] : i == 0 ? 1 : OPEN_SIDE;
    }
  }

  /** A caller with memory of its own for input and outputs. */
  Runnable caller() {
    int count = 1;
    for (long n : shape) {
      count = Math.multiplyExact(count, Math.toIntExact(n));
    }
    ByteBuffer memory = ByteBuffer.allocateDirect(count * 4).order(ByteOrder.nativeOrder());
    for (int i = 0; i < count; i++) {
      memory.putFloat(4 * i, i % 97 / 97f);
    }
    try {
      OnnxTensor tensor =
          OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), memory.asFloatBuffer(), shape);
      tensors.add(tensor);
      Map<String, OnnxTensor> inputs = Map.of(input, tensor);
      return () -> run(inputs);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(Map<String, OnnxTensor> inputs) {
    try {
      ort.run(inputs).close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws OrtException {
    tensors.forEach(OnnxTensor::close);
    ort.close();
  }
}

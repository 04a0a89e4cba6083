package io.sightline.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A picture that runs by itself, into outputs that stay where the network says their size. */
final class SingleCall implements NetworkCall {
  private final Network network;
  private final FloatBuffer input;
  private final Map<String, OnnxTensor> inputs = new HashMap<>();
  private final Map<String, OnnxTensor> pinned = new HashMap<>();
  private List<OutputTensor> outputs = new ArrayList<>();

  /**
   * @throws ModelException where there is no memory
   */
  SingleCall(Network network, InputSpec spec) {
    this.network = network;
    TensorSpec tensor = network.input(1, spec);
    input = Network.floats(tensor.elements());
    try {
      inputs.put(tensor.name(), Network.tensor(input, tensor));
      if (network.isStatic()) {
        for (TensorSpec output : network.outputs()) {
          FloatBuffer values = Network.floats(output.elements());
          pinned.put(output.name(), Network.tensor(values, output));
          outputs.add(new OutputTensor(output, values));
        }
      }
    } catch (OrtException e) {
      close();
      throw new ModelException("no memory for a call: " + e.getMessage(), e);
    }
  }

  @Override
  public FloatBuffer input() {
    return input;
  }

  @Override
  public long run() throws OrtException {
    long start = System.nanoTime();
    try (OrtSession.Result result = network.run(inputs, pinned)) {
      long nanos = System.nanoTime() - start;
      if (pinned.isEmpty()) {
        outputs = Network.copy(result);
      }
      return nanos;
    }
  }

  @Override
  public List<OutputTensor> outputs() {
    return outputs;
  }

  @Override
  public void close() {
    inputs.values().forEach(OnnxTensor::close);
    pinned.values().forEach(OnnxTensor::close);
  }
}

package io.sightline.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** A picture that runs by itself, into outputs that stay where their sizes are known. */
final class SingleCall implements NetworkCall {
  private final ByteBuffer input;
  private final Map<String, OnnxTensor> inputs;
  private final CallOutputs outputs;

  /**
   * @throws ModelException where there is no memory
   */
  SingleCall(Network network, InputSpec spec) {
    TensorSpec tensor = network.input(1, spec);
    input = Network.bytes(tensor);
    try {
      inputs = network.inputs(Network.tensor(input, tensor), spec);
    } catch (OrtException e) {
      throw noMemory(e);
    }
    try {
      outputs = new CallOutputs(network, network.outputs(spec));
    } catch (OrtException e) {
      inputs.values().forEach(OnnxTensor::close);
      throw noMemory(e);
    }
  }

  private static ModelException noMemory(OrtException e) {
    return new ModelException("no memory for a call: " + e.getMessage(), e);
  }

  @Override
  public ByteBuffer input() {
    return input;
  }

  @Override
  public long run() throws OrtException {
    return outputs.run(inputs);
  }

  @Override
  public List<OutputTensor> outputs() {
    return outputs.last();
  }

  @Override
  public void close() {
    inputs.values().forEach(OnnxTensor::close);
    outputs.close();
  }
}

package io.sightline.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The outputs of one caller's runs: in memory of its own that is used again, as long as their sizes
 * stay those of the first run. A network whose outputs change in size refuses that memory once, and
 * gives its own from then on.
 */
final class CallOutputs implements AutoCloseable {
  private final Network network;
  private final List<OutputMemory> memory = new ArrayList<>();
  private final Map<String, OnnxTensor> pinned = new HashMap<>();
  private List<OutputTensor> outputs = List.of();

  /**
   * @param expected the outputs with the sizes of the first run
   */
  CallOutputs(Network network, List<TensorSpec> expected) throws OrtException {
    this.network = network;
    if (network.outputsVary() || !expected.stream().allMatch(TensorSpec::isStatic)) {
      return;
    }
    try {
      List<OutputTensor> tensors = new ArrayList<>();
      for (TensorSpec spec : expected) {
        OutputMemory one = new OutputMemory(spec);
        memory.add(one);
        pinned.put(one.name(), one.tensor());
        tensors.add(one.output());
      }
      outputs = List.copyOf(tensors);
    } catch (OrtException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Runs the network; answers the nanoseconds that took. */
  long run(Map<String, OnnxTensor> inputs) throws OrtException {
    if (!pinned.isEmpty()) {
      try {
        return run(inputs, pinned);
      } catch (OrtException e) {
        long nanos = runFreely(inputs, e);
        network.noteThatOutputsVary();
        close();
        return nanos;
      }
    }
    return run(inputs, Map.of());
  }

  /** Tries without memory of its own; a run that fails then, too, failed for another reason. */
  private long runFreely(Map<String, OnnxTensor> inputs, OrtException first) throws OrtException {
    try {
      return run(inputs, Map.of());
    } catch (OrtException e) {
      first.addSuppressed(e);
      throw first;
    }
  }

  private long run(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> targets)
      throws OrtException {
    long start = System.nanoTime();
    try (OrtSession.Result result = network.run(inputs, targets)) {
      long nanos = System.nanoTime() - start;
      if (targets.isEmpty()) {
        outputs = Network.copy(result);
      } else {
        for (int i = 0; i < memory.size(); i++) {
          memory.get(i).read();
        }
      }
      return nanos;
    }
  }

  /** What the last run gave, in the network's order; valid until the next. */
  List<OutputTensor> last() {
    return outputs;
  }

  /** Frees its memory; runs go on in ONNX Runtime's. */
  @Override
  public void close() {
    pinned.clear();
    memory.forEach(OutputMemory::close);
    memory.clear();
  }
}

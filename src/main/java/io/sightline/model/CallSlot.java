package io.sightline.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.sightline.vision.Attribute;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;

/** The memory of one caller of a network. Used by one thread at a time. */
final class CallSlot implements AutoCloseable {
  private final Network network;
  private final InputTensor input;
  private final Layout layout;
  private final Decoder decoder;
  private final Details details;
  private final Candidates candidates = new Candidates();
  private final NonMaximumSuppression suppression = new NonMaximumSuppression();
  private final Map<String, OnnxTensor> inputs = new HashMap<>();
  private final Map<String, OnnxTensor> pinned = new HashMap<>();
  private List<OutputTensor> outputs = new ArrayList<>();

  /**
   * Allocates the input, and the outputs too where the network says their size.
   *
   * @param layout how the outputs are read
   */
  CallSlot(Network network, InputSpec spec, Layout layout) {
    this.network = network;
    this.layout = layout;
    this.decoder = layout.decoder() == null ? null : layout.decoder().get();
    this.details = layout.details().get();
    this.input = new InputTensor(spec);
    try {
      List<Integer> shape = List.of(1, InputSpec.CHANNELS, spec.height(), spec.width());
      TensorSpec tensor = new TensorSpec(network.input().name(), shape);
      inputs.put(tensor.name(), Network.tensor(input.values(), tensor));
      if (network.outputs().stream().allMatch(TensorSpec::isStatic)) {
        for (TensorSpec output : network.outputs()) {
          pin(output);
        }
      }
    } catch (OrtException e) {
      close();
      throw new ModelException("no memory for a call: " + e.getMessage(), e);
    }
  }

  private void pin(TensorSpec spec) throws OrtException {
    FloatBuffer values =
        ByteBuffer.allocateDirect(Math.multiplyExact(spec.elements(), Float.BYTES))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    pinned.put(spec.name(), Network.tensor(values, spec));
    outputs.add(new OutputTensor(spec, values));
  }

  /** Writes the picture into the input; see {@link InputTensor#fill}. */
  Placement fill(Mat picture) {
    return input.fill(picture);
  }

  /** Runs the network on what was filled in; answers the nanoseconds that took. */
  long run() throws OrtException {
    long start = System.nanoTime();
    try (OrtSession.Result result = network.run(inputs, pinned)) {
      long nanos = System.nanoTime() - start;
      if (pinned.isEmpty()) {
        outputs = copy(result);
      }
      return nanos;
    }
  }

  private static List<OutputTensor> copy(OrtSession.Result result) {
    List<OutputTensor> copies = new ArrayList<>();
    for (Map.Entry<String, OnnxValue> entry : result) {
      OnnxTensor tensor = (OnnxTensor) entry.getValue();
      List<Integer> shape = Network.shape(tensor.getInfo().getShape());
      copies.add(new OutputTensor(new TensorSpec(entry.getKey(), shape), tensor.getFloatBuffer()));
    }
    return copies;
  }

  /** What scored above {@code threshold} in the last run; valid until the next call of this. */
  Candidates decode(float threshold) {
    candidates.clear();
    decoder.decode(outputs, threshold, candidates);
    return candidates;
  }

  /** Which of the candidates last decoded stay; valid until the next call of this. */
  NonMaximumSuppression suppress(DetectionOptions options) {
    suppression.select(candidates, options, !layout.suppresses());
    return suppression;
  }

  /** What the last run tells of a candidate last decoded, beside its box. */
  Map<Attribute, Object> details(int index, Placement placement) {
    return details.of(outputs, candidates, index, placement);
  }

  /** The numbers of the last run's first output; a copy. */
  float[] scores() {
    FloatBuffer values = outputs.get(0).values();
    float[] scores = new float[outputs.get(0).spec().elements()];
    values.get(0, scores);
    return scores;
  }

  @Override
  public void close() {
    details.close();
    inputs.values().forEach(OnnxTensor::close);
    pinned.values().forEach(OnnxTensor::close);
    input.close();
  }
}

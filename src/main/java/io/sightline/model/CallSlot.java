package io.sightline.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.sightline.vision.Attribute;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;

/** The memory of one caller of a network. Used by one thread at a time. */
final class CallSlot implements AutoCloseable {
  private final InputTensor input;
  private final PreparedPicture prepared;
  private final Layout layout;
  private final Decoder decoder;
  private final Details details;
  private final Suppression suppression;
  private final Candidates candidates = new Candidates();
  private final NonMaximumSuppression selection;
  private final Map<String, OnnxTensor> inputs = new HashMap<>();
  private final CallOutputs outputs;

  /**
   * Allocates the input, and the outputs too where their sizes are known.
   *
   * @param recognition how the outputs are read
   * @param preparation what is done to pictures before they are resized
   */
  CallSlot(
      Network network,
      InputSpec spec,
      Recognition recognition,
      Preparation preparation,
      Suppression suppression) {
    this.layout = recognition.layout();
    this.decoder = layout.decoder() == null ? null : layout.decoder().get();
    this.details = layout.details().get();
    this.suppression = suppression;
    this.selection = new NonMaximumSuppression(suppression);
    this.input = new InputTensor(spec);
    this.prepared = preparation.isNone() ? null : new PreparedPicture(preparation);
    CallOutputs own = null;
    try {
      TensorSpec picture = spec.tensor(network.input().name());
      inputs.put(picture.name(), Network.tensor(input.raw(), picture));
      for (TensorSpec side : network.sides()) {
        inputs.put(side.name(), SideInput.of(side).tensor(side.withBatch(spec), spec));
      }
      own = new CallOutputs(network, recognition.outputs());
    } catch (OrtException e) {
      throw new ModelException("no memory for a call: " + e.getMessage(), e);
    } finally {
      outputs = own;
      if (own == null) {
        close();
      }
    }
  }

  /** Writes the picture into the input; see {@link InputTensor#fill}. */
  Placement fill(Mat picture) {
    if (prepared == null) {
      return input.fill(picture);
    }
    Placement placement = input.fill(prepared.of(picture));
    return placement.within(prepared.whole());
  }

  /** Runs the network on what was filled in; answers the nanoseconds that took. */
  long run() throws OrtException {
    return outputs.run(inputs);
  }

  /** What scored above {@code threshold} in the last run; valid until the next call of this. */
  Candidates decode(float threshold) {
    candidates.clear();
    decoder.decode(outputs.last(), suppression.above(threshold), candidates);
    return candidates;
  }

  /** Which of the candidates last decoded stay; valid until the next call of this. */
  NonMaximumSuppression suppress(DetectionOptions options) {
    selection.select(candidates, options, !layout.suppresses());
    return selection;
  }

  /** What the last run tells of a candidate last decoded, beside its box. */
  Map<Attribute, Object> details(int index, Placement placement) {
    return details.of(outputs.last(), candidates, index, placement);
  }

  /** The numbers of the last run's first output for its first picture; a copy. */
  float[] scores() {
    FloatBuffer values = outputs.last().get(0).values();
    float[] scores = new float[layout.classes()];
    values.get(0, scores);
    return scores;
  }

  @Override
  public void close() {
    details.close();
    inputs.values().forEach(OnnxTensor::close);
    if (outputs != null) {
      outputs.close();
    }
    if (prepared != null) {
      prepared.close();
    }
    input.close();
  }
}

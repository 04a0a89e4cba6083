package io.sightline.model;

import ai.onnxruntime.OrtException;
import io.sightline.vision.Attribute;
import java.nio.FloatBuffer;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;

/** The memory of one caller of a network. Used by one thread at a time. */
final class CallSlot implements AutoCloseable {
  private final NetworkCall call;
  private final InputTensor input;
  private final Layout layout;
  private final Decoder decoder;
  private final Details details;
  private final Candidates candidates = new Candidates();
  private final NonMaximumSuppression suppression = new NonMaximumSuppression();

  /**
   * @param call the memory, which is closed with this
   * @param layout how the outputs are read
   */
  CallSlot(NetworkCall call, InputSpec spec, Layout layout) {
    this.call = call;
    this.layout = layout;
    this.decoder = layout.decoder() == null ? null : layout.decoder().get();
    this.details = layout.details().get();
    this.input = new InputTensor(spec, call.input());
  }

  NetworkCall call() {
    return call;
  }

  /** Writes the picture into the input; see {@link InputTensor#fill}. */
  Placement fill(Mat picture) {
    return input.fill(picture);
  }

  /** Runs the network on what was filled in; answers the nanoseconds that took. */
  long run() throws OrtException {
    return call.run();
  }

  /** What scored above {@code threshold} in the last run; valid until the next call of this. */
  Candidates decode(float threshold) {
    candidates.clear();
    decoder.decode(call.outputs(), threshold, candidates);
    return candidates;
  }

  /** Which of the candidates last decoded stay; valid until the next call of this. */
  NonMaximumSuppression suppress(DetectionOptions options) {
    suppression.select(candidates, options, !layout.suppresses());
    return suppression;
  }

  /** What the last run tells of a candidate last decoded, beside its box. */
  Map<Attribute, Object> details(int index, Placement placement) {
    return details.of(call.outputs(), candidates, index, placement);
  }

  /** The numbers of the last run's first output; a copy. */
  float[] scores() {
    FloatBuffer values = call.outputs().get(0).values();
    float[] scores = new float[call.outputs().get(0).spec().elements()];
    values.get(0, scores);
    return scores;
  }

  @Override
  public void close() {
    details.close();
    input.close();
    call.close();
  }
}

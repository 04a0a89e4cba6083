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
  private final Suppression suppression;
  private final NonMaximumSuppression selection;
  private final PreparedPicture prepared;

  /**
   * @param call the memory, which is closed with this
   * @param layout how the outputs are read
   * @param preparation what is done to pictures before they are resized
   */
  CallSlot(
      NetworkCall call,
      InputSpec spec,
      Layout layout,
      Preparation preparation,
      Suppression suppression) {
    this.call = call;
    this.layout = layout;
    this.decoder = layout.decoder() == null ? null : layout.decoder().get();
    this.details = layout.details().get();
    this.suppression = suppression;
    this.selection = new NonMaximumSuppression(suppression);
    this.prepared = preparation.isNone() ? null : new PreparedPicture(preparation);
    this.input = new InputTensor(spec, call.input());
  }

  NetworkCall call() {
    return call;
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
    return call.run();
  }

  /** What scored above {@code threshold} in the last run; valid until the next call of this. */
  Candidates decode(float threshold) {
    candidates.clear();
    decoder.decode(call.outputs(), suppression.above(threshold), candidates);
    return candidates;
  }

  /** Which of the candidates last decoded stay; valid until the next call of this. */
  NonMaximumSuppression suppress(DetectionOptions options) {
    selection.select(candidates, options, !layout.suppresses());
    return selection;
  }

  /** What the last run tells of a candidate last decoded, beside its box. */
  Map<Attribute, Object> details(int index, Placement placement) {
    return details.of(call.outputs(), candidates, index, placement);
  }

  /** The numbers of the last run's first output for its first picture; a copy. */
  float[] scores() {
    FloatBuffer values = call.outputs().get(0).values();
    float[] scores = new float[layout.classes()];
    values.get(0, scores);
    return scores;
  }

  @Override
  public void close() {
    details.close();
    if (prepared != null) {
      prepared.close();
    }
    input.close();
    call.close();
  }
}

package io.sightline.bench;

import ai.onnxruntime.OrtException;
import io.sightline.model.DetectionOptions;
import io.sightline.model.Model;
import io.sightline.vision.Image;
import java.util.function.LongConsumer;

/** A model's whole step, from picture to result, against the network alone. */
final class ModelStep {
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);
  private static final int WARM_UP = 20;
  private static final int TURNS = 4;
  private static final double SHARE = 10;
  private static final double RATE = 1 / 0.92;

  private final String name;
  private final Model model;
  private final Image image;
  private final byte[] onnx;

  /**
   * @param onnx the network's file, null to leave the comparison with the bare network out
   */
  ModelStep(String name, Model model, Image image, byte[] onnx) {
    this.name = name;
    this.model = model;
    this.image = image;
    this.onnx = onnx;
  }

  void rows(double seconds, ModelRows out) {
    try {
      share(seconds / 2, out);
      if (onnx != null) {
        rate(seconds, out);
      }
    } catch (OrtException | InterruptedException e) {
      throw new IllegalStateException(name + ": " + e.getMessage(), e);
    }
  }

  /** One call after the other. */
  private void share(double seconds, ModelRows out) {
    for (int i = 0; i < WARM_UP; i++) {
      call(nanos -> {});
    }
    Sample whole = new Sample();
    Sample outside = new Sample();
    double[] inside = new double[1];
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      call(nanos -> inside[0] = nanos);
      double nanos = System.nanoTime() - start;
      whole.add(nanos / 1e6);
      outside.add((nanos - inside[0]) / 1e6);
    }
    double share = 100 * outside.median() / whole.median();
    String note =
        "%.2f of %.2f ms, medians of %d".formatted(outside.median(), whole.median(), whole.size());
    out.goal(name + ", before and after the network", SHARE, share, "%", note);
  }

  /** As many callers as cores, in turns with the bare network. */
  private void rate(double seconds, ModelRows out) throws OrtException, InterruptedException {
    int callers = Runtime.getRuntime().availableProcessors();
    double turn = seconds / TURNS;
    double whole = 0;
    double bare = 0;
    try (BareNetwork network = new BareNetwork(onnx)) {
      Turns.perSecond(callers, turn / 2, () -> network.caller());
      for (int i = 0; i < TURNS; i++) {
        bare += Turns.perSecond(callers, turn, () -> network.caller()) / TURNS;
        whole += Turns.perSecond(callers, turn, () -> () -> call(nanos -> {})) / TURNS;
      }
    }
    String note =
        "%.1f and %.1f pictures/s with %d callers: %.2f of the bare network"
            .formatted(bare, whole, callers, whole / bare);
    out.goal(name + ", bare network to whole step", RATE, bare / whole, "", note);
  }

  private void call(LongConsumer nanos) {
    if (model.task().findsObjects()) {
      model.detect(image, OPTIONS, nanos);
    } else {
      model.classify(image, nanos);
    }
  }
}

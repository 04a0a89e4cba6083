package io.sightline.bench;

import ai.onnxruntime.OrtException;
import com.sun.management.ThreadMXBean;
import io.sightline.model.DetectionOptions;
import io.sightline.model.Model;
import io.sightline.model.ModelReport;
import io.sightline.model.TextReader;
import io.sightline.vision.Image;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** A model's whole step, from picture to result, against the network alone. */
final class ModelStep {
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);
  private static final int WARM_UP = 20;

  /** Pairs of turns, one of the bare network and one of the whole step: their median counts. */
  private static final int PAIRS = 12;

  private static final int HEAP_CALLS = 5;
  private static final double SHARE = 10;
  private static final double RATE = 1 / 0.92;

  private final String name;
  private final String input;
  private final Step step;
  private final byte[] onnx;

  /** A call, which tells the nanoseconds inside of networks. */
  private interface Step {
    void call(LongConsumer nanos);
  }

  private ModelStep(String name, String input, Step step, byte[] onnx) {
    this.name = name;
    this.input = input;
    this.step = step;
    this.onnx = onnx;
  }

  /**
   * @param onnx the network's file, null to leave the comparison with the bare network out
   */
  static ModelStep of(ModelReport report, Model model, Image image, byte[] onnx) {
    boolean finds = model.task().findsObjects();
    Step step =
        nanos -> {
          if (finds) {
            model.detect(image, OPTIONS, nanos);
          } else {
            model.classify(image, nanos);
          }
        };
    return new ModelStep(
        report.family() + ": " + report.snapshot().id(), input(report), step, onnx);
  }

  /** Finding text and reading it, two networks, of which the second runs for each line. */
  static ModelStep of(TextReader reader, Image image) {
    Step step = nanos -> reader.read(image, true, true, nanos);
    return new ModelStep("PP-OCR: text found and read", "any size", step, null);
  }

  private static String input(ModelReport report) {
    List<Integer> shape = report.inputs().get(0).shape();
    return shape.stream()
        .map(size -> size < 0 ? "any" : size.toString())
        .collect(Collectors.joining("x"));
  }

  void rows(double seconds, ModelRows out) {
    try {
      share(seconds / 2, out);
      heap(out);
      if (onnx != null) {
        rate(seconds, out);
      }
    } catch (OrtException | InterruptedException e) {
      throw new IllegalStateException(name + ": " + e.getMessage(), e);
    }
  }

  /** One call after the other. */
  private void share(double seconds, ModelRows out) {
    long warm = System.nanoTime() + (long) (seconds * 1e9);
    for (int i = 0; i < WARM_UP && System.nanoTime() < warm; i++) {
      step.call(nanos -> {});
    }
    Sample whole = new Sample();
    Sample outside = new Sample();
    double[] inside = new double[1];
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      inside[0] = 0;
      long start = System.nanoTime();
      step.call(nanos -> inside[0] += nanos);
      double nanos = System.nanoTime() - start;
      whole.add(nanos / 1e6);
      outside.add((nanos - inside[0]) / 1e6);
    }
    double share = 100 * outside.median() / whole.median();
    String note =
        "%.2f of %.2f ms, medians of %d; input %s"
            .formatted(outside.median(), whole.median(), whole.size(), input);
    out.goal(name + ", before and after the network", SHARE, share, "%", note);
  }

  /** What a call takes of the Java heap, what it answers with among it. */
  private void heap(ModelRows out) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < HEAP_CALLS; i++) {
      step.call(nanos -> {});
    }
    long bytes = (threads.getCurrentThreadAllocatedBytes() - before) / HEAP_CALLS;
    out.figure(name + ", Java heap a call", bytes / 1024.0, "KiB", "with what it answers");
  }

  /** As many callers as cores, in turns with the bare network. */
  private void rate(double seconds, ModelRows out) throws OrtException, InterruptedException {
    int callers = Runtime.getRuntime().availableProcessors();
    double turn = seconds / PAIRS;
    Sample ratios = new Sample();
    Sample processor = new Sample();
    Sample whole = new Sample();
    Sample bare = new Sample();
    try (BareNetwork network = new BareNetwork(onnx)) {
      Turns.run(callers, turn, network::caller);
      for (int i = 0; i < PAIRS; i++) {
        Turns.Done alone = Turns.run(callers, turn, network::caller);
        Turns.Done all = Turns.run(callers, turn, () -> () -> step.call(nanos -> {}));
        bare.add(alone.perSecond());
        whole.add(all.perSecond());
        ratios.add(alone.perSecond() / all.perSecond());
        processor.add(alone.processorMillis() / all.processorMillis());
      }
    }
    String note =
        "%.1f and %.1f pictures/s with %d callers: %.2f of the bare network, %.2f in processor time"
            .formatted(
                bare.median(), whole.median(), callers, 1 / ratios.median(), processor.median());
    out.goal(name + ", bare network to whole step", RATE, ratios.median(), "", note);
  }
}

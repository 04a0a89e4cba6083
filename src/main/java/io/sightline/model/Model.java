package io.sightline.model;

import ai.onnxruntime.OrtException;
import io.sightline.vision.Classification;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * A network with what comes before and after it, shared by all sessions. Safe for several threads.
 */
public final class Model {
  /** On a device one batch runs while the next is copied there. */
  private static final int DEVICE_RUNS = 2;

  private final String id;
  private final KeptClasses classes;
  private final InputSpec spec;
  private final Network network;
  private final Recognition recognition;
  private final Layout layout;
  private final Preparation preparation;
  private final Suppression suppression;
  private final Boolean fused;
  private final FoundObjects objects;
  private final Callers<CallSlot> callers;
  private final RunTimes times = new RunTimes();

  private Model(
      ModelPackage files,
      ModelConfig config,
      Network network,
      InputSpec spec,
      Recognition recognition,
      KeptClasses classes,
      ModelSettings settings) {
    this.id = files.id();
    this.recognition = recognition;
    this.layout = recognition.layout();
    this.preparation = config.preparation();
    this.suppression = settings.suppression();
    this.fused = config.postProcessing().fused();
    this.classes = classes;
    this.objects = new FoundObjects(classes, settings.suppression() == Suppression.IOU);
    this.spec = spec;
    this.network = network;
    this.callers = callers(settings);
  }

  /**
   * Loads a model and runs it {@code warmUpRuns} times on an empty picture. Fills in one in any
   * case, so that a native library that does not load shows here and not on the first frame.
   *
   * @throws ModelException where it does not load, or is of no kind that is known here
   */
  static Model load(ModelPackage files, ModelSettings settings) {
    return load(files, files.source(), settings);
  }

  /** {@link #load(ModelPackage, ModelSettings)} with weights that were looked through before. */
  static Model load(ModelPackage files, Weights weights, ModelSettings settings) {
    opencv_core.setNumThreads(1); // of the process: callers already use every core
    Network network = Network.open(weights, settings);
    Model model = null;
    try {
      ModelConfig config = files.config();
      List<String> names = ClassNames.of(files, network);
      Recognition recognition = Recognition.of(network, config, names, files.keypointNames());
      ModelConfig.NetworkInput declared =
          config.networkInput().forFamily(recognition.layout().feed());
      InputSpec spec = InputSpec.of(network.input(), network.metadata(), declared);
      KeptClasses classes = KeptClasses.of(recognition.names(names), config, recognition);
      model = new Model(files, config, network, spec, recognition, classes, settings);
      model.warmUp(settings.warmUpRuns());
      return model;
    } catch (RuntimeException | Error e) {
      if (model != null) {
        model.close();
      } else {
        network.close();
      }
      throw e;
    }
  }

  private Callers<CallSlot> callers(ModelSettings settings) {
    Provider provider = network.provider().used();
    int most = settings.batching().most(provider);
    if (most == 1 || !network.takesBatches(spec)) {
      return new CallerPool<>(
          id, settings.callers(), () -> slot(new SingleCall(network, spec)), CallSlot::close);
    }
    int runs = provider.isDevice() ? Math.min(DEVICE_RUNS, settings.callers()) : settings.callers();
    long delay = settings.batching().delayNanos();
    return new BatchCallers(id, network, spec, most, delay, runs, this::slot);
  }

  private CallSlot slot(NetworkCall call) {
    return new CallSlot(call, spec, layout, preparation, suppression);
  }

  private void warmUp(int runs) {
    try (Scalar grey = Scalar.all(128);
        Mat picture = new Mat(480, 640, opencv_core.CV_8UC3, grey)) {
      for (int i = 0; i < Math.max(1, runs); i++) {
        warmUp(picture, runs > 0);
      }
    } catch (OrtException e) {
      throw new ModelException("the first run failed: " + e.getMessage(), e);
    }
    if (runs > 0) {
      callers.warmUp();
    }
  }

  private void warmUp(Mat picture, boolean run) throws OrtException {
    CallSlot slot = callers.take();
    try {
      slot.fill(picture);
      if (run) {
        slot.run();
        if (layout.task().findsObjects()) {
          slot.decode(1);
        }
      }
    } finally {
      callers.give(slot);
    }
  }

  public String id() {
    return id;
  }

  /** The classes' names, index is the class id; unmodifiable. */
  public List<String> classNames() {
    return classes.names();
  }

  /** The family that it was recognised as, as model.json names it. */
  String family() {
    return recognition.family().text();
  }

  public Task task() {
    return layout.task();
  }

  List<TensorSpec> inputs() {
    List<TensorSpec> inputs = new ArrayList<>(network.sides());
    inputs.add(0, network.input());
    return inputs;
  }

  List<TensorSpec> outputs() {
    return network.outputs();
  }

  /** {@link #detect(Image, DetectionOptions, LongConsumer)} for one who needs no time. */
  public Detections detect(Image image, DetectionOptions options) {
    return detect(image, options, nanos -> {});
  }

  /**
   * Finds objects on {@code image} (8 bits, blue first or grey, any size), in its pixels, most
   * confident first. Blocks until a core is free, then for the run.
   *
   * @param inferenceNanos told, on this thread, the nanoseconds inside {@code OrtSession.run},
   *     waiting for a core left out; not told where the run fails
   * @throws ModelClosedException once the model is closed
   * @throws ModelException where the model finds no objects, the picture cannot be used, the run
   *     fails or the thread is interrupted while it waits
   */
  public Detections detect(Image image, DetectionOptions options, LongConsumer inferenceNanos) {
    if (!layout.task().findsObjects()) {
      throw otherTask("finds no objects");
    }
    return call(image, slot -> detect(slot, image, options, inferenceNanos));
  }

  /**
   * Scores the classes of {@code image} as a whole. Blocks as {@link #detect}.
   *
   * @param inferenceNanos as there
   * @throws ModelException where the model is no classifier, and as {@link #detect}
   */
  public Classification classify(Image image, LongConsumer inferenceNanos) {
    if (layout.task().findsObjects()) {
      throw otherTask("classifies no pictures");
    }
    return call(
        image,
        slot -> {
          run(slot, image, inferenceNanos);
          float[] scores = Scores.of(slot.scores(), layout.task(), fused);
          return new Classification(classes.names(), scores, image.width(), image.height());
        });
  }

  private ModelException otherTask(String reason) {
    return new ModelException(
        "model '%s' %s: it is for %s".formatted(id, reason, layout.task().text()));
  }

  /** What is done with the memory of a caller. */
  private interface Call<T> {
    T with(CallSlot slot) throws OrtException;
  }

  private <T> T call(Image image, Call<T> call) {
    CallSlot slot = callers.take();
    try {
      image.retain();
      try {
        return call.with(slot);
      } finally {
        image.release();
      }
    } catch (ModelException e) {
      throw e;
    } catch (OrtException | RuntimeException e) {
      throw new ModelException("a run of model '%s' failed: %s".formatted(id, e.getMessage()), e);
    } finally {
      callers.give(slot);
    }
  }

  private Detections detect(
      CallSlot slot, Image image, DetectionOptions options, LongConsumer inferenceNanos)
      throws OrtException {
    Placement placement = run(slot, image, inferenceNanos);
    Candidates candidates = slot.decode(options.confidence());
    NonMaximumSuppression kept = slot.suppress(options);
    return objects.on(image, placement, candidates, kept, options, i -> slot.details(i, placement));
  }

  private Placement run(CallSlot slot, Image image, LongConsumer inferenceNanos)
      throws OrtException {
    Placement placement = slot.fill(image.pixels());
    long nanos = slot.run();
    times.add(nanos);
    inferenceNanos.accept(nanos);
    return placement;
  }

  /** What runs it. */
  String provider() {
    return network.provider().text();
  }

  /** What runs it, and why nothing better does. */
  ProviderChoice providers() {
    return network.provider();
  }

  /** How often and how fast it ran. */
  RunTimes times() {
    return times;
  }

  @Override
  public String toString() {
    return "%s: %s, %s, %s, %s, %d classes, %s"
        .formatted(
            id,
            recognition.family().text(),
            layout.task().text(),
            network.input(),
            spec.resize(),
            classes.names().size(),
            network.outputs());
  }

  /** Waits for the calls under way, then frees everything. May be called twice. */
  void close() {
    callers.close();
    network.close();
  }
}

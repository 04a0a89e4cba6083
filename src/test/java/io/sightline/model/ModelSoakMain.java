package io.sightline.model;

import io.sightline.settings.ReferenceFile;
import io.sightline.soak.Growth;
import io.sightline.vision.Image;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Loads a real model, runs it and lets it leave memory for another one, again and again, and prints
 * {@code cycle, resident KiB, threads} now and then. A process of its own: with a heap of fixed
 * size what grows is native. The argument is the number of cycles.
 */
final class ModelSoakMain {
  /** Cycles between two lines. */
  static final int STRIDE = 5;

  private static final String REAL = "ssdlite-mobilenet-v2";
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);

  private ModelSoakMain() {}

  public static void main(String[] args) throws Exception {
    Map<String, ModelPackage> known = new LinkedHashMap<>();
    known.put("stays", EchoModel.files("stays", true));
    known.put("other", EchoModel.files("other", true));
    known.put(REAL, BundledModels.all().get(REAL));
    Map<String, String> environment =
        Map.of(
            "SIGHTLINE_MODEL_DEFAULT", "stays",
            "SIGHTLINE_MODELS_LOADED_MAX", "2",
            "SIGHTLINE_MODELS_IDLE_TIME", "0",
            "SIGHTLINE_MODEL_CALLERS", "2",
            "SIGHTLINE_MODEL_WARM_UP_RUNS", "1");
    ModelStore store = new ModelStore(new ReferenceFile(environment).settings(), known);
    store.warmUp();
    Growth growth = new Growth();
    for (int cycle = 1; cycle <= Integer.parseInt(args[0]); cycle++) {
      run(store, REAL);
      run(store, "other");
      if (!store.report(REAL).snapshot().state().equals("idle")) {
        throw new IllegalStateException("it did not leave: " + store.report(REAL));
      }
      if (cycle % STRIDE == 0) {
        growth.sample(cycle);
      }
    }
    store.close();
    // the native threads end with the process
    Runtime.getRuntime().halt(0);
  }

  private static void run(ModelStore store, String id) {
    try (Scalar grey = Scalar.all(99)) {
      Image picture = Pictures.frame(new Mat(240, 320, opencv_core.CV_8UC3, grey));
      try {
        detect(store, id, picture);
      } finally {
        picture.release();
      }
    }
  }

  /** Without an idle time a model may leave between the look-up and the call, as for a block. */
  private static void detect(ModelStore store, String id, Image picture) {
    try {
      store.get(id).detect(picture, OPTIONS);
    } catch (ModelClosedException e) {
      store.get(id).detect(picture, OPTIONS);
    }
  }
}

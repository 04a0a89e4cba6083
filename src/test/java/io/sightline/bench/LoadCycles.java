package io.sightline.bench;

import io.sightline.model.DetectionOptions;
import io.sightline.model.ModelStore;
import io.sightline.vision.Image;
import java.io.IOException;
import java.util.Map;

/** A model that is loaded, used and freed again and again. */
final class LoadCycles {
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);
  private static final int CYCLES = 200;
  private static final int SETTLED = 60;
  private static final int EVERY = 10;
  private static final double GOAL_KIBIBYTES = 50;

  private final Image image;

  LoadCycles(Image image) {
    this.image = image;
  }

  void rows(ModelRows out) throws IOException {
    Proc self = new Proc(ProcessHandle.current().pid());
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    double last = 0;
    for (int cycle = 1; cycle <= CYCLES; cycle++) {
      cycle();
      if (cycle >= SETTLED && cycle % EVERY == 0) {
        System.gc();
        last = self.rssMebibytes();
        n++;
        x += cycle;
        y += last;
        xx += (double) cycle * cycle;
        xy += cycle * last;
      }
    }
    double slope = 1024 * (n * xy - x * y) / (n * xx - x * x);
    out.goal(
        "resident memory, growth with each load and unload",
        GOAL_KIBIBYTES,
        slope,
        "KiB",
        "%d cycles, slope of the last %d, resident %.0f MiB in the end"
            .formatted(CYCLES, CYCLES - SETTLED, last));
  }

  private void cycle() {
    try (ModelStore store = ModelsMain.store(null, Map.of("SIGHTLINE_MODEL_WARM_UP_RUNS", "0"))) {
      store.get("ssdlite-mobilenet-v2").detect(image, OPTIONS);
    }
  }
}

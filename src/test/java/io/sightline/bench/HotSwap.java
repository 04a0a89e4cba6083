package io.sightline.bench;

import io.sightline.model.DetectionOptions;
import io.sightline.model.Model;
import io.sightline.model.ModelClosedException;
import io.sightline.model.ModelException;
import io.sightline.model.ModelStore;
import io.sightline.vision.Image;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A model that is replaced again and again while frames go through it. */
final class HotSwap {
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);
  private static final int SWAPS = 10;
  private static final int PATIENCE_MILLIS = 60_000;
  private static final String ID = "swapped";

  private final Path directory;
  private final Image image;
  private final AtomicInteger frames = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicLong longest = new AtomicLong();

  HotSwap(Path directory, Image image) {
    this.directory = directory;
    this.image = image;
  }

  void rows(ModelRows out) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(directory.resolve(ID));
    byte[] weights = bundled("weights.onnx");
    Files.write(folder.resolve("model.json"), bundled("model.json"));
    Files.write(folder.resolve("weights.onnx"), weights);
    int swaps = 0;
    try (ModelStore store = ModelsMain.store(directory.toString(), Map.of())) {
      store.get(ID);
      Thread[] threads = new Thread[Runtime.getRuntime().availableProcessors()];
      for (int i = 0; i < threads.length; i++) {
        threads[i] = new Thread(() -> work(store));
        threads[i].start();
      }
      for (int i = 0; i < SWAPS; i++) {
        swaps += swap(store, folder.resolve("weights.onnx"), weights) ? 1 : 0;
      }
      for (Thread thread : threads) {
        thread.interrupt();
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    out.goal(
        "frames lost while a model in use is replaced",
        0,
        failed.get(),
        "",
        "%d replacements, %d frames, the longest took %d ms"
            .formatted(swaps, frames.get(), longest.get() / 1_000_000));
  }

  private static byte[] bundled(String file) throws IOException {
    try (InputStream in = Model.class.getResourceAsStream("ssdlite-mobilenet-v2/" + file)) {
      return in.readAllBytes();
    }
  }

  /** As a step of a workflow calls it. */
  private void work(ModelStore store) {
    while (!Thread.currentThread().isInterrupted()) {
      long start = System.nanoTime();
      try {
        call(store);
        frames.incrementAndGet();
      } catch (ModelException e) {
        if (!Thread.currentThread().isInterrupted()) {
          failed.incrementAndGet();
          System.err.println("bench: a frame failed: " + e.getMessage());
        }
      }
      longest.accumulateAndGet(System.nanoTime() - start, Math::max);
    }
  }

  private void call(ModelStore store) {
    try {
      store.get(ID).detect(image, OPTIONS);
    } catch (ModelClosedException e) {
      store.get(ID).detect(image, OPTIONS);
    }
  }

  /** Writes other bytes that mean the same; answers whether they were taken up. */
  private static boolean swap(ModelStore store, Path file, byte[] weights)
      throws IOException, InterruptedException {
    Model before = store.get(ID);
    Path beside = file.resolveSibling("weights.part");
    Files.write(beside, weights);
    Files.move(
        beside,
        file,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    for (int waited = 0; waited < PATIENCE_MILLIS; waited += 100) {
      store.refresh();
      if (store.get(ID) != before) {
        return true;
      }
      Thread.sleep(100);
    }
    return false;
  }
}

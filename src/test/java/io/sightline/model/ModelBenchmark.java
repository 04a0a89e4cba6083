package io.sightline.model;

import com.sun.management.ThreadMXBean;
import io.sightline.settings.ReferenceFile;
import io.sightline.vision.Image;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Prints how long a call of the default model takes, inside and outside OrtSession.run, and how
 * many calls a second one and two callers get. Run its {@code main} with the test class path.
 */
final class ModelBenchmark {
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);
  private static final int CALLS = 200;

  private ModelBenchmark() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (ModelStore store = new ModelStore(new ReferenceFile(Map.of()).settings())) {
      long start = System.nanoTime();
      Model model = store.get("ssdlite-mobilenet-v2");
      System.out.printf("load and warm-up %.0f ms%n", (System.nanoTime() - start) / 1e6);
      Image frame = Pictures.vtest();
      for (int[] size : new int[][] {{640, 480}, {1280, 720}}) {
        Image image = Pictures.scaled(frame, size[0], size[1]);
        time(model, image, CALLS);
        long[][] nanos = time(model, image, CALLS);
        System.out.printf("%dx%d%n", size[0], size[1]);
        print("outside the run", nanos[0]);
        print("inside the run", nanos[1]);
        System.out.printf("  allocated in a call: %d bytes%n", allocated(model, image));
        for (int callers = 1; callers <= 2; callers++) {
          System.out.printf("  %d callers: %.1f calls/s%n", callers, rate(model, image, callers));
        }
        image.release();
      }
      frame.release();
    }
  }

  /** Nanoseconds of each call outside and inside the run. */
  private static long[][] time(Model model, Image image, int calls) {
    long[][] nanos = new long[2][calls];
    for (int i = 0; i < calls; i++) {
      int call = i;
      long start = System.nanoTime();
      model.detect(image, OPTIONS, inside -> nanos[1][call] = inside);
      nanos[0][i] = System.nanoTime() - start - nanos[1][i];
    }
    return nanos;
  }

  /** Bytes that a call takes from the Java heap, on average. */
  private static long allocated(Model model, Image image) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < CALLS; i++) {
      model.detect(image, OPTIONS);
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
  }

  private static double rate(Model model, Image image, int callers) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(callers);
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime();
    for (int c = 0; c < callers; c++) {
      threads.add(
          new Thread(
              () -> {
                time(model, image, CALLS / 2);
                done.countDown();
              }));
    }
    threads.forEach(Thread::start);
    done.await();
    return callers * (CALLS / 2) * 1e9 / (System.nanoTime() - start);
  }

  private static void print(String what, long[] nanos) {
    System.out.printf(
        "  %s: least %.2f, p50 %.2f, p95 %.2f ms%n",
        what, at(nanos, 0), at(nanos, 0.5), at(nanos, 0.95));
  }

  private static double at(long[] nanos, double quantile) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) (sorted.length * quantile)] / 1e6;
  }
}

package io.sightline.bench;

import com.sun.management.ThreadMXBean;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.vision.VideoMetadata;
import io.sightline.workflow.IdleWorkflow;
import io.sightline.workflow.Parameters;
import io.sightline.workflow.Workflow;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * What the engine itself takes for a frame: ten steps that do nothing, run as often as the argument
 * says, in a process of its own. Writes an {@link EngineCost} as one line.
 */
final class EngineMain {
  private static final int WARM_UP = 100_000;
  private static final int QUARTERS = 4;
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  private final ImagePool pool = new ImagePool(4);
  private final Workflow workflow = IdleWorkflow.compile();
  private final Parameters parameters = workflow.bind(Map.of());
  private final Image frame =
      Image.frame(
          pool.take(640, 480, 3),
          pool,
          "image",
          new VideoMetadata("video", 1, Instant.EPOCH, 30.0, null, null));

  private EngineMain() {}

  public static void main(String[] args) throws Exception {
    System.out.println(new EngineMain().measure(Integer.parseInt(args[0])).line());
    Runtime.getRuntime().halt(0);
  }

  private EngineCost measure(int runs) throws IOException {
    run(new long[WARM_UP]);
    long[] nanos = new long[runs / QUARTERS];
    long[] all = new long[nanos.length * QUARTERS];
    run(nanos);
    Memory before = Memory.now();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      run(nanos);
      System.arraycopy(nanos, 0, all, quarter * nanos.length, nanos.length);
    }
    bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    Memory after = Memory.now();
    Arrays.sort(all);
    return new EngineCost(
        all.length,
        all[all.length / 2] / 1e6,
        all[(int) (all.length * 0.99)] / 1e6,
        bytes / 1024.0 / all.length,
        after.heap - before.heap,
        after.resident - before.resident,
        after.resident);
  }

  private void run(long[] nanos) {
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      try (ImageScope scope = new ImageScope(pool)) {
        workflow.run(frame, parameters, scope);
      }
      nanos[i] = System.nanoTime() - start;
    }
  }

  /** Mebibytes in use after a collection of garbage. */
  private record Memory(double heap, double resident) {
    static Memory now() throws IOException {
      for (int i = 0; i < 3; i++) {
        System.gc();
      }
      Runtime runtime = Runtime.getRuntime();
      return new Memory(
          (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0,
          new Proc(ProcessHandle.current().pid()).rssMebibytes());
    }
  }
}

package io.sightline.bench;

import io.sightline.model.DetectionOptions;
import io.sightline.model.ModelStore;
import io.sightline.vision.Image;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * A model that is loaded, used and freed again and again, in a process of its own. Resident memory
 * is what nobody has freed and what the allocator keeps of the rest, which comes and goes by half a
 * gigabyte: so the process has one arena, blocks of more than 64 KiB are the system's own, and
 * before it is read garbage is collected and the allocator gives back what is free.
 */
final class LoadCycles {
  static final Map<String, String> ENVIRONMENT =
      Map.of("MALLOC_ARENA_MAX", "1", "MALLOC_MMAP_THRESHOLD_", "65536");

  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);
  private static final int CYCLES = 200;
  private static final int SETTLED = 60;
  private static final int EVERY = 5;
  private static final double GOAL_KIBIBYTES = 50;

  private LoadCycles() {}

  /** Writes {@link ModelRows} on standard output, nothing else. */
  public static void main(String[] args) throws Exception {
    PrintStream rows = System.out;
    System.setOut(System.err);
    rows(ModelsMain.frame(1280, 720), new ModelRows(rows));
    Runtime.getRuntime().halt(0);
  }

  private static void rows(Image image, ModelRows out) throws IOException {
    Proc self = new Proc(ProcessHandle.current().pid());
    Slope resident = new Slope();
    boolean trimmed = true;
    for (int cycle = 1; cycle <= CYCLES; cycle++) {
      cycle(image);
      if (cycle >= SETTLED && cycle % EVERY == 0) {
        System.gc();
        trimmed &= trim();
        resident.add(cycle, self.rssMebibytes());
      }
    }
    out.goal(
        "resident memory, growth with each load and unload",
        GOAL_KIBIBYTES,
        1024 * resident.median(),
        "KiB",
        "%d cycles, median of the slopes between any two of the last %d; resident %.0f to %.0f MiB%s"
            .formatted(
                CYCLES,
                CYCLES - SETTLED,
                resident.least(),
                resident.most(),
                trimmed ? "" : ", with free pages: this JVM cannot trim them"));
  }

  private static void cycle(Image image) {
    try (ModelStore store = ModelsMain.store(null, Map.of("SIGHTLINE_MODEL_WARM_UP_RUNS", "0"))) {
      store.get("ssdlite-mobilenet-v2").detect(image, OPTIONS);
    }
  }

  /** Has the C library give free pages back to the system; false where the JVM cannot. */
  private static boolean trim() {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "systemTrimNativeHeap",
              new Object[0],
              new String[0]);
      return true;
    } catch (JMException e) {
      return false;
    }
  }
}

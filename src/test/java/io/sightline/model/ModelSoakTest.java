package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.soak.Growth;
import io.sightline.soak.SoakProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Two hundred times a model comes and goes: nothing of it may stay. */
@EnabledOnOs(OS.LINUX)
class ModelSoakTest {
  private static final int CYCLES = 200;

  /** Cycles in which code is compiled and allocators find their size. */
  private static final int WARM_UP = 60;

  /**
   * The allocator's own ups and downs of some 20 MiB make about 70 KiB a load of it; a model that
   * stays is more than 9 MiB.
   */
  private static final double KIB_A_CYCLE = 400;

  @Test
  @DisplayName("N-12: a model that left memory leaves neither memory nor threads behind")
  void twoHundredLoadsLeaveNeitherMemoryNorThreadsBehind() throws Exception {
    Growth growth = SoakProcess.run(ModelSoakMain.class, CYCLES);
    assertEquals(CYCLES / ModelSoakMain.STRIDE, growth.size(), "it ended early");
    double kib = growth.kibPerCycle(WARM_UP);
    double threads = growth.threadsPerCycle(WARM_UP);
    System.out.printf(
        "%d loads: %.1f KiB and %.4f threads a load after the first %d%n",
        CYCLES, kib, threads, WARM_UP);
    assertTrue(kib < KIB_A_CYCLE, () -> kib + " KiB stay of each load: " + growth);
    assertTrue(threads < 0.02, () -> threads + " threads stay of each load: " + growth);
  }
}

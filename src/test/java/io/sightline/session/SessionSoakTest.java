package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.soak.Growth;
import io.sightline.soak.SoakProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Three hundred sessions, one after the other: nothing of them may stay. */
@EnabledOnOs(OS.LINUX)
class SessionSoakTest {
  private static final int CYCLES = 300;

  /** Cycles in which code is compiled and allocators find their size. */
  private static final int WARM_UP = 60;

  /** A pair of connections leaves about 38 KiB in the library itself; four times that is a leak. */
  private static final double KIB_A_CYCLE = 150;

  @Test
  @DisplayName("S-2: a session that ended leaves neither memory nor threads behind")
  void threeHundredSessionsLeaveNeitherMemoryNorThreadsBehind() throws Exception {
    Growth growth = SoakProcess.run(SessionSoakMain.class, CYCLES);
    assertEquals(CYCLES / SessionSoakMain.STRIDE, growth.size(), "it ended early");
    double kib = growth.kibPerCycle(WARM_UP);
    double threads = growth.threadsPerCycle(WARM_UP);
    System.out.printf(
        "%d sessions: %.1f KiB and %.4f threads a cycle after the first %d%n",
        CYCLES, kib, threads, WARM_UP);
    assertTrue(kib < KIB_A_CYCLE, () -> kib + " KiB stay of each session: " + growth);
    assertTrue(threads < 0.02, () -> threads + " threads stay of each session: " + growth);
  }
}

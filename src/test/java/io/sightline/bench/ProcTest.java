package io.sightline.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcTest {
  @Test
  void addsUserAndSystemTimeBehindANameWithBrackets() {
    String stat =
        "4711 (java (x) y) S 1 4711 4711 0 -1 4194560 99 0 3 0 1250 350 0 0 20 0 40 0 77 1 2";
    assertEquals(16.0, Proc.cpuSeconds(stat));
  }

  @Test
  void readsMemoryInKibibytes() {
    List<String> rollup = List.of("Rss:      204800 kB", "Pss:      102400 kB", "Pss_Anon:   1 kB");
    assertEquals(100.0, Proc.mebibytes("Pss", rollup));
  }

  @Test
  void addsTheHeapOfEveryGenerationButNotTheMetaspace() {
    String outline =
        """
        4711:
         def new generation   total 39296K, used 1024K [0x0, 0x1)
         tenured generation   total 87424K, used 2048K [0x0, 0x1)
         Metaspace       used 100K, committed 192K, reserved 1114112K
        """;
    assertEquals(3.0, Proc.heapMebibytes(outline));
  }

  @Test
  void readsTheIdleTimeOfTheMachine() {
    assertEquals(30.0, Proc.idleSeconds("cpu  100 0 50 3000 12 0 0 0 0 0"));
  }

  @Test
  void readsItsOwnProcess() throws Exception {
    Proc self = new Proc(ProcessHandle.current().pid());
    assertTrue(self.cpuSeconds() > 0);
    assertTrue(self.rssMebibytes() > 1);
    assertTrue(self.pssMebibytes() > 1);
    assertTrue(self.threads() > 1);
  }
}

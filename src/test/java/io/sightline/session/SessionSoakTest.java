package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  private record Sample(double cycle, double residentKib, double threads) {
    static Sample of(String line) {
      double[] v = Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
      return new Sample(v[0], v[1], v[2]);
    }
  }

  @Test
  @DisplayName("S-2: a session that ended leaves neither memory nor threads behind")
  void threeHundredSessionsLeaveNeitherMemoryNorThreadsBehind() throws Exception {
    List<Sample> samples = soak();
    assertEquals(CYCLES / SessionSoakMain.STRIDE, samples.size(), "it ended early");
    List<Sample> warm = samples.stream().filter(s -> s.cycle >= WARM_UP).toList();
    double kib = slope(warm, false);
    double threads = slope(warm, true);
    System.out.printf(
        "%d sessions: %.1f KiB and %.4f threads a cycle after the first %d; %.0f MiB, %.0f"
            + " threads%n",
        CYCLES,
        kib,
        threads,
        WARM_UP,
        warm.get(warm.size() - 1).residentKib / 1024,
        warm.get(warm.size() - 1).threads);
    assertTrue(kib < KIB_A_CYCLE, () -> kib + " KiB stay of each session: " + warm);
    assertTrue(threads < 0.02, () -> threads + " threads stay of each session: " + warm);
  }

  private static List<Sample> soak() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms128m",
            "-Xmx128m",
            "-XX:+AlwaysPreTouch",
            "-cp",
            System.getProperty("java.class.path"),
            SessionSoakMain.class.getName(),
            Integer.toString(CYCLES));
    builder.environment().put("MALLOC_ARENA_MAX", "4");
    builder.redirectError(Path.of("target", "session-soak.log").toFile());
    Process process = builder.start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      List<Sample> samples = new ArrayList<>();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.matches("\\d+ \\d+ \\d+")) {
          samples.add(Sample.of(line));
        }
      }
      return samples;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Least squares of memory or threads over cycles. */
  private static double slope(List<Sample> samples, boolean threads) {
    double n = samples.size();
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (Sample sample : samples) {
      double value = threads ? sample.threads : sample.residentKib;
      x += sample.cycle;
      y += value;
      xx += sample.cycle * sample.cycle;
      xy += sample.cycle * value;
    }
    return (n * xy - x * y) / (n * xx - x * x);
  }
}

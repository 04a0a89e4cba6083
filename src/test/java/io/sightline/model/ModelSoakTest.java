package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
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

  private record Sample(double cycle, double residentKib, double threads) {}

  @Test
  @DisplayName("N-12: a model that left memory leaves neither memory nor threads behind")
  void twoHundredLoadsLeaveNeitherMemoryNorThreadsBehind() throws Exception {
    List<Sample> samples = soak();
    assertEquals(CYCLES / ModelSoakMain.STRIDE, samples.size(), "it ended early");
    List<Sample> warm = samples.stream().filter(s -> s.cycle >= WARM_UP).toList();
    double kib = slope(warm, Sample::residentKib);
    double threads = slope(warm, Sample::threads);
    System.out.printf(
        "%d loads: %.1f KiB and %.4f threads a load after the first %d; %.0f MiB%n",
        CYCLES, kib, threads, WARM_UP, warm.get(warm.size() - 1).residentKib / 1024);
    assertTrue(kib < KIB_A_CYCLE, () -> kib + " KiB stay of each load: " + warm);
    assertTrue(threads < 0.02, () -> threads + " threads stay of each load: " + warm);
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
            ModelSoakMain.class.getName(),
            Integer.toString(CYCLES));
    builder.environment().put("MALLOC_ARENA_MAX", "4");
    builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
    builder.redirectError(Path.of("target", "model-soak.log").toFile());
    Process process = builder.start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      List<Sample> samples = new ArrayList<>();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.matches("\\d+ \\d+ \\d+")) {
          String[] v = line.split(" ");
          samples.add(
              new Sample(
                  Double.parseDouble(v[0]), Double.parseDouble(v[1]), Double.parseDouble(v[2])));
        }
      }
      return samples;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Least squares over cycles. */
  private static double slope(List<Sample> samples, ToDoubleFunction<Sample> value) {
    double meanX = samples.stream().mapToDouble(Sample::cycle).average().orElseThrow();
    double meanY = samples.stream().mapToDouble(value).average().orElseThrow();
    double above = 0;
    double below = 0;
    for (Sample sample : samples) {
      above += (sample.cycle - meanX) * (value.applyAsDouble(sample) - meanY);
      below += (sample.cycle - meanX) * (sample.cycle - meanX);
    }
    return above / below;
  }
}

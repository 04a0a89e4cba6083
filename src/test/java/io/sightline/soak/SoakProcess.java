package io.sightline.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own for a soak: with a heap of fixed size what grows is native. */
public final class SoakProcess {
  private SoakProcess() {}

  /**
   * Runs a class until it ends; its errors go to a file of its name in {@code target}.
   *
   * @param main takes the number of cycles and has a {@link Growth} of its own sample
   * @return what it sampled
   */
  public static Growth run(Class<?> main, int cycles) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms128m",
            "-Xmx128m",
            "-XX:+AlwaysPreTouch",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            Integer.toString(cycles));
    builder.environment().put("MALLOC_ARENA_MAX", "4");
    builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
    builder.redirectError(Path.of("target", main.getSimpleName() + ".log").toFile());
    Process process = builder.start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      Growth growth = new Growth();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        growth.read(line);
      }
      return growth;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}

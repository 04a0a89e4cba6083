package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class OnnxRuntimeTest {
  private static final int SIGTERM = 128 + 15;
  private static final int MILLIS_FOR_OTHER_HOOKS = 1000;

  /** A server whose load goes on for a while after it was told to stop. */
  static final class Server {
    private Server() {}

    public static void main(String[] args) throws Exception {
      PrintStream out = System.out;
      ModelSettings settings = ModelSettings.from(new ReferenceFile(Map.of()).settings());
      Model.load(EchoModel.files("first", true), settings);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    try {
                      Thread.sleep(MILLIS_FOR_OTHER_HOOKS);
                      Model late = Model.load(EchoModel.files("late", true), settings);
                      late.close();
                      out.println("loaded while the server stops");
                    } catch (InterruptedException | RuntimeException e) {
                      out.println(e);
                    }
                  }));
      out.println("ready");
      System.in.read();
    }
  }

  @Test
  @DisplayName("N-9: ONNX Runtime stays until the process ends, whatever its own hook does")
  void staysUntilTheProcessEnds() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Server.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("ready", out.readLine());
      process.toHandle().destroy(); // SIGTERM, and its words are still heard
      assertEquals(List.of("loaded while the server stops"), out.lines().toList());
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(SIGTERM, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }
}

package io.sightline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@link EchoMain} as a child process. */
final class EchoProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Writer out;
  private final BufferedReader in;

  EchoProcess(Path log) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                EchoMain.class.getName())
            .redirectError(log.toFile())
            .start();
    out = process.outputWriter(StandardCharsets.UTF_8);
    in = process.inputReader(StandardCharsets.UTF_8);
  }

  long pid() {
    return process.pid();
  }

  /** The answer to an offer that has all its candidates. */
  String answer(String offer) throws IOException {
    out.write(JSON.writeValueAsString(Map.of("offer", offer)));
    out.write('\n');
    out.flush();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("{\"answer\"")) {
        return JSON.readTree(line).path("answer").asText();
      }
    }
    throw new IOException("the echo process ended without an answer; its log tells why");
  }

  @Override
  public void close() throws IOException {
    try (in) {
      out.close();
      process.onExit().completeOnTimeout(null, 5, TimeUnit.SECONDS).join();
    } finally {
      process.destroyForcibly();
    }
  }
}

package io.sightline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.onvoid.webrtc.RTCIceCandidate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** {@link EchoMain} as a child process, for one call after the other. */
final class EchoProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Writer out;
  private volatile Consumer<RTCIceCandidate> trickle = candidate -> {};
  private volatile CompletableFuture<String> answer = new CompletableFuture<>();

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
    Thread reader = new Thread(this::read, "echo-reader");
    reader.setDaemon(true);
    reader.start();
  }

  long pid() {
    return process.pid();
  }

  /** Takes the client's candidates; the echo forgets those that come before the offer. */
  Consumer<RTCIceCandidate> candidates() {
    CompletableFuture<String> offered = new CompletableFuture<>();
    answer = offered;
    return candidate -> offered.thenRun(() -> write(EchoMain.candidate(candidate)));
  }

  /** The answer to an offer; the echo's candidates go to {@code onCandidate}. */
  String answer(String offer, Consumer<RTCIceCandidate> onCandidate) throws Exception {
    trickle = onCandidate;
    write(Map.of("offer", offer));
    return answer.get(20, TimeUnit.SECONDS);
  }

  private synchronized void write(Object message) {
    try {
      out.write(JSON.writeValueAsString(message));
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("{")) {
          JsonNode message = JSON.readTree(line);
          if (message.has("answer")) {
            answer.complete(message.path("answer").asText());
          } else {
            trickle.accept(EchoMain.candidate(message));
          }
        }
      }
    } catch (IOException e) {
      answer.completeExceptionally(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
      process.onExit().completeOnTimeout(null, 5, TimeUnit.SECONDS).join();
    } finally {
      process.destroyForcibly();
    }
  }
}

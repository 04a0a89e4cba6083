package io.sightline.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The installed server on ports of its own, with a work folder of its own, so that a server which
 * runs from the same installation is not disturbed.
 */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final int port;
  private final Path log;

  /** Starts it; {@code work} takes its work folder and its log. */
  ServerProcess(Path liberty, Path work) throws IOException {
    Files.createDirectories(work);
    log = work.resolve("server.log");
    port = port("HTTP_PORT");
    ProcessBuilder builder =
        new ProcessBuilder(liberty.resolve("bin/server").toString(), "run", "sightline")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("HTTP_HOST", "localhost");
    builder.environment().put("HTTP_PORT", Integer.toString(port));
    builder.environment().put("HTTPS_PORT", Integer.toString(port("HTTPS_PORT")));
    builder.environment().put("WLP_OUTPUT_DIR", work.resolve("output").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process = builder.start();
  }

  /** The server's JVM: the start script replaces itself by it. */
  long pid() {
    return process.pid();
  }

  URI socket() {
    return URI.create("ws://localhost:" + port + "/ws/signaling");
  }

  /** Waits for readiness: libraries loaded, model warm. */
  void awaitReady(HttpClient http, Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/ready")).build();
    String last = "no answer";
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new IOException("the server ended with " + process.exitValue() + "; see " + log);
      }
      try {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        last = answer.statusCode() + " " + answer.body();
        // before the application has started there are no checks, and no checks are all up
        if (answer.statusCode() == 200 && last.contains("\"name\"")) {
          return;
        }
      } catch (IOException e) {
        last = e.toString();
      }
      Thread.sleep(200);
    }
    throw new IOException("not ready after " + patience + ": " + last + "; see " + log);
  }

  private static int port(String variable) throws IOException {
    String given = System.getenv(variable);
    if (given != null && !given.isBlank()) {
      return Integer.parseInt(given);
    }
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(null, 30, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}

package io.sightline.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightline.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Payara Micro with the same WAR as Open Liberty's and the libraries with native code beside it, in
 * a process and a directory of its own, on a port that the system chose.
 */
public final class PayaraServer implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 240;

  private final Path directory;
  private final URI base;
  private final OwnProcess process;

  private PayaraServer(Map<String, String> settings) throws IOException {
    Path parent = Files.createDirectories(Path.of("target/it").toAbsolutePath());
    directory = Files.createTempDirectory(parent, "payara-");
    int port = freePort();
    base = URI.create("http://localhost:" + port + "/");
    process = new OwnProcess(launch(port, settings));
  }

  /** Starts it with settings named as in the reference file, and waits for the end of its start. */
  public static PayaraServer start(Map<String, String> settings) {
    try {
      PayaraServer server = new PayaraServer(settings);
      server.awaitStart();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of the page. */
  public URI uri() {
    return base;
  }

  /** All that the log holds by now. */
  public String logText() {
    try {
      return Files.readString(directory.resolve("console.log"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the application is there and all its checks are up. */
  public boolean isReady() {
    return HttpAnswer.get(base.resolve("health/ready")).isUp();
  }

  private Process launch(int port, Map<String, String> settings) throws IOException {
    Path temporary = Files.createDirectories(directory.resolve("tmp"));
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                Path.of(System.getProperty("sightline.payara", "target/payara/payara-micro.jar"))
                    .toAbsolutePath()
                    .toString(),
                "--rootdir",
                directory.resolve("root").toString(),
                "--addlibs",
                natives(),
                "--deploy",
                ServerDirectory.war().toString(),
                "--contextroot",
                "/",
                "--nocluster",
                "--port",
                Integer.toString(port)));
    builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
    settings.forEach(
        (name, value) -> builder.environment().put(Settings.environmentName(name), value));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("console.log").toFile())
        .start();
  }

  private static String natives() throws IOException {
    Path folder =
        Path.of(System.getProperty("sightline.liberty", "target/liberty/wlp"))
            .resolve("usr/shared/resources/natives")
            .toAbsolutePath();
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private void awaitStart() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!logText().contains(" ready in ")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException("Payara did not start: " + logText());
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  /** Stops it and waits. */
  @Override
  public void close() {
    process.close();
  }
}

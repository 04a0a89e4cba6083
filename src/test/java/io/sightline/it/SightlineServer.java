package io.sightline.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightline.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Open Liberty with Sightline on it, in a process and a directory of its own, on ports that the
 * system chose. Every start makes a fresh directory from the server that the build has installed.
 */
public final class SightlineServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(240);
  private static final Pattern LISTENS =
      Pattern.compile("CWWKO0219I: TCP Channel defaultHttpEndpoint(-ssl)? .* port (\\d+)\\.");
  private static final Pattern REFUSED = Pattern.compile("CWWKZ000[24]E.*");
  private static final Pattern SETTING = Pattern.compile("SettingsException: (.*)");

  private static SightlineServer shared;

  private final ServerDirectory directory;
  private final OwnProcess process;
  private URI base;

  private SightlineServer(ServerDirectory directory, Map<String, String> settings) {
    this.directory = directory;
    this.process = new OwnProcess(directory.launch(environment(settings)));
  }

  /** The one server with default settings; the first caller starts it, the last test ends it. */
  public static synchronized SightlineServer shared() {
    if (shared == null) {
      shared = start(Map.of());
    }
    return shared;
  }

  /**
   * Starts the WAR and waits until it is ready.
   *
   * @param settings names as in the reference file ({@code sightline.session.limit}), or the plain
   *     name of an environment variable
   * @throws IllegalStateException with the sentence of the log where the server refuses to start
   */
  public static SightlineServer start(Map<String, String> settings) {
    return start(ServerDirectory.war(), settings);
  }

  /** Starts {@code archive}, a WAR or an EAR, and waits until it is ready. */
  public static SightlineServer start(Path archive, Map<String, String> settings) {
    SightlineServer server = new SightlineServer(ServerDirectory.create(archive), settings);
    try {
      server.awaitReady();
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** The address of the page: {@code http://localhost:<port>/}. */
  public URI uri() {
    return base;
  }

  /** The address of {@code path}, given without a leading slash. */
  public URI uri(String path) {
    return base.resolve(path);
  }

  /** The address of a WebSocket at {@code path}, given without a leading slash. */
  public URI webSocketUri(String path) {
    return URI.create("ws" + uri(path).toString().substring("http".length()));
  }

  /** The same server over TLS, with its self-signed certificate. */
  public URI secureUri() {
    return URI.create("https://localhost:" + port("-ssl") + "/");
  }

  /** The server's process, for {@code /proc} and signals. */
  public ProcessHandle process() {
    return process.handle();
  }

  /** The server's log file, messages.log. */
  public Path log() {
    return directory.log();
  }

  /** All that the log holds by now. */
  public String logText() {
    try {
      return Files.exists(log()) ? Files.readString(log(), UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens JMX over Liberty's local connector; the caller closes it. */
  public ServerBeans beans() {
    return ServerBeans.connect(directory.localConnectorAddress());
  }

  /** The archive in the server's folder, which a redeployment replaces. */
  Path archive() {
    return directory.archive();
  }

  /** Waits until the ready check answers 200 with at least one check of the application in it. */
  void awaitReady() {
    await("port", () -> port(null) != null);
    base = URI.create("http://localhost:" + port(null) + "/");
    await("start", () -> HttpAnswer.get(uri("health/started")).isUp());
    await("ready health check", () -> HttpAnswer.get(uri("health/ready")).isUp());
  }

  /**
   * Asks {@code condition} until it holds, the server dies or refuses, or four minutes are over.
   */
  void await(String what, Supplier<Boolean> condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.get()) {
      refuse(logText());
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "no %s; process %s, log %s:%n%s"
                .formatted(what, process.isAlive() ? "runs" : "ended", log(), logText()));
      }
      pause();
    }
  }

  private static void refuse(String log) {
    Matcher refusal = REFUSED.matcher(log);
    if (refusal.find()) {
      Matcher setting = SETTING.matcher(log);
      throw new IllegalStateException(setting.find() ? setting.group(1) : refusal.group());
    }
  }

  /** Stops the server as a person does, and waits; ends it where it does not within a minute. */
  @Override
  public void close() {
    process.close();
  }

  private String port(String kind) {
    Matcher matcher = LISTENS.matcher(logText());
    String port = null;
    while (matcher.find()) {
      port = Objects.equals(kind, matcher.group(1)) ? matcher.group(2) : port;
    }
    return port;
  }

  private static Map<String, String> environment(Map<String, String> settings) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("HTTP_HOST", "localhost");
    environment.put("HTTP_PORT", "0");
    environment.put("HTTPS_PORT", "0");
    settings.forEach(
        (name, value) ->
            environment.put(
                name.startsWith("sightline.") ? Settings.environmentName(name) : name, value));
    return environment;
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

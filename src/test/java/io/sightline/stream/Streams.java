package io.sightline.stream;

import io.sightline.media.capture.SourcePolicy;
import io.sightline.session.PlainEnvironment;
import io.sightline.session.SessionEnvironment;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What pipelines need, without a container: cameras of this machine, files of one folder. */
public final class Streams implements AutoCloseable {
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Settings settings;
  private final PlainEnvironment plain;
  private final StreamEnvironment environment;

  public Streams(Path folder, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>();
    variables.put("SIGHTLINE_MEDIA_SOURCES_HOSTS", "127.0.0.1");
    variables.put("SIGHTLINE_MEDIA_SOURCES_DIRECTORY", folder.toString());
    variables.put("SIGHTLINE_MEDIA_SOURCES_RETRIES", "1");
    variables.put("SIGHTLINE_MEDIA_SOURCES_RETRY_DELAY", "0.1");
    variables.putAll(more);
    settings = new ReferenceFile(variables).settings();
    plain = new PlainEnvironment(variables);
    SessionEnvironment sessions = plain.environment();
    environment =
        new StreamEnvironment(
            settings,
            StreamLimits.of(settings),
            new SourcePolicy(settings),
            sessions.engine(),
            sessions.frames(),
            sessions.captures(),
            (task, delay) -> timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS));
  }

  public Settings settings() {
    return settings;
  }

  public PlainEnvironment plain() {
    return plain;
  }

  public StreamEnvironment environment() {
    return environment;
  }

  public ScheduledExecutorService timer() {
    return timer;
  }

  /** The clip of 30 pictures, ten a second, 120x160 after it was turned. */
  public static Path clip(Path folder, String name) {
    Path file = folder.resolve(name);
    try (InputStream in = Streams.class.getResourceAsStream("/io/sightline/video/turned.mp4")) {
      Files.copy(in, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  static StreamOptions options(
      List<String> references, BufferFilling filling, BufferConsumption consumption, Double fps) {
    return new StreamOptions(
        new StreamOptions.Sources(
            references, filling, consumption, 8, CollectionPolicy.of(null), fps),
        new StreamOptions.Work(PlainEnvironment.ECHO, null, "image", Map.of("threshold", 3), true),
        100,
        null);
  }

  /** Waits for what must come. */
  public static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it has not come within 30 s");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    plain.close();
  }
}

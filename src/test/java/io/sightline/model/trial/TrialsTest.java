package io.sightline.model.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.model.trial.TrialOutcome.End;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class TrialsTest {
  private static final long MIB = 1 << 20;
  private static final Duration LONG = Duration.ofSeconds(300);

  @TempDir private Path folder;
  private Trials trials;

  @AfterEach
  void close() {
    if (trials != null) {
      trials.close();
    }
  }

  private TrialOutcome outcome(byte[] network, long mib, Duration time) throws IOException {
    trials = new Trials(new TrialBounds(mib * MIB, time, 1, 1));
    assertTrue(trials.isPossible());
    return trials.of(Files.write(folder.resolve("a.onnx"), network), 0, 0);
  }

  @Test
  @DisplayName("TR-1: a network that runs passes, and what it took is known")
  void tellsWhatANetworkTook() throws IOException {
    try (InputStream in =
        TrialsTest.class.getResourceAsStream(
            "/io/sightline/model/ssdlite-mobilenet-v2/weights.onnx")) {
      TrialOutcome outcome = outcome(in.readAllBytes(), 1024, LONG);
      assertEquals(End.WELL, outcome.end(), outcome::toString);
      assertNull(outcome.reason());
      assertTrue(outcome.bytes() > 9 * MIB && outcome.bytes() < 300 * MIB, outcome::toString);
    }
  }

  @Test
  @DisplayName("TR-1: a constant that the optimiser unfolds to gibibytes is told, and costs nobody")
  void tellsAConstantThatUnfolds() throws IOException {
    byte[] network = Bombs.constant(512 * MIB);
    assertTrue(network.length < 1000);
    TrialOutcome outcome = outcome(network, 256, LONG);
    assertEquals(End.TOO_LARGE, outcome.end(), outcome::toString);
    assertEquals(
        "it takes more than 256 MiB to load and run once: see"
            + " sightline.models.load.memory.max.mebibytes",
        outcome.reason());
  }

  @Test
  @DisplayName("TR-1: what only a run unfolds is told as well")
  void tellsARunThatUnfolds() throws IOException {
    TrialOutcome outcome = outcome(Bombs.tile(1 << 19), 256, LONG);
    assertEquals(End.TOO_LARGE, outcome.end(), outcome::toString);
  }

  @Test
  @DisplayName("TR-1: memory within the bound is allowed")
  void letsPassWhatStaysWithinTheBound() throws IOException {
    TrialOutcome outcome = outcome(Bombs.tile(1 << 14), 256, LONG);
    assertEquals(End.WELL, outcome.end(), outcome::toString);
    assertTrue(outcome.bytes() > 48 * MIB, outcome::toString);
  }

  @Test
  @DisplayName("TR-2, TR-4: a run without an end is ended and told from a refusal")
  void endsWhatHangs() throws IOException {
    TrialOutcome outcome = outcome(Bombs.loop(), 1024, Duration.ofSeconds(4));
    assertEquals(End.HUNG, outcome.end(), outcome::toString);
    assertTrue(outcome.reason().contains("within 4 s"), outcome.reason());
  }

  @Test
  @DisplayName("TR-4: what ONNX Runtime refuses is refused with its words")
  void tellsWhatIsRefused() throws IOException {
    TrialOutcome outcome = outcome(new byte[] {8, 8, 58, 0}, 1024, LONG);
    assertEquals(End.REFUSED, outcome.end(), outcome::toString);
    assertFalse(outcome.reason().isBlank());
  }

  @Test
  @DisplayName("TR-4: a refusal is told from a hang however long its words are")
  void tellsALongRefusal() throws IOException {
    TrialOutcome outcome = outcome(Bombs.unknown(200_000), 1024, Duration.ofSeconds(30));
    assertEquals(End.REFUSED, outcome.end(), outcome::toString);
    assertTrue(outcome.reason().length() <= 2000, outcome.reason());
  }

  @Test
  @DisplayName("TR-2: a trial ends with the server, and none begins after it")
  void endsWithTheServer() throws Exception {
    CompletableFuture<TrialOutcome> outcome = new CompletableFuture<>();
    trials = new Trials(new TrialBounds(1024 * MIB, LONG, 1, 1));
    assertTrue(trials.isPossible());
    Path file = Files.write(folder.resolve("a.onnx"), Bombs.loop());
    Thread thread = new Thread(() -> outcome.complete(trials.of(file, 0, 0)));
    thread.start();
    long before = System.nanoTime();
    while (children() == 0) {
      assertTrue(System.nanoTime() - before < LONG.toNanos());
      Thread.sleep(10);
    }
    trials.close();
    assertEquals(End.UNKNOWN, outcome.get(LONG.toSeconds(), TimeUnit.SECONDS).end());
    assertEquals(End.UNKNOWN, trials.of(file, 0, 0).end());
  }

  private static long children() {
    try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
      return children.count();
    }
  }
}

package io.sightline.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.model.ModelSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HealthChecksTest {
  private static final String MODEL = "detector";

  @Test
  @DisplayName("A-1: started when the default model's loading is over, also where it failed")
  void startedWhenTheDefaultModelIsNoLongerLoading() {
    assertEquals(Status.DOWN, loaded("idle"));
    assertEquals(Status.DOWN, loaded("loading"));
    assertEquals(Status.UP, loaded("ready"));
    assertEquals(Status.UP, loaded("failed"));
  }

  @Test
  @DisplayName("A-2: ready when the default model is warm; a failed one says why")
  void readyWhenTheDefaultModelIsWarm() {
    assertEquals(Status.UP, warm(model(MODEL, "ready", null)).call().getStatus());
    assertEquals(Status.DOWN, warm(model(MODEL, "loading", null)).call().getStatus());
    var failed = warm(model(MODEL, "failed", "its file is empty")).call();
    assertEquals(Status.DOWN, failed.getStatus());
    assertEquals("its file is empty", failed.getData().orElseThrow().get(MODEL));
  }

  @Test
  void anotherModelThatFailedDoesNotMakeTheServerUnready() {
    var answer = warm(model(MODEL, "ready", null), model("other", "failed", "too large")).call();
    assertEquals(Status.UP, answer.getStatus());
    assertEquals("too large", answer.getData().orElseThrow().get("other"));
  }

  @Test
  void aDefaultModelThatNobodyKnowsIsNamed() {
    var answer = warm().call();
    assertEquals(Status.DOWN, answer.getStatus());
    assertTrue(answer.getData().orElseThrow().get(MODEL).toString().contains("no such model"));
  }

  @Test
  @DisplayName("A-2: a missing library is named with its problem, the others with 'loaded'")
  void aMissingLibraryIsNamed() {
    var answer = new NativeLibraries(() -> Map.of("a", "", "b", "libpulse.so.0 is missing")).call();
    assertEquals(Status.DOWN, answer.getStatus());
    assertEquals(
        Map.of("a", "loaded", "b", "libpulse.so.0 is missing"), answer.getData().orElseThrow());
  }

  @Test
  @DisplayName(
      "A-4: alive while the housekeeper makes its rounds, with patience of a minute at least")
  void aliveWhileTheHousekeeperMakesItsRounds() {
    AtomicLong now = new AtomicLong();
    Rounds rounds = new Rounds(Duration.ofSeconds(2), now::get);
    now.addAndGet(Duration.ofSeconds(60).toNanos());
    assertEquals(Status.UP, rounds.call().getStatus());
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertEquals(Status.DOWN, rounds.call().getStatus());
    rounds.made(List.of("a idle, no frame", "b error, cut off"));
    rounds.made(List.of());
    assertEquals(Status.UP, rounds.call().getStatus());
    Map<String, Object> told = rounds.call().getData().orElseThrow();
    assertEquals(2L, told.get("sessions ended"));
    assertEquals("error, cut off", told.get("the latest of them"), "no id");
  }

  @Test
  @DisplayName("A-4: a housekeeper with rare rounds gets ten of them")
  void rareRoundsHaveTenOfPatience() {
    AtomicLong now = new AtomicLong();
    Rounds rounds = new Rounds(Duration.ofSeconds(60), now::get);
    now.addAndGet(Duration.ofSeconds(600).toNanos());
    assertEquals(Status.UP, rounds.call().getStatus());
  }

  private static Status loaded(String state) {
    return new ModelsLoaded(MODEL, () -> List.of(model(MODEL, state, null))).call().getStatus();
  }

  private static HealthCheck warm(ModelSnapshot... models) {
    return new ModelsWarm(MODEL, () -> List.of(models));
  }

  private static ModelSnapshot model(String id, String state, String problem) {
    return new ModelSnapshot(id, state, problem, null, 80, 0, 0);
  }
}

package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SessionTasksTest {
  private final AtomicBoolean ending = new AtomicBoolean();
  private final List<String> told = new ArrayList<>();
  private final SessionTasks tasks =
      new SessionTasks(
          Runnable::run,
          ending::get,
          refused -> told.add(refused.errorType()),
          failure -> told.add(failure.getClass().getSimpleName()));

  @Test
  void runsNothingOfAClientOnceTheEndHasBegun() {
    tasks.unlessEnding(() -> told.add("continued"));
    tasks.request(() -> told.add("requested"));
    ending.set(true);
    tasks.unlessEnding(() -> told.add("continued"));
    tasks.request(() -> told.add("requested"));
    tasks.execute(() -> told.add("own"));
    assertEquals(List.of("continued", "requested", "own"), told);
  }

  @Test
  void takesWhatAClientNestsTooDeeplyForBadInput() {
    tasks.request(
        () -> {
          throw new StackOverflowError();
        });
    tasks.request(
        () -> {
          throw new AssertionError("broken");
        });
    tasks.request(
        () -> {
          throw new OutOfMemoryError("not the client's fault");
        });
    assertEquals(
        List.of(
            "WebRTCConfigurationError",
            new ConnectionFailed("x", null).errorType(),
            "OutOfMemoryError"),
        told);
  }
}

package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatusUpdatesTest {
  private final StatusUpdates updates = new StatusUpdates(3, 5);

  @Test
  @DisplayName("S-20: the oldest go first, and no text is longer than allowed")
  void keepsTheLatest() {
    for (int i = 0; i < 5; i++) {
      updates.add(Severity.INFO, "EVENT_" + i, Map.of("text", "123456", "number", i), "session");
    }
    List<StatusUpdate> all = updates.all();
    assertEquals(
        List.of("EVENT_2", "EVENT_3", "EVENT_4"),
        all.stream().map(StatusUpdate::eventType).toList());
    assertEquals(Map.of("text", "12345…", "number", 4), all.get(2).payload());
    assertEquals(20, all.get(2).severity().level());
  }

  @Test
  @DisplayName("S-20: the same error is told once, until another one comes")
  void tellsAnErrorOnce() {
    for (String message : List.of("a", "a", "b", "a")) {
      updates.inferenceError(message, Map.of("error_message", message));
    }
    assertEquals(
        List.of("a", "b", "a"),
        updates.all().stream().map(update -> update.payload().get("error_message")).toList());
  }
}

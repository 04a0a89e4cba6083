package io.sightline.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("G-9: messages are bounded in size before they are looked at")
class MessageAssemblyTest {
  private final List<String> calls = new ArrayList<>();
  private final MessageAssembly message =
      new MessageAssembly(10, calls::add, () -> calls.add("too large"), () -> calls.add("dropped"));

  @Test
  void putsPartsTogether() {
    message.add("whole", true);
    message.add("in ", false);
    message.add("", false);
    message.add("parts", false);
    message.add("", true);
    message.add("0123456789", true);
    assertEquals(List.of("whole", "in parts", "0123456789"), calls);
  }

  @Test
  void tellsOnceAndDropsTheRest() {
    message.add("0123456789", false);
    assertEquals(List.of(), calls);
    message.add("x", false);
    assertEquals(List.of("too large"), calls);
    message.add("y", false);
    message.add("z", true);
    message.add("another", true);
    assertEquals(List.of("too large", "dropped"), calls);
  }

  @Test
  void tellsOfOneThatIsTooLargeInOnePart() {
    message.add("01234567890", true);
    assertEquals(List.of("too large", "dropped"), calls);
  }

  @Test
  void doesNotWaitForTheEndOfWhatHasNone() {
    String part = "x".repeat(1 << 20);
    for (int i = 0; i < 100; i++) {
      message.add(part, false);
    }
    message.add(part, true);
    assertEquals(List.of("too large", "dropped"), calls);
  }
}

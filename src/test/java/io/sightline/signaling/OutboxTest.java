package io.sightline.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("G-5: answers leave in order and never block")
class OutboxTest {
  private final FakeWire wire = new FakeWire();
  private final Outbox outbox = new Outbox(wire);

  @Test
  void sendsOneAfterTheOther() {
    wire.slow = true;
    outbox.send("a");
    outbox.send("b");
    assertEquals(List.of("a"), wire.sent);
    wire.waiting.accept(null);
    assertEquals(List.of("a", "b"), wire.sent);
  }

  @Test
  void closesAfterWhatWasSent() {
    wire.slow = true;
    outbox.send("a");
    outbox.close(1000, "done");
    outbox.send("too late");
    outbox.close(1001, "twice");
    assertNull(wire.code);
    wire.waiting.accept(null);
    assertEquals(List.of("a"), wire.sent);
    assertEquals(1000, wire.code);
    assertEquals("done", wire.reason);
  }

  @Test
  void closesWhoReadsTooSlowly() {
    wire.slow = true;
    for (int i = 0; i <= Outbox.MESSAGES_MAX + 1; i++) {
      outbox.send("x");
    }
    assertEquals(CloseCode.POLICY, wire.code);
    wire.waiting.accept(null);
    assertEquals(1, wire.sent.size());
  }

  @Test
  void boundsTheSizeOfWhatWaits() {
    wire.slow = true;
    String large = "x".repeat(Outbox.CHARACTERS_MAX / 2 + 1);
    outbox.send(large);
    outbox.send(large);
    assertNull(wire.code);
    outbox.send(large);
    assertEquals(CloseCode.POLICY, wire.code);
  }

  @Test
  void closesTheSocketAfterAFailure() {
    wire.slow = true;
    outbox.send("a");
    outbox.send("b");
    wire.waiting.accept(new IOException("gone"));
    outbox.send("c");
    outbox.close(1000, "done");
    assertEquals(List.of("a"), wire.sent);
    assertEquals(CloseCode.UNEXPECTED, wire.code);
    assertEquals("a message could not be sent", wire.reason);
  }

  @Test
  void leavesASocketAloneThatIsGone() {
    wire.slow = true;
    outbox.send("a");
    outbox.discard();
    wire.waiting.accept(new IOException("gone"));
    assertNull(wire.code);
  }
}

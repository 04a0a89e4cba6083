package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S-16: one line for a session's beginning, one for its end")
class SessionJournalTest {
  private final AtomicLong now = new AtomicLong();
  private final List<String> lines = new ArrayList<>();
  private final SessionJournal journal = new SessionJournal(now::get, lines::add);

  @Test
  void tellsWhoCameAndWhatBecameOfThem() {
    journal.connected("a-b", "192.0.2.7", 0.25);
    journal.ended(session("VP8"), "192.0.2.7", true, EndReason.CLIENT, "the client ended\r\nit");
    assertEquals(
        List.of(
            "session a-b is connected with 192.0.2.7 after 0.3 s",
            "session a-b of 192.0.2.7 ended after 12.3 s, client: the client"
                + " ended\ufffd\ufffdit; VP8 640x480; frames: 360 received, 352 processed, 8"
                + " dropped, 0 failed"),
        lines);
  }

  @Test
  void tellsWhoNeverConnected() {
    journal.ended(session(null), "192.0.2.7", false, EndReason.ERROR, "not connected within 30 s");
    assertTrue(
        lines
            .get(0)
            .startsWith(
                "session a-b of 192.0.2.7, never connected, ended after 12.3 s, error: not"
                    + " connected within 30 s; no video sent;"),
        lines::toString);
  }

  @Test
  void growsSlowlyAndSaysWhatIsMissing() {
    for (int i = 0; i < SessionJournal.LINES_AT_ONCE + 50; i++) {
      journal.connected("id", "192.0.2.7:5000", 0);
    }
    assertEquals(SessionJournal.LINES_AT_ONCE, lines.size());
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    journal.connected("id", "192.0.2.7:5000", 0);
    journal.connected("id", "192.0.2.7:5000", 0);
    assertEquals(SessionJournal.LINES_AT_ONCE + 1, lines.size());
    String last = lines.get(lines.size() - 1);
    assertTrue(last.endsWith("(50 such lines before it left out)"), last);
  }

  private static SessionSnapshot session(String codec) {
    SessionSnapshot empty = SessionFigures.empty("a-b", SessionState.CLOSED, Instant.EPOCH, 12.34);
    return new SessionSnapshot(
        empty.id(),
        empty.state(),
        empty.openedAt(),
        empty.uptimeSeconds(),
        false,
        new SessionSnapshot.Frames(360, 352, 8, 0, 352),
        empty.drops(),
        empty.fps(),
        empty.latencyMillis(),
        empty.inferenceMillis(),
        empty.overheadMillis(),
        new SessionSnapshot.Video(codec, 640, 480, null, null),
        empty.results(),
        null,
        null,
        0,
        empty.resources(),
        empty.updates());
  }
}

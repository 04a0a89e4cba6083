package io.sightline.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.session.EndReason;
import io.sightline.session.LiveSession;
import io.sightline.session.SessionRegistry;
import io.sightline.session.SessionSnapshot;
import io.sightline.session.SessionState;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpenSessionsTest {
  private final List<String> ended = new ArrayList<>();
  private final Deque<LiveSession> made = new ArrayDeque<>();
  private final SessionRegistry registry = new SessionRegistry(3, made::remove, gone -> {});
  private final OpenSessions sessions = new OpenSessions(registry, () -> 2);

  @Test
  @DisplayName("A-5: all open sessions are listed, the oldest first")
  void listsTheOldestFirst() {
    open("young", 20);
    open("old", 10);
    assertEquals(
        List.of("old", "young"), sessions.getSessions().stream().map(r -> r.id()).toList());
    assertEquals(2, sessions.getOpen());
    assertEquals(3, sessions.getLimit());
    assertEquals(2, sessions.getStuckThreads());
  }

  @Test
  @DisplayName("A-5: one is ended by its id, as the administrator's doing")
  void endsOneByItsId() {
    open("a", 10);
    open("b", 20);
    assertTrue(sessions.end("b"));
    assertFalse(sessions.end("c"));
    assertEquals(List.of("b ADMINISTRATOR"), ended);
  }

  @Test
  void travelsOverJmx() throws Exception {
    open("a", 10);
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("io.sightline.test:type=Sessions");
    server.registerMBean(sessions, name);
    try {
      SessionRow row = JMX.newMXBeanProxy(server, name, SessionsMXBean.class).getSessions().get(0);
      assertEquals(SessionRow.of(snapshot("a", 10)), row);
      assertEquals("1970-01-01T00:00:10Z", row.openedAt());
      assertEquals("running", row.state());
    } finally {
      server.unregisterMBean(name);
    }
  }

  private void open(String id, long openedAt) {
    made.add(session(id, openedAt));
    registry.open(null, event -> {});
  }

  private LiveSession session(String id, long openedAt) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    return (LiveSession)
        Proxy.newProxyInstance(
            LiveSession.class.getClassLoader(),
            new Class<?>[] {LiveSession.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "id" -> id;
                  case "snapshot" -> snapshot(id, openedAt);
                  case "closed" -> closed;
                  case "end" -> end(id, (EndReason) args[0], closed);
                  default -> null;
                });
  }

  private CompletableFuture<Void> end(String id, EndReason why, CompletableFuture<Void> closed) {
    ended.add(id + " " + why);
    return closed;
  }

  private static SessionSnapshot snapshot(String id, long openedAt) {
    return new SessionSnapshot(
        id,
        SessionState.RUNNING,
        Instant.ofEpochSecond(openedAt),
        1.5,
        true,
        new SessionSnapshot.Frames(5, 4, 1, 0, 4),
        new SessionSnapshot.Drops(1, 0, 0),
        new SessionSnapshot.Rates(30, 25, 25),
        new SessionSnapshot.Latency(1, 2, 3),
        new SessionSnapshot.Inference(4, 5),
        new SessionSnapshot.Inference(6, 7),
        new SessionSnapshot.Video("VP8", 640, 480, null, null),
        new SessionSnapshot.Results(4, 0, 0),
        30.0,
        null,
        0,
        new SessionSnapshot.Resources(2, 5, 6_000_000, 160_000, 1.5, 3),
        List.of());
  }
}

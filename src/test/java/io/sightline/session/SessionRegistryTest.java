package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionRegistryTest {
  private static final SessionOffer OFFER = new SessionOffer("v=0", OfferOptions.DEFAULT);

  private final List<LiveSession> destroyed = Collections.synchronizedList(new ArrayList<>());
  private final SessionRegistry registry = new SessionRegistry(2, FakeSession::new, destroyed::add);

  @Test
  void saysHowManyAreOpenWhenFull() {
    registry.open(OFFER, e -> {});
    registry.open(OFFER, e -> {});
    SessionLimitReached full =
        assertThrows(SessionLimitReached.class, () -> registry.open(OFFER, e -> {}));
    assertEquals("session limit reached: 2 of 2 open", full.getMessage());
    assertEquals("SessionLimitReached", full.errorType());
  }

  @Test
  void givesThePlaceBackOnceClosed() {
    LiveSession session = registry.open(OFFER, e -> {});
    assertTrue(registry.end(session.id(), EndReason.ADMINISTRATOR, "by hand"));
    assertFalse(registry.end(session.id(), EndReason.ADMINISTRATOR, "by hand"));
    assertEquals(0, registry.size());
    assertEquals(List.of(session), destroyed);
    assertTrue(registry.find(session.id()).isEmpty());
  }

  @Test
  @DisplayName("S-3: a place is held until nothing of the session is left")
  void keepsThePlaceOfAClosingSession() {
    FakeSession slow = new FakeSession(false);
    SessionRegistry one = new SessionRegistry(1, () -> slow, destroyed::add);
    one.open(OFFER, e -> {});
    one.end(slow.id(), EndReason.CLIENT, "bye");
    assertThrows(SessionLimitReached.class, () -> one.open(OFFER, e -> {}));
    slow.finish();
    assertEquals(0, one.size());
  }

  @Test
  void givesThePlaceBackWhenASessionCannotBeMade() {
    SessionRegistry broken =
        new SessionRegistry(
            1,
            () -> {
              throw new IllegalStateException("no bean");
            },
            destroyed::add);
    assertThrows(IllegalStateException.class, () -> broken.open(OFFER, e -> {}));
    assertThrows(IllegalStateException.class, () -> broken.open(OFFER, e -> {}));
    assertEquals(0, broken.size());
  }

  @Test
  @DisplayName("S-3: races cannot pass the limit")
  void holdsTheLimitAgainstManyAtOnce() throws Exception {
    int threads = 32;
    AtomicInteger made = new AtomicInteger();
    SessionRegistry eight =
        new SessionRegistry(
            8,
            () -> {
              made.incrementAndGet();
              return new FakeSession();
            },
            destroyed::add);
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<Future<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      tries.add(
          executor.submit(
              () -> {
                start.await();
                try {
                  eight.open(OFFER, e -> {});
                  return true;
                } catch (SessionLimitReached e) {
                  return false;
                }
              }));
    }
    start.countDown();
    int opened = 0;
    for (Future<Boolean> t : tries) {
      opened += t.get() ? 1 : 0;
    }
    executor.shutdown();
    assertEquals(8, opened);
    assertEquals(8, made.get());
    assertEquals(8, eight.snapshots().size());
  }

  @Test
  void opensNoMoreWhileDraining() {
    FakeSession open = (FakeSession) registry.open(OFFER, e -> {});
    registry.closeAll(1000);
    assertTrue(open.calls.contains("end drained: this server is being taken out of service"));
    assertTrue(registry.draining());
    assertThrows(ServerDraining.class, () -> registry.open(OFFER, e -> {}));
    registry.closeAll(1000);
  }
}

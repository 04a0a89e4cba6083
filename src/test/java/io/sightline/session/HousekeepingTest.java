package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
  private final List<FakeSession> made = new ArrayList<>();
  private final SessionRegistry registry =
      new SessionRegistry(
          10,
          () -> {
            made.add(new FakeSession());
            return made.get(made.size() - 1);
          },
          session -> {});
  private final Housekeeping housekeeping = new Housekeeping(registry);

  @Test
  void endsWhatHasExpiredAndSaysSo() {
    FakeSession idle = open();
    FakeSession busy = open();
    idle.expiry = new Expiry(EndReason.IDLE, "no frame and no message for 60 s");
    assertEquals(
        List.of(idle.id() + " idle, no frame and no message for 60 s"), housekeeping.round());
    assertTrue(idle.calls.contains("end idle: no frame and no message for 60 s"));
    assertTrue(busy.calls.contains("refresh"));
    assertEquals(1, registry.size());
  }

  @Test
  @DisplayName("S-10: one broken session does not keep the housekeeper from the others")
  void goesOnAfterAFailure() {
    FakeSession broken = open();
    FakeSession expired = open();
    broken.failure = new IllegalStateException("broken");
    expired.expiry = new Expiry(EndReason.ERROR, "not connected within 30 s");
    assertEquals(1, housekeeping.round().size());
    assertEquals(1, housekeeping.round().size() + registry.size());
  }

  private FakeSession open() {
    return (FakeSession) registry.open(new SessionOffer("v=0", OfferOptions.DEFAULT), e -> {});
  }
}

package io.sightline.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CollectionWindowTest {
  private static final long MILLI = 1_000_000;

  private final CollectionWindow window = new CollectionWindow();
  private long now = 7 * MILLI;

  @Test
  @DisplayName("ST-12: long at first, then a share of the work, within bounds")
  void followsTheWork() {
    assertEquals(100 * MILLI, window.begin(now));
    assertEquals(20 * MILLI, afterWorkOf(100));
    assertEquals(30 * MILLI, afterWorkOf(1000), "280 on average");
    CollectionWindow quick = new CollectionWindow();
    quick.begin(now);
    quick.end(now, true);
    assertEquals(2 * MILLI, quick.begin(now + MILLI));
  }

  @Test
  @DisplayName("ST-12: what the fastest camera's period leaves beside the work")
  void followsTheFastestCamera() {
    window.begin(now);
    arrivals(1, 40, 16);
    arrivals(2, 100, 16);
    assertEquals(30 * MILLI, afterWorkOf(10));
    assertEquals(2 * MILLI, afterWorkOf(600), "no time is left: 128 on average");
  }

  @Test
  @DisplayName(
      "ST-12: bursts are averaged, a silence is no period, and a camera that is gone no measure")
  void knowsWhatIsNoPeriod() {
    ArrivalPeriod period = new ArrivalPeriod();
    for (int i = 0; i < 16; i++) {
      period.observe(now);
      now += i % 2 == 0 ? 0 : 80 * MILLI;
    }
    assertEquals(560 * MILLI / 15, period.nanos(now));
    assertEquals(0, period.nanos(now + 2_100 * MILLI), "gone");
    period.observe(now + 5_000 * MILLI);
    assertEquals(0, period.nanos(now + 5_000 * MILLI), "begun anew");
  }

  @Test
  @DisplayName("ST-12: the time after a collection without frames is no work")
  void doesNotTakeWaitingForWork() {
    window.begin(now);
    window.end(now, false);
    now += 5_000 * MILLI;
    assertEquals(100 * MILLI, window.begin(now));
  }

  private long afterWorkOf(long millis) {
    window.end(now, true);
    now += millis * MILLI;
    return window.begin(now);
  }

  /** The last of them now. */
  private void arrivals(int source, long periodMillis, int count) {
    for (int i = count - 1; i >= 0; i--) {
      window.observe(source, now - i * periodMillis * MILLI);
    }
  }
}

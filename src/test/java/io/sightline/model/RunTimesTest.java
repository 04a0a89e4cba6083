package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunTimesTest {
  @Test
  void isZeroBeforeTheFirstRun() {
    RunTimes times = new RunTimes();
    assertEquals(0, times.calls());
    assertEquals(0, times.millisP50());
  }

  @Test
  void tellsTheMedian() {
    RunTimes times = new RunTimes();
    times.add(9_000_000);
    times.add(2_000_000);
    times.add(3_000_000);
    assertEquals(3, times.calls());
    assertEquals(3, times.millisP50());
  }

  @Test
  void forgetsWhatIsLongAgo() {
    RunTimes times = new RunTimes();
    for (int i = 0; i < 1000; i++) {
      times.add(i < 500 ? 50_000_000 : 4_000_000);
    }
    assertEquals(1000, times.calls());
    assertEquals(4, times.millisP50());
  }
}

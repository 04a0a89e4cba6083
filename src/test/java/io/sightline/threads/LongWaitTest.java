package io.sightline.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongWaitTest {
  private final List<String> seen = new ArrayList<>();

  private final LongWait.Place place =
      new LongWait.Place() {
        @Override
        public void leave() {
          seen.add("leave");
        }

        @Override
        public void comeBack() {
          seen.add("come back");
        }
      };

  private int waitFor(int value) {
    try {
      return LongWait.of(
          () -> {
            seen.add("wait");
            return 100 / value;
          });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void lendsThePlaceWhileItWaits() {
    LongWait.lend(place, () -> assertEquals(50, waitFor(2)));
    assertEquals(List.of("leave", "wait", "come back"), seen);
  }

  @Test
  void takesThePlaceBackWhereTheWaitFails() {
    LongWait.lend(place, () -> assertThrows(ArithmeticException.class, () -> waitFor(0)));
    assertEquals(List.of("leave", "wait", "come back"), seen);
  }

  @Test
  void justWaitsWhereThereIsNoPlace() {
    LongWait.lend(place, () -> {});
    assertEquals(100, waitFor(1));
    assertEquals(List.of("wait"), seen);
  }
}

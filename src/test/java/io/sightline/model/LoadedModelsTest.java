package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("N-12: models that nobody needs leave memory")
class LoadedModelsTest {
  private static final long MIB = 1 << 20;

  private final List<String> left = new ArrayList<>();
  private long now = Long.MAX_VALUE - 5_000_000_000L; // wraps around in the middle of the test

  private final LoadedModels loaded =
      new LoadedModels(3, 100 * MIB, Duration.ofSeconds(10), () -> now);

  private class Fake implements LoadedModels.Holder {
    private final String id;
    private final boolean stays;
    private long used = now;
    private boolean asked = true;

    Fake(String id, boolean stays) {
      this.id = id;
      this.stays = stays;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public long lastUsed() {
      return used;
    }

    @Override
    public boolean wasAskedFor() {
      return asked;
    }

    @Override
    public boolean mayLeave() {
      return !stays;
    }

    @Override
    public void leave() {
      left.add(id);
    }
  }

  private Fake load(String id, long mib) {
    Fake one = new Fake(id, false);
    loaded.take(one, mib * MIB, true);
    return one;
  }

  private void pass(int seconds) {
    now += seconds * 1_000_000_000L;
  }

  @Test
  @DisplayName("who is asked for while they are put in order does no harm")
  void isAskedForMeanwhile() {
    int many = 2000;
    Random random = new Random(1);
    LoadedModels full = new LoadedModels(many, many, Duration.ZERO, () -> 0);
    for (int i = 0; i < many; i++) {
      Fake one =
          new Fake("" + i, false) {
            @Override
            public long lastUsed() {
              return -1 - random.nextInt(1000);
            }
          };
      full.take(one, 1, true);
    }
    full.take(new Fake("new", false), 10, true);
    assertEquals(10, left.size());
    assertEquals(many, full.bytes());
  }

  @Test
  void whoWasNotAskedForTheLongestTimeLeavesFirst() {
    Fake a = load("a", 40);
    pass(1);
    Fake b = load("b", 40);
    pass(12);
    a.used = now - 11_000_000_000L;
    load("c", 30);
    assertEquals(List.of("b"), left);
    assertEquals(70 * MIB, loaded.bytes());
    assertEquals(0, loaded.bytes(b));
  }

  @Test
  void theirNumberIsBoundedToo() {
    load("a", 1);
    load("b", 1);
    load("c", 1);
    pass(11);
    load("d", 1);
    assertEquals(List.of("a"), left);
  }

  @Test
  void noneLeavesThatIsInUseOrThatStays() {
    Fake a = new Fake("a", true);
    loaded.take(a, 40 * MIB, true);
    Fake b = load("b", 40);
    pass(11);
    b.used = now;
    ModelRoomException e = assertThrows(ModelRoomException.class, () -> load("c", 30));
    assertEquals(
        "no room for model 'c', which takes 30 MiB: 2 of 3 models and 80 of 100 MiB are loaded and"
            + " in use: see sightline.models.loaded.max and sightline.models.memory.max.mebibytes",
        e.getMessage());
    assertEquals(List.of(), left);
    assertEquals(80 * MIB, loaded.bytes());
  }

  @Test
  void noneLeavesForOneThatWouldNotFitAnyway() {
    load("a", 40);
    pass(11);
    assertThrows(ModelRoomException.class, () -> load("b", 101));
    assertEquals(List.of(), left);
  }

  @Test
  void noneLeavesForOneThatNobodyHasAskedFor() {
    load("a", 90);
    pass(11);
    Fake b = new Fake("b", false);
    assertThrows(ModelRoomException.class, () -> loaded.take(b, 20 * MIB, false));
    loaded.take(b, 10 * MIB, false);
    assertTrue(left.isEmpty());
    loaded.give(b);
    loaded.give(b);
    assertEquals(90 * MIB, loaded.bytes());
  }

  @Test
  void whatNobodyHasAskedForLeavesForAnyOther() {
    load("asked", 40);
    Fake first = new Fake("first", false);
    first.asked = false;
    loaded.take(first, 30 * MIB, false);
    Fake second = new Fake("second", false);
    second.asked = false;
    loaded.take(second, 60 * MIB, false);
    assertEquals(List.of("first"), left);
    load("wanted", 60);
    assertEquals(List.of("first", "second"), left, "at once, and nobody who is in use");
  }
}

package io.sightline.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FrameBufferTest {
  private long now;
  private final AdaptiveDrop pace = new AdaptiveDrop(() -> now);
  private FrameBuffer buffer;

  @AfterEach
  void close() {
    if (buffer != null) {
      buffer.close();
    }
  }

  @Test
  @DisplayName("ST-2: DROP_OLDEST keeps the newest, LAZY reads them in order")
  void dropsTheOldest() {
    buffer = buffer(BufferFilling.DROP_OLDEST, BufferConsumption.LAZY, 3);
    assertEquals(List.of(true, true, true, true, true), putAll(5));
    assertEquals(List.of(3L, 4L, 5L), takeAll());
    assertEquals(5, buffer.received());
    assertEquals(2, buffer.dropped());
  }

  @Test
  @DisplayName("ST-2: DROP_LATEST keeps the oldest")
  void dropsTheLatest() {
    buffer = buffer(BufferFilling.DROP_LATEST, BufferConsumption.LAZY, 3);
    assertEquals(List.of(true, true, true, false, false), putAll(5));
    assertEquals(List.of(1L, 2L, 3L), takeAll());
    assertEquals(2, buffer.dropped());
  }

  @Test
  @DisplayName("ST-2: EAGER reads the newest and passes the others over, counted")
  void readsTheNewest() {
    buffer = buffer(BufferFilling.DROP_LATEST, BufferConsumption.EAGER, 5);
    putAll(4);
    assertEquals(List.of(4L), takeAll());
    assertEquals(3, buffer.dropped());
    assertEquals(0, buffer.waiting());
  }

  @Test
  @DisplayName("ST-2: WAIT holds the source until there is room, and loses nothing")
  void waitsForRoom() throws Exception {
    buffer = buffer(BufferFilling.WAIT, BufferConsumption.LAZY, 2);
    CompletableFuture<List<Boolean>> putter = CompletableFuture.supplyAsync(() -> putAll(6));
    List<Long> taken = new ArrayList<>();
    while (taken.size() < 6) {
      StreamFrame frame = buffer.take();
      assertTrue(buffer.waiting() <= 2);
      if (frame == null) {
        TimeUnit.MILLISECONDS.sleep(2);
      } else {
        taken.add(frame.id());
        frame.release();
      }
    }
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), taken);
    assertFalse(putter.get().contains(false));
    assertEquals(0, buffer.dropped());
  }

  @Test
  void letsAWaitingSourceGoWhenClosedOrMuted() throws Exception {
    buffer = buffer(BufferFilling.WAIT, BufferConsumption.LAZY, 1);
    CompletableFuture<List<Boolean>> putter = CompletableFuture.supplyAsync(() -> putAll(2));
    while (buffer.received() < 2) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
    buffer.mute(true);
    assertEquals(List.of(true, false), putter.get());
    buffer.mute(false);
    CompletableFuture<List<Boolean>> another = CompletableFuture.supplyAsync(() -> putAll(1));
    while (buffer.received() < 3) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
    buffer.close();
    assertEquals(List.of(false), another.get());
    assertNull(buffer.take());
  }

  @Test
  @DisplayName("ST-3: the pixels of what waits are bounded, too; one frame always fits")
  void boundsPixels() {
    buffer =
        new FrameBuffer(
            BufferFilling.DROP_OLDEST, BufferConsumption.LAZY, 9, 2 * Frames.PIXELS, pace);
    putAll(5);
    assertEquals(List.of(4L, 5L), takeAll());
    FrameBuffer tiny = new FrameBuffer(BufferFilling.WAIT, BufferConsumption.LAZY, 9, 1, pace);
    assertTrue(tiny.put(Frames.frame(0, 1)));
    tiny.close();
  }

  @Test
  @DisplayName("ST-2: ADAPTIVE leaves frames out that come faster than they are read, not for ever")
  void leavesOutWhatNobodyWillRead() {
    buffer = buffer(BufferFilling.ADAPTIVE_DROP_OLDEST, BufferConsumption.LAZY, 100);
    List<Boolean> kept = new ArrayList<>();
    for (int i = 1; i <= 120; i++) {
      now += 10_000_000L;
      kept.add(buffer.put(Frames.frame(0, i)));
      if (i % 5 == 0) {
        StreamFrame frame = buffer.take();
        if (frame != null) {
          frame.release();
        }
      }
    }
    assertFalse(kept.subList(0, 50).contains(false), "too little is known at first");
    assertTrue(kept.subList(60, 120).contains(false), kept::toString);
    assertTrue(kept.subList(100, 120).contains(true), "16 in a row at most");
  }

  @Test
  @DisplayName("ST-2: ADAPTIVE leaves frames out where the source falls behind its own rate")
  void leavesOutWhereTheSourceFallsBehind() {
    AdaptiveDrop drop = new AdaptiveDrop(() -> now);
    for (int i = 0; i < 20; i++) {
      now += 100_000_000L;
      drop.captured();
    }
    assertTrue(drop.drops(30.0));
    assertFalse(drop.drops(10.0));
    assertFalse(drop.drops(null));
  }

  private FrameBuffer buffer(BufferFilling filling, BufferConsumption consumption, int size) {
    return new FrameBuffer(filling, consumption, size, 1 << 20, pace);
  }

  private List<Boolean> putAll(int count) {
    List<Boolean> kept = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      kept.add(buffer.put(Frames.frame(0, i)));
    }
    return kept;
  }

  private List<Long> takeAll() {
    List<Long> ids = new ArrayList<>();
    for (StreamFrame f = buffer.take(); f != null; f = buffer.take()) {
      ids.add(f.id());
      f.release();
    }
    return ids;
  }
}

package io.sightline.media;

import static io.sightline.media.LatestFrameTest.assertReleased;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class FrameQueueTest {
  private final FrameQueue source =
      new FrameQueue(TestFrames.settings(), 10, TimeUnit.MINUTES.toNanos(1));

  @Test
  @DisplayName("M-6: every frame comes out, in order; a full queue holds the putting thread")
  void holdsTheDecoderBackUntilThereIsRoom() throws InterruptedException {
    List<InboundFrame> frames = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      frames.add(TestFrames.inbound(16, 16));
    }
    Thread decoder = new Thread(() -> frames.forEach(source::put));
    decoder.start();
    awaitHeld(decoder);
    assertEquals(10, source.snapshot().waiting());
    for (InboundFrame frame : frames) {
      InboundFrame taken = source.take();
      while (taken == null) {
        Thread.sleep(1);
        taken = source.take();
      }
      assertSame(frame, taken);
      taken.release();
    }
    decoder.join();
    assertNull(source.take());
    assertEquals(0, source.snapshot().dropped());
  }

  @Test
  @DisplayName("M-6: close lets the held thread go at once and releases every frame")
  void closeLetsTheDecoderGo() throws InterruptedException {
    List<InboundFrame> frames = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      frames.add(TestFrames.inbound(16, 16));
    }
    Thread decoder = new Thread(() -> frames.forEach(source::put));
    decoder.start();
    awaitHeld(decoder);
    source.close();
    decoder.join();
    assertFalse(decoder.isAlive());
    frames.forEach(LatestFrameTest::assertReleased);
    assertEquals(11, source.snapshot().dropped());
  }

  @Test
  @DisplayName("M-6: what has piled up behind a thread that was held too long is dropped")
  void dropsWhatPilesUp() {
    FrameQueue impatient = new FrameQueue(TestFrames.settings(), 10, 1);
    for (int i = 0; i < 13; i++) {
      impatient.put(TestFrames.inbound(16, 16));
    }
    assertEquals(10, impatient.snapshot().waiting());
    assertEquals(3, impatient.snapshot().dropped());
    impatient.take().release();
    impatient.put(TestFrames.inbound(16, 16));
    assertEquals(10, impatient.snapshot().waiting());
    impatient.close();
  }

  @Test
  @DisplayName("M-6: ten by default, taking never waits, whoever listens is told, close is the end")
  void keepsTheContractOfABridgeBetweenThreads() throws InterruptedException {
    AtomicInteger told = new AtomicInteger();
    FrameQueue queue = FrameQueue.holding(TestFrames.settings(), 10);
    queue.onAvailable(told::incrementAndGet);
    assertNull(queue.take(), "empty, and it does not wait");
    for (int i = 0; i < 10; i++) {
      queue.put(TestFrames.inbound(16, 16));
    }
    assertEquals(10, told.get());
    assertEquals(10, queue.snapshot().waiting());
    Thread eleventh = new Thread(() -> queue.put(TestFrames.inbound(16, 16)));
    eleventh.start();
    awaitHeld(eleventh);
    assertEquals(10, queue.snapshot().waiting());
    queue.take().release();
    eleventh.join(10_000);
    assertEquals(10, queue.snapshot().waiting());
    Thread twelfth = new Thread(() -> queue.put(TestFrames.inbound(16, 16)));
    twelfth.start();
    awaitHeld(twelfth);
    queue.close();
    twelfth.join(10_000);
    assertFalse(twelfth.isAlive(), "the end lets whoever puts go");
    assertNull(queue.take(), "and whoever takes finds nothing");
    assertEquals(12, queue.snapshot().received());
    assertEquals(11, queue.snapshot().dropped());
  }

  @Test
  void releasesAFrameThatComesAfterClose() {
    source.close();
    InboundFrame late = TestFrames.inbound(16, 16);
    source.put(late);
    assertReleased(late);
    assertEquals(0, source.snapshot().waiting());
  }

  static void awaitHeld(Thread thread) throws InterruptedException {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      thread.join(1);
    }
  }
}

package io.sightline.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.vision.ImagePool;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LatestFrameTest {
  private final LatestFrame source = new LatestFrame(TestFrames.settings(), 3);

  @Test
  @DisplayName("M-5: the newest frame wins, the older one is released and counted")
  void dropsTheOlderFrameWhenTheWorkerIsBusy() {
    InboundFrame old = TestFrames.inbound(16, 16);
    InboundFrame young = TestFrames.inbound(32, 16);
    source.put(old);
    source.put(young);
    assertReleased(old);
    assertEquals(1, source.snapshot().waiting());
    assertSame(young, source.take());
    assertNull(source.take());
    young.release();
    assertEquals(2, source.snapshot().received());
    assertEquals(1, source.snapshot().dropped());
    assertEquals(32, source.snapshot().width());
  }

  @Test
  void releasesWhatWaitsAndWhatComesAfterClose() {
    AtomicInteger told = new AtomicInteger();
    source.onAvailable(told::incrementAndGet);
    InboundFrame waiting = TestFrames.inbound(16, 16);
    source.put(waiting);
    source.close();
    source.close();
    InboundFrame late = TestFrames.inbound(16, 16);
    source.put(late);
    assertReleased(waiting);
    assertReleased(late);
    assertNull(source.take());
    assertEquals(1, told.get());
    assertEquals(2, source.snapshot().dropped());
  }

  @Test
  void tellsAListenerThatComesAfterTheFrame() {
    source.put(TestFrames.inbound(16, 16));
    AtomicInteger told = new AtomicInteger();
    source.onAvailable(told::incrementAndGet);
    assertEquals(1, told.get());
    source.close();
  }

  static void assertReleased(InboundFrame frame) {
    assertThrows(
        MediaException.class, () -> frame.toImage(new ImagePool(1), "x", TestFrames.VIDEO));
  }
}

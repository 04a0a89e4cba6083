package io.sightline.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.datachannel.ResultChannelSnapshot;
import io.sightline.media.FrameSourceSnapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final long BURNT = 50_000_000;

  private final Figures figures = new Figures();

  @Test
  @DisplayName("P-10: frames of one round share its processor time, each does not have all of it")
  void countsProcessorTimeOnce() {
    long began = figures.started();
    burn();
    for (int frame = 0; frame < 4; frame++) {
      figures.worked(began, began, 0, false);
    }
    long all = now().cpuNanos();
    assertTrue(all >= BURNT && all < 3 * BURNT, all + " ns");
    assertEquals(4, now().processed());
  }

  @Test
  @DisplayName("P-10: a thread beside the work is measured from its first look on, by itself only")
  void measuresAnotherThread() throws Exception {
    CpuMeter meter = new CpuMeter();
    Thread capture =
        new Thread(
            () -> {
              meter.look();
              burn();
              meter.look();
            });
    burn();
    capture.start();
    capture.join();
    long spent = meter.nanos();
    assertTrue(spent >= BURNT && spent < 3 * BURNT, spent + " ns");
    meter.look();
    assertEquals(spent, meter.nanos(), "the time of another thread is not added");
  }

  private PipelineSnapshot now() {
    return figures.snapshot(
        new FrameSourceSnapshot(0, 0, 0, 0, null, 0, 0), new ResultChannelSnapshot(0, 0, 0, 0));
  }

  private static void burn() {
    long end = CpuClock.nanos() + BURNT;
    while (CpuClock.nanos() < end) {
      Thread.onSpinWait();
    }
  }
}

package io.sightline.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalsTest {
  @ParameterizedTest
  @CsvSource({"1,1", "1,100", "100,1", "101,100"})
  @DisplayName("M-7: a frame of an impossible size is released and counted, not processed")
  void refusesImpossibleSizes(int width, int height) {
    LatestFrame source =
        new LatestFrame(
            new ReferenceFile(Map.of("SIGHTLINE_MEDIA_FRAME_MAX_PIXELS", "10000")).settings(), 3);
    InboundFrame frame = TestFrames.inbound(width, height);
    source.put(frame);
    LatestFrameTest.assertReleased(frame);
    assertNull(source.take());
    assertEquals(1, source.snapshot().refused());
    assertEquals(0, source.snapshot().received());
  }

  @Test
  @DisplayName("M-8: the rate is measured over the first frames and then stays")
  void measuresTheRate() {
    Arrivals arrivals = new Arrivals(TestFrames.settings(), 3);
    InboundFrame first = TestFrames.inbound(16, 16);
    arrivals.admit(first);
    InboundFrame last = first;
    for (int i = 2; i <= 3; i++) {
      assertNull(arrivals.snapshot(0).measuredFps());
      last = TestFrames.inbound(16, 16);
      arrivals.admit(last);
    }
    Double fps = arrivals.snapshot(0).measuredFps();
    assertNotNull(fps);
    assertEquals(2e9 / (last.arrivalNanos() - first.arrivalNanos()), fps, 1e-6);
    arrivals.admit(TestFrames.inbound(16, 16));
    assertEquals(fps, arrivals.snapshot(0).measuredFps());
    assertTrue(fps > 0);
  }
}

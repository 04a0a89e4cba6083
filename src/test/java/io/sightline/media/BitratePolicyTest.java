package io.sightline.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BitratePolicyTest {
  private final BitratePolicy policy = new BitratePolicy(TestFrames.settings());

  @Test
  void givesEachPixelOfEachFrameItsBits() {
    assertEquals(2765, policy.kbps(1280, 720, 30));
    assertEquals(922, policy.kbps(640, 480, 30));
  }

  @Test
  void staysWithinTheBounds() {
    assertEquals(300, policy.kbps(160, 120, 10));
    assertEquals(8000, policy.kbps(3840, 2160, 60));
  }

  @Test
  void refusesBoundsThatCross() {
    MediaException e = assertThrows(MediaException.class, () -> new BitratePolicy(0.1, 500, 400));
    assertTrue(e.getMessage().contains("500"), e.getMessage());
  }
}

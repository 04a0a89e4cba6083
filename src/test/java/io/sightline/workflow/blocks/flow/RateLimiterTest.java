package io.sightline.workflow.blocks.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.vision.Image;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.blocks.GivenStep;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private Instant now = Instant.parse("2024-03-01T12:00:00Z");
  private final RateLimiter block =
      new RateLimiter(new BlockResult.NextSteps(Set.of("next")), new SetClock());

  private final class SetClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private boolean goesOn(double cooldown, Image reference) {
    Map<String, Object> values = new HashMap<>();
    values.put("cooldown_seconds", cooldown);
    values.put("video_reference_image", reference);
    BlockResult.NextSteps next =
        (BlockResult.NextSteps) block.run(GivenStep.input(new RateLimiter.V1().manifest(), values));
    if (reference != null) {
      reference.release();
    }
    return !next.names().isEmpty();
  }

  @Test
  void waitsForTheCooldownByTheClock() {
    assertEquals(true, goesOn(2, null));
    now = now.plusMillis(1999);
    assertEquals(false, goesOn(2, null));
    now = now.plusMillis(1);
    assertEquals(true, goesOn(2, null));
    assertEquals(true, goesOn(0, null));
  }

  @Test
  @DisplayName("KW-2: time is that of the video where its frame rate is known")
  void waitsForTheCooldownByTheVideo() {
    assertEquals(true, goesOn(0.5, GivenStep.frame("v", 1, 10.0)));
    assertEquals(false, goesOn(0.5, GivenStep.frame("v", 5, 10.0)));
    assertEquals(true, goesOn(0.5, GivenStep.frame("v", 6, 10.0)));
  }

  @Test
  @DisplayName("KW-2: without a frame rate the clock counts")
  void takesTheClockWithoutAFrameRate() {
    assertEquals(true, goesOn(1, GivenStep.frame("v", 1, null)));
    assertEquals(false, goesOn(1, GivenStep.frame("v", 100, 0.0)));
    now = now.plusSeconds(1);
    assertEquals(true, goesOn(1, GivenStep.frame("v", 101, null)));
  }
}

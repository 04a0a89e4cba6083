package io.sightline.workflow.blocks.formatters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.blocks.GivenStep;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurrentTimeTest {
  private final CurrentTime block =
      new CurrentTime(Clock.fixed(Instant.parse("2024-07-01T23:30:15.25Z"), ZoneOffset.UTC));

  private BlockResult run(String zone) {
    return block.run(GivenStep.input(new CurrentTime.V1().manifest(), Map.of("timezone", zone)));
  }

  @Test
  void tellsTheTimeInTheZone() {
    assertEquals(
        BlockResult.of(
            OffsetDateTime.parse("2024-07-02T01:30:15.25+02:00"),
            "2024-07-02T01:30:15.250000+02:00",
            "2024-07-02",
            "01:30:15"),
        run("Europe/Berlin"));
    assertEquals(
        "2024-07-01T23:30:15.250000+00:00", ((BlockResult.Values) run("UTC")).values().get(1));
  }

  @Test
  void refusesOtherZones() {
    BlockException e = assertThrows(BlockException.class, () -> run("Mars/Phobos"));
    assertEquals(
        "`roboflow_core/current_time@v1` received unsupported timezone 'Mars/Phobos'. Provide one"
            + " of the curated timezone options shown in the block dropdown.",
        e.getMessage());
  }
}

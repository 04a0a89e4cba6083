package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogIT {
  @Test
  void aStartAndAStopLeaveNoWarningAndNoError() {
    SightlineServer server = SightlineServer.start(Map.of());
    server.close();
    List<String> complaints =
        server
            .logText()
            .lines()
            .filter(line -> line.matches("\\[[^]]+] \\S+ \\S+ +[WER] .*"))
            .toList();
    assertEquals(List.of(), complaints);
  }
}

package io.sightline.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.http.Call;
import io.sightline.http.HttpException;
import io.sightline.http.RequestBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartTimeTest {
  private static final Instant MOMENT = Instant.parse("2026-01-02T03:04:05.250Z");

  @Test
  void readsWhatTheReferencesClientsWrite() {
    for (Object written :
        List.of(
            "2026-01-02T03:04:05.250Z",
            " 2026-01-02 03:04:05.25z ",
            "2026-01-02T04:34:05.250000+01:30",
            "2026-01-01t22:04:05.250-0500",
            1_767_323_045.25,
            1_767_323_045_250L,
            "1767323045.25")) {
      assertEquals(MOMENT, read(written), () -> "from " + written);
    }
    assertEquals(Instant.parse("2026-01-02T03:04:00Z"), read("2026-01-02T03:04Z"));
    assertNull(read(null));
  }

  @Test
  void takesTheServersTimeWhereThereIsNoOffset() {
    LocalDateTime local = LocalDateTime.of(2026, 1, 2, 3, 4, 5);
    Instant expected = local.atZone(ZoneId.systemDefault()).toInstant();
    assertEquals(expected, read("2026-01-02T03:04:05"));
    assertEquals(
        LocalDateTime.of(2026, 1, 2, 0, 0).atZone(ZoneId.systemDefault()).toInstant(),
        read("2026-01-02"));
  }

  @Test
  void refusesWhatIsNoMoment() {
    for (Object wrong :
        Arrays.asList(
            "",
            "soon",
            "2026-13-02T03:04:05Z",
            "2026-01-02T25:00",
            "2026-01-02T03:04:05+99:00",
            "9".repeat(400),
            1e300,
            Double.NaN,
            true,
            List.of(),
            Map.of())) {
      HttpException refused = assertThrows(HttpException.class, () -> read(wrong), "of " + wrong);
      String body = new String(refused.reply().body(), StandardCharsets.UTF_8);
      assertEquals(422, refused.reply().status());
      assertTrue(body.contains("\"datetime"), body);
    }
  }

  private static Instant read(Object value) {
    RequestBody body =
        RequestBody.of(
            new Call("POST", List.of(), Collections.singletonMap("started", value), true, false));
    Instant moment = StartTime.of(body, "started");
    body.check();
    return moment;
  }
}

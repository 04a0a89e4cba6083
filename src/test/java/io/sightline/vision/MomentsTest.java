package io.sightline.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MomentsTest {
  @Test
  void printsAsPythonDoes() {
    assertEquals("2024-03-01T12:00:00+00:00", Moments.text(Instant.parse("2024-03-01T12:00:00Z")));
    assertEquals(
        "2024-03-01T12:00:00.000001+02:00",
        Moments.text(OffsetDateTime.parse("2024-03-01T12:00:00.000001999+02:00")));
    assertEquals("2024-03-01T12:00:00", Moments.text(LocalDateTime.parse("2024-03-01T12:00:00")));
    assertEquals(
        "2024-03-01T12:00:00", Moments.text(LocalDateTime.parse("2024-03-01T12:00:00.000000999")));
  }

  @Test
  void printsLocalTimeWithoutAnOffset() {
    LocalDateTime local = LocalDateTime.parse("2026-01-02T03:04:05.678901");
    assertEquals(
        "2026-01-02T03:04:05.678901",
        Moments.local(local.atZone(ZoneId.systemDefault()).toInstant()));
  }

  @Test
  void knowsMoments() {
    assertTrue(Moments.is(Instant.EPOCH));
    assertFalse(Moments.is(LocalDate.EPOCH));
    assertFalse(Moments.is("2024-03-01"));
    assertFalse(Moments.is(null));
  }
}

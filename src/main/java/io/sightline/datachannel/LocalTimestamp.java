package io.sightline.datachannel;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Moments as the reference prints them: local time without a zone, microseconds if there are any.
 */
final class LocalTimestamp {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

  private LocalTimestamp() {}

  static String text(Instant instant) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneId.systemDefault());
    return (local.getNano() < 1000 ? SECONDS : MICROS).format(local);
  }
}

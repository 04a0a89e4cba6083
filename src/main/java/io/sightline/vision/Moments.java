package io.sightline.vision;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;

/**
 * Moments as Roboflow prints them: ISO 8601, microseconds if there are any, the offset from UTC
 * where it is known.
 */
public final class Moments {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[xxx]");
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS[xxx]");

  private Moments() {}

  /** True where {@link #text} prints it. */
  public static boolean is(Object value) {
    return value instanceof Instant
        || value instanceof LocalDateTime
        || value instanceof OffsetDateTime
        || value instanceof ZonedDateTime;
  }

  /** An {@link Instant} is printed in UTC, a {@link LocalDateTime} without an offset. */
  public static String text(Temporal moment) {
    Temporal printed = moment instanceof Instant i ? i.atOffset(ZoneOffset.UTC) : moment;
    return (printed.get(ChronoField.MICRO_OF_SECOND) == 0 ? SECONDS : MICROS).format(printed);
  }

  /** The local time, without an offset. */
  public static String local(Instant moment) {
    return text(LocalDateTime.ofInstant(moment, ZoneId.systemDefault()));
  }
}

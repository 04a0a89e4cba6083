package io.sightline.worker;

import io.sightline.http.RequestBody;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment as the reference's clients write one: ISO 8601 with or without an offset, or seconds
 * since 1970, milliseconds where there are too many of them.
 */
final class StartTime {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})"
              + "(?:[Tt _](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)\\s?([Zz]|[+-]\\d{2}(?::?\\d{2})?)?)?");

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{1,9})?");

  /** More seconds than this since 1970 are milliseconds. */
  private static final double SECONDS_MAX = 2e10;

  /** The year 10000. */
  private static final double TIME_MAX = 253_402_300_800.0;

  private static final double MILLIS = 1000;

  private StartTime() {}

  /** The moment under a name; null where there is none, or where it is none, which is a fault. */
  static Instant of(RequestBody body, String name) {
    Object value = body.value(name);
    if (value == null) {
      return null;
    }
    boolean text = value instanceof String;
    Instant moment = null;
    if (value instanceof Number number) {
      moment = counted(number.doubleValue());
    } else if (text) {
      moment = written(((String) value).strip());
    }
    if (moment == null) {
      body.fault(
          text ? "datetime_from_date_parsing" : "datetime_type",
          text
              ? "Input should be a valid datetime or date, such as 2026-01-02T03:04:05Z"
              : "Input should be a valid datetime",
          value,
          name);
    }
    return moment;
  }

  private static Instant written(String text) {
    if (NUMBER.matcher(text).matches()) {
      return counted(Double.parseDouble(text));
    }
    Matcher iso = ISO.matcher(text);
    if (!iso.matches()) {
      return null;
    }
    String time = iso.group(2) == null ? "00:00" : iso.group(2);
    try {
      LocalDateTime local = LocalDateTime.parse(iso.group(1) + "T" + time);
      String offset = iso.group(3);
      ZoneId zone =
          offset == null ? ZoneId.systemDefault() : ZoneOffset.of(offset.replace('z', 'Z'));
      return local.atZone(zone).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant counted(double number) {
    double seconds = Math.abs(number) > SECONDS_MAX ? number / MILLIS : number;
    return Math.abs(seconds) < TIME_MAX ? Instant.ofEpochMilli(Math.round(seconds * MILLIS)) : null;
  }
}

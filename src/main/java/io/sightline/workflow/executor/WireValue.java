package io.sightline.workflow.executor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Map;

/** What values that a request wrote in JSON are called, and the moments among them. */
final class WireValue {
  private static final int MAX_LENGTH = 64;

  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']HH:mm")
          .appendPattern("[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[XXXXX][XXXX][XXX]")
          .optionalEnd()
          .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
          .parseDefaulting(ChronoField.NANO_OF_SECOND, 0)
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private WireValue() {}

  /** The name of its type as Roboflow's engine prints it. */
  static String type(Object value) {
    if (value == null) {
      return "NoneType";
    }
    if (value instanceof String) {
      return "str";
    }
    if (value instanceof Boolean) {
      return "bool";
    }
    if (value instanceof Double || value instanceof Float) {
      return "float";
    }
    if (value instanceof Number) {
      return "int";
    }
    if (value instanceof List<?>) {
      return "list";
    }
    return value instanceof Map<?, ?> ? "dict" : value.getClass().getSimpleName();
  }

  /**
   * A moment in ISO 8601: an {@link OffsetDateTime} where the text has an offset, else a {@link
   * LocalDateTime}.
   *
   * @throws DateTimeException where it is none
   */
  static Temporal moment(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new DateTimeException("a moment has at most " + MAX_LENGTH + " characters");
    }
    TemporalAccessor parsed = MOMENT.parse(text.strip());
    LocalTime time = parsed.query(TemporalQueries.localTime());
    LocalDateTime local =
        LocalDateTime.of(LocalDate.from(parsed), time == null ? LocalTime.MIDNIGHT : time);
    return parsed.isSupported(ChronoField.OFFSET_SECONDS)
        ? OffsetDateTime.of(local, ZoneOffset.from(parsed))
        : local;
  }
}

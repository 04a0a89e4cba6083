package io.sightline.workflow.executor;

import io.sightline.vision.VideoMetadata;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Video metadata from its wire form: {@code video_identifier}, {@code frame_number}, {@code
 * frame_timestamp} (ISO 8601, or seconds since 1970), and if wanted {@code fps}, {@code
 * measured_fps}, {@code comes_from_video_file}.
 */
final class VideoMetadataReader {
  /** Larger numbers are milliseconds. */
  private static final double SECONDS_MAX = 2e10;

  private static final double MILLIS_MAX = 2e14;
  private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
  private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");

  private VideoMetadataReader() {}

  /**
   * @throws InputException where {@code value} has another shape
   */
  static VideoMetadata read(String parameter, Object value) {
    if (value instanceof VideoMetadata video) {
      return video;
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new InputException(
          "Detected runtime parameter `%s` holding `WorkflowVideoMetadata`, but provided value is not a dict."
              .formatted(parameter),
          null);
    }
    try {
      OffsetDateTime moment = null;
      Instant instant;
      Object given = map.get("frame_timestamp");
      if (given instanceof String text && !text.strip().matches("[+-]?\\d{1,18}(\\.\\d{0,18})?")) {
        Temporal read = WireValue.moment(text);
        moment = read instanceof OffsetDateTime offset ? offset : null;
        instant =
            moment != null
                ? moment.toInstant()
                : ((LocalDateTime) read).atZone(ZoneId.systemDefault()).toInstant();
      } else {
        instant = sinceEpoch(number(given));
        moment = instant.atOffset(ZoneOffset.UTC);
      }
      return new VideoMetadata(
          text(map.get("video_identifier")),
          whole(map.get("frame_number")),
          instant,
          optional(map.get("fps")),
          optional(map.get("measured_fps")),
          flag(map.get("comes_from_video_file")),
          moment == null ? null : moment.getOffset());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new InputException(
          "Detected runtime parameter `%s` holding `WorkflowVideoMetadata`, but provided value is malformed. See details in inner error."
              .formatted(parameter),
          e);
    }
  }

  private static Instant sinceEpoch(double number) {
    if (!(Math.abs(number) <= MILLIS_MAX)) {
      throw new IllegalArgumentException("frame_timestamp is beyond any time");
    }
    double millis = Math.abs(number) > SECONDS_MAX ? number : number * 1000;
    long micros = Math.round(millis * 1000);
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
  }

  private static String text(Object value) {
    if (value instanceof String s) {
      return s;
    }
    throw new IllegalArgumentException("video_identifier must be a string");
  }

  private static long whole(Object value) {
    double number = number(value);
    if (number != Math.rint(number) || Math.abs(number) > Long.MAX_VALUE) {
      throw new IllegalArgumentException("frame_number must be a whole number");
    }
    return value instanceof Number n ? n.longValue() : (long) number;
  }

  private static Double optional(Object value) {
    return value == null ? null : Double.valueOf(number(value));
  }

  private static double number(Object value) {
    if (value instanceof Number n) {
      return n.doubleValue();
    }
    if (value instanceof String s && s.length() <= 40) {
      return Double.parseDouble(s.strip());
    }
    throw new IllegalArgumentException("a number is missing");
  }

  private static Boolean flag(Object value) {
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    String text = value instanceof Number n ? number(n) + "" : value.toString();
    String plain = text.toLowerCase(Locale.ROOT).replace(".0", "");
    if (TRUE.contains(plain) || FALSE.contains(plain)) {
      return TRUE.contains(plain);
    }
    throw new IllegalArgumentException("comes_from_video_file must be true or false");
  }
}

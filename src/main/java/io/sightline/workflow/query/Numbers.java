package io.sightline.workflow.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Arithmetic as Python does it: whole numbers stay whole and never overflow. */
final class Numbers {
  private static final String DIGITS = "[0-9](?:_?[0-9])*";
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:D(?:\\.D?)?|\\.D)(?:e[+-]?D)?".replace("D", "(?:" + DIGITS + ")"));

  private Numbers() {}

  /** The number that a value is, true and false being 1 and 0; null where it is none. */
  static Number of(Object value) {
    if (value instanceof Boolean b) {
      return b ? 1 : 0;
    }
    return value instanceof Number n ? n : null;
  }

  /** The number that a value is or that its text says; null where it is none. */
  static Double parse(Object value) {
    Number number = of(value);
    if (number != null) {
      return number.doubleValue();
    }
    if (!(value instanceof String s) || s.length() > 400) {
      return null;
    }
    String text = ascii(s.strip().toLowerCase(Locale.ROOT));
    switch (text) {
      case "inf", "+inf", "infinity", "+infinity":
        return Double.POSITIVE_INFINITY;
      case "-inf", "-infinity":
        return Double.NEGATIVE_INFINITY;
      case "nan", "+nan", "-nan":
        return Double.NaN;
      default:
        boolean plain = NUMBER.matcher(text).matches();
        return plain ? Double.valueOf(text.replace("_", "")) : null;
    }
  }

  /** The text with digits of all scripts as those of ASCII. */
  private static String ascii(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> digits.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return digits.toString();
  }

  /** The whole part. */
  static Number truncate(double value) {
    return value >= Long.MIN_VALUE && value <= Long.MAX_VALUE
        ? (Number) (long) value
        : new BigDecimal(value).toBigInteger();
  }

  /** Rounded to the even neighbour; whole numbers stay whole, digits may be negative. */
  static Number round(Number value, int digits) {
    if (Python.isWhole(value)) {
      return digits >= 0
          ? value
          : small(
              decimal(value)
                  .setScale(Math.max(digits, -400), RoundingMode.HALF_EVEN)
                  .toBigInteger());
    }
    double number = value.doubleValue();
    if (!Double.isFinite(number) || digits > 323) {
      return number;
    }
    double rounded =
        new BigDecimal(number)
            .setScale(Math.max(digits, -400), RoundingMode.HALF_EVEN)
            .doubleValue();
    return Math.copySign(rounded, number);
  }

  static Number multiply(Number a, Number b) {
    return Python.isWhole(a) && Python.isWhole(b)
        ? small(decimal(a).toBigInteger().multiply(decimal(b).toBigInteger()))
        : (Number) (a.doubleValue() * b.doubleValue());
  }

  static Number add(Number a, Number b) {
    return Python.isWhole(a) && Python.isWhole(b)
        ? small(decimal(a).toBigInteger().add(decimal(b).toBigInteger()))
        : (Number) (a.doubleValue() + b.doubleValue());
  }

  static int compare(Number a, Number b) {
    return Python.isWhole(a) && Python.isWhole(b)
        ? decimal(a).compareTo(decimal(b))
        : Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
  }

  private static BigDecimal decimal(Number whole) {
    return whole instanceof BigInteger big
        ? new BigDecimal(big)
        : BigDecimal.valueOf(whole.longValue());
  }

  private static Number small(BigInteger value) {
    return value.bitLength() < 64 ? (Number) value.longValue() : value;
  }
}

package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.query.PythonValues;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Shows numbers with a fraction. */
final class RealFormat {
  private static final int DEFAULT_PRECISION = 6;

  private RealFormat() {}

  static String format(double value, FormatSpec spec, String typeName) {
    char type = spec.type();
    if (type != 0 && "eEfFgGn%".indexOf(type) < 0) {
      throw FormatException.unknownType(type, typeName);
    }
    double shown = type == '%' ? value * 100 : value;
    String text = Double.isFinite(shown) ? digits(Math.abs(shown), spec) : special(shown);
    boolean negative = shown < 0 || shown == 0 && 1 / shown < 0;
    if (spec.noNegativeZero() && Double.isFinite(shown) && isZero(text)) {
      negative = false;
    }
    int whole = 0;
    while (whole < text.length() && Character.isDigit(text.charAt(whole))) {
      whole++;
    }
    String rest = text.substring(whole) + (type == '%' ? "%" : "");
    return Digits.assemble(spec, negative, "", text.substring(0, whole), upper(rest, type));
  }

  private static String upper(String rest, char type) {
    return type == 'E' || type == 'F' || type == 'G' ? rest.toUpperCase(Locale.ROOT) : rest;
  }

  private static String special(double value) {
    return Double.isNaN(value) ? "nan" : "inf";
  }

  private static boolean isZero(String text) {
    int exponent = text.indexOf('e');
    String mantissa = exponent < 0 ? text : text.substring(0, exponent);
    return mantissa.chars().noneMatch(c -> c >= '1' && c <= '9');
  }

  private static String digits(double value, FormatSpec spec) {
    int precision = spec.precision() < 0 ? DEFAULT_PRECISION : spec.precision();
    BigDecimal exact = new BigDecimal(value);
    return switch (spec.type()) {
      case 'f', 'F', '%' -> point(fixed(exact, precision), spec.alternate());
      case 'e', 'E' -> exponential(rounded(exact, precision + 1), precision, spec.alternate());
      case 0 -> {
        if (spec.precision() >= 0) {
          yield general(exact, precision, 1, spec.alternate());
        }
        String text = PythonValues.text(value);
        yield spec.alternate() ? alternate(text) : text;
      }
      default -> general(exact, precision, 0, spec.alternate());
    };
  }

  /** A decimal point where the alternate form wants one; shortest digits have exponents only. */
  private static String alternate(String text) {
    return text.contains(".") ? text : text.replace("e", ".e");
  }

  private static String point(String text, boolean alternate) {
    return alternate && !text.contains(".") ? text + "." : text;
  }

  private static String fixed(BigDecimal exact, int precision) {
    return exact.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static BigDecimal rounded(BigDecimal exact, int digits) {
    return exact.round(new MathContext(Math.max(1, digits), RoundingMode.HALF_EVEN));
  }

  private static int exponent(BigDecimal value) {
    return value.signum() == 0 ? 0 : value.precision() - value.scale() - 1;
  }

  private static String exponential(BigDecimal value, int precision, boolean alternate) {
    int exponent = exponent(value);
    String mantissa =
        value
            .scaleByPowerOfTen(-exponent)
            .setScale(precision, RoundingMode.UNNECESSARY)
            .toPlainString();
    return "%se%s%02d"
        .formatted(point(mantissa, alternate), exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /**
   * So many digits that count, with an exponent where that is shorter.
   *
   * @param dotZero 1 where a number without an exponent has a fraction, be it .0
   */
  private static String general(BigDecimal exact, int precision, int dotZero, boolean alternate) {
    int digits = Math.max(1, precision);
    BigDecimal value = rounded(exact, digits);
    int pointAt = exponent(value) + 1;
    if (pointAt <= -4 || pointAt > digits - dotZero) {
      BigDecimal mantissa = value.scaleByPowerOfTen(-exponent(value));
      int fraction = alternate ? digits - 1 : fractionDigits(mantissa);
      return exponential(value, fraction, alternate);
    }
    int fraction = alternate ? Math.max(0, digits - pointAt) : fractionDigits(value);
    return point(
        value.setScale(Math.max(fraction, dotZero), RoundingMode.UNNECESSARY).toPlainString(),
        alternate);
  }

  private static int fractionDigits(BigDecimal value) {
    return value.signum() == 0 ? 0 : Math.max(0, value.stripTrailingZeros().scale());
  }
}

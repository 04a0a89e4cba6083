package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.query.PythonValues;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Shows values as Python's format() does. */
final class ValueFormat {
  private ValueFormat() {}

  /**
   * @throws FormatException where {@code spec} is none for such a value
   */
  static String format(Object value, String spec) {
    if (spec.isEmpty()) {
      return PythonValues.text(value);
    }
    String type = PythonValues.typeName(value);
    if (value instanceof String text) {
      return text(text, FormatSpecReader.read(spec, type, '<', 's'), type);
    }
    if (value instanceof Boolean flag) {
      return WholeFormat.format(
          flag ? BigInteger.ONE : BigInteger.ZERO,
          FormatSpecReader.read(spec, type, '>', 'd'),
          type);
    }
    if (value instanceof Double || value instanceof Float) {
      return RealFormat.format(
          ((Number) value).doubleValue(), FormatSpecReader.read(spec, type, '>', (char) 0), type);
    }
    if (value instanceof BigDecimal decimal) {
      return RealFormat.format(
          decimal.doubleValue(), FormatSpecReader.read(spec, type, '>', (char) 0), type);
    }
    if (value instanceof Number number) {
      BigInteger whole =
          number instanceof BigInteger big ? big : BigInteger.valueOf(number.longValue());
      return WholeFormat.format(whole, FormatSpecReader.read(spec, type, '>', 'd'), type);
    }
    throw new FormatException(
        "unsupported format string passed to %s.__format__"
            .formatted(type.substring(type.lastIndexOf('.') + 1)));
  }

  private static String text(String text, FormatSpec spec, String type) {
    if (spec.type() != 's') {
      throw FormatException.unknownType(spec.type(), type);
    }
    if (spec.sign() != 0) {
      throw new FormatException(
          (spec.sign() == ' ' ? "Space" : "Sign") + " not allowed in string format specifier");
    }
    if (spec.noNegativeZero()) {
      throw new FormatException(
          "Negative zero coercion (z) not allowed in string format specifier");
    }
    if (spec.alternate()) {
      throw new FormatException("Alternate form (#) not allowed in string format specifier");
    }
    if (spec.align() == '=') {
      throw new FormatException("'=' alignment not allowed in string format specifier");
    }
    int length = text.codePointCount(0, text.length());
    String shown =
        spec.precision() >= 0 && spec.precision() < length
            ? text.substring(0, text.offsetByCodePoints(0, spec.precision()))
            : text;
    return spec.padded("", shown);
  }
}

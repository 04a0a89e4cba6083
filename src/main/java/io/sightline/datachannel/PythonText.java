package io.sightline.datachannel;

import io.sightline.vision.Image;
import io.sightline.vision.Moments;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;

/** Values as the str() of Python shows them. */
final class PythonText {
  private static final int DEPTH_MAX = 64;

  /** From this exponent on, and below the other, Python writes an exponent. */
  private static final int LARGE = 16;

  private static final int SMALL = -4;

  private PythonText() {}

  static String of(Object value) {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    if (Moments.is(value)) {
      return Moments.text((Temporal) value).replace('T', ' ');
    }
    StringBuilder text = new StringBuilder();
    show(value, text, 0);
    return text.toString();
  }

  private static void show(Object value, StringBuilder text, int depth) {
    if (value == null || depth > DEPTH_MAX) {
      text.append("None");
    } else if (value instanceof Boolean flag) {
      text.append(flag ? "True" : "False");
    } else if (value instanceof Double || value instanceof Float) {
      text.append(number(((Number) value).doubleValue()));
    } else if (value instanceof CharSequence string) {
      text.append(quoted(string.toString()));
    } else if (value instanceof Collection<?> list) {
      String gap = "[";
      for (Object element : list) {
        show(element, text.append(gap), depth + 1);
        gap = ", ";
      }
      text.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof Map<?, ?> map) {
      String gap = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        show(entry.getKey(), text.append(gap), depth + 1);
        show(entry.getValue(), text.append(": "), depth + 1);
        gap = ", ";
      }
      text.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof Image image) {
      text.append("<image %dx%d>".formatted(image.width(), image.height()));
    } else {
      text.append(value);
    }
  }

  private static String quoted(String string) {
    String quote = string.contains("'") && !string.contains("\"") ? "\"" : "'";
    String escaped =
        string
            .replace("\\", "\\\\")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
            .replace(quote, "\\" + quote);
    return quote + escaped + quote;
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= SMALL && exponent < LARGE) {
      String plain = digits.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    String all = digits.unscaledValue().abs().toString();
    String mantissa = all.length() == 1 ? all : all.charAt(0) + "." + all.substring(1);
    return "%s%se%s%02d"
        .formatted(value < 0 ? "-" : "", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}

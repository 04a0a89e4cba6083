package io.sightline.workflow.query;

import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.Moments;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How Python, in which Roboflow's engine is written, shows and compares values. */
final class Python {
  private static final int SHOWN = 128;

  private Python() {}

  /** The text that str() gives; spends what it takes. */
  static String text(Object value, Budget budget) {
    return value instanceof String s ? s : shown(value, budget);
  }

  /** The text that repr() gives; spends what it takes. */
  static String shown(Object value, Budget budget) {
    StringBuilder text = new StringBuilder();
    show(value, text, budget.left());
    budget.spend(text.length());
    return text.toString();
  }

  /** The text that str() gives, cut where it is long. */
  static String brief(Object value) {
    StringBuilder text = new StringBuilder();
    if (value instanceof String s) {
      text.append(s, 0, Math.min(s.length(), SHOWN + 1));
    } else {
      show(value, text, SHOWN);
    }
    return text.length() > SHOWN ? text.substring(0, SHOWN) + " [...]" : text.toString();
  }

  /** The text that repr() gives, cut where it is long. */
  static String briefShown(Object value) {
    StringBuilder text = new StringBuilder();
    show(value, text, SHOWN);
    return text.length() > SHOWN ? text.substring(0, SHOWN) + " [...]" : text.toString();
  }

  /** Appends the text that repr() gives, hardly more than {@code limit} characters of it. */
  private static void show(Object value, StringBuilder text, long limit) {
    if (value == null) {
      text.append("None");
    } else if (value instanceof Boolean b) {
      text.append(b ? "True" : "False");
    } else if (value instanceof String s) {
      text.append(quoted(s.length() > limit ? s.substring(0, (int) limit + 1) : s));
    } else if (value instanceof Double || value instanceof Float) {
      text.append(number(((Number) value).doubleValue()));
    } else if (value instanceof Collection<?> list) {
      showAll(list, text, limit);
    } else if (value instanceof Map<?, ?> map) {
      showAll(map, text, limit);
    } else {
      text.append(Moments.is(value) ? Moments.text((Temporal) value) : value.toString());
    }
  }

  private static void showAll(Collection<?> list, StringBuilder text, long limit) {
    text.append('[');
    String gap = "";
    for (Object element : list) {
      if (text.length() > limit) {
        return;
      }
      text.append(gap);
      show(element, text, limit);
      gap = ", ";
    }
    text.append(']');
  }

  private static void showAll(Map<?, ?> map, StringBuilder text, long limit) {
    text.append('{');
    String gap = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (text.length() > limit) {
        return;
      }
      text.append(gap);
      show(entry.getKey(), text, limit);
      text.append(": ");
      show(entry.getValue(), text, limit);
      gap = ", ";
    }
    text.append('}');
  }

  private static String quoted(String s) {
    String quote = s.contains("'") && !s.contains("\"") ? "\"" : "'";
    String escaped =
        s.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    return quote + (quote.equals("'") ? escaped.replace("'", "\\'") : escaped) + quote;
  }

  /** The shortest digits that mean this double, with an exponent where Python has one. */
  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal digits = shortest(Math.abs(value));
    int exponent = digits.precision() - digits.scale() - 1;
    String sign = value < 0 ? "-" : "";
    if (exponent < -4 || exponent >= 16) {
      String all = digits.unscaledValue().toString();
      String mantissa = all.length() == 1 ? all : all.charAt(0) + "." + all.substring(1);
      return "%s%se%s%02d".formatted(sign, mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
    String plain = digits.toPlainString();
    return sign + (plain.contains(".") ? plain : plain + ".0");
  }

  /** The fewest digits that mean this double: Java 17 gives more for some. */
  private static BigDecimal shortest(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    BigDecimal exact = new BigDecimal(value);
    for (int n = digits.precision() - 1; n > 0; n--) {
      BigDecimal fewer = exact.round(new MathContext(n, RoundingMode.HALF_EVEN));
      if (fewer.doubleValue() != value) {
        break;
      }
      digits = fewer.stripTrailingZeros();
    }
    return digits;
  }

  /** The name of a value's type in error messages. */
  static String type(Object value) {
    String name = "object";
    if (value == null) {
      name = "NoneType";
    } else if (value instanceof String) {
      name = "str";
    } else if (value instanceof Boolean) {
      name = "bool";
    } else if (isWhole(value)) {
      name = "int";
    } else if (value instanceof Number) {
      name = "float";
    } else if (value instanceof List<?>) {
      name = "list";
    } else if (value instanceof Map<?, ?>) {
      name = "dict";
    } else if (value instanceof Detections) {
      name = "supervision.detection.core.Detections";
    } else if (value instanceof Detection) {
      name = "tuple";
    } else if (value instanceof Image) {
      name = "inference.core.workflows.execution_engine.entities.base.WorkflowImageData";
    } else if (Moments.is(value)) {
      name = "datetime.datetime";
    } else if (value instanceof byte[]) {
      name = "bytes";
    }
    return "<class '" + name + "'>";
  }

  /** The bare name of a value's type in the messages of Python itself, such as str. */
  static String typeName(Object value) {
    String type = type(value);
    String name = type.substring(type.indexOf('\'') + 1, type.lastIndexOf('\''));
    return name.startsWith("datetime") ? name : name.substring(name.lastIndexOf('.') + 1);
  }

  static boolean isWhole(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof BigInteger
        || value instanceof Short
        || value instanceof Byte;
  }

  /** What a value counts as in a condition. */
  static boolean truth(Object value) {
    if (value instanceof Boolean b) {
      return b;
    }
    if (value instanceof Number n) {
      return n.doubleValue() != 0;
    }
    if (value == null) {
      return false;
    }
    int length = Sequences.lengthOrMinusOne(value);
    return length != 0;
  }
}

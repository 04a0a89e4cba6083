package io.sightline.workflow.query;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes JSON, spaced and escaped as Python writes it. */
final class PythonJson {
  private static final int MAX_DEPTH = 200;

  private final StringBuilder text = new StringBuilder();
  private final Budget budget;
  private final boolean allowNan;

  private PythonJson(Budget budget, boolean allowNan) {
    this.budget = budget;
    this.allowNan = allowNan;
  }

  /**
   * @param allowNan false where numbers that JSON has not are refused
   * @throws IllegalArgumentException where a part has no form in JSON
   */
  static String write(Object value, Budget budget, boolean allowNan) {
    PythonJson json = new PythonJson(budget, allowNan);
    json.write(value, 0);
    return json.text.toString();
  }

  private void write(Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("the value is nested deeper than " + MAX_DEPTH);
    }
    budget.spend(1);
    if (value instanceof Map<?, ?> map) {
      text.append('{');
      for (Iterator<? extends Map.Entry<?, ?>> i = map.entrySet().iterator(); i.hasNext(); ) {
        Map.Entry<?, ?> entry = i.next();
        string(String.valueOf(entry.getKey()));
        text.append(": ");
        write(entry.getValue(), depth + 1);
        text.append(i.hasNext() ? ", " : "");
      }
      text.append('}');
    } else if (value instanceof List<?> list) {
      text.append('[');
      for (int i = 0; i < list.size(); i++) {
        text.append(i > 0 ? ", " : "");
        write(list.get(i), depth + 1);
      }
      text.append(']');
    } else if (value instanceof String s) {
      string(s);
    } else if (value instanceof Boolean || value == null) {
      text.append(value);
    } else if (value instanceof Number number) {
      number(number);
    } else {
      throw new IllegalArgumentException(
          "Object of type " + Python.typeName(value) + " is not JSON serializable");
    }
  }

  private void number(Number number) {
    boolean real = number instanceof Double || number instanceof Float;
    if (real && !Double.isFinite(number.doubleValue())) {
      if (!allowNan) {
        throw new IllegalArgumentException("Out of range float values are not JSON compliant");
      }
      double value = number.doubleValue();
      text.append(Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    } else {
      text.append(Python.shown(number, budget));
    }
  }

  private void string(String s) {
    budget.spend(s.length());
    text.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        default -> {
          if (c < ' ' || c > '~') {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}

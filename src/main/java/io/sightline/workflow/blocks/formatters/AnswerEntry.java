package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.query.PythonValues;
import java.util.List;
import java.util.Map;

/**
 * One object of a language model's answer.
 *
 * @param parts by their names
 */
record AnswerEntry(Map<?, ?> parts) {
  /**
   * @throws AnswerException where it is no object
   */
  static AnswerEntry of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return new AnswerEntry(map);
    }
    throw new AnswerException("an entry is an object");
  }

  /**
   * @throws AnswerException where there is none
   */
  Object required(String name) {
    if (!parts.containsKey(name)) {
      throw new AnswerException("an entry has no " + name);
    }
    return parts.get(name);
  }

  /** The confidence, 1 where none is said. */
  double confidence() {
    return parts.containsKey("confidence") ? VlmFields.confidence(parts.get("confidence")) : 1;
  }

  /** The first of these parts that is there, as text; unknown where none is. */
  String label(String... names) {
    for (String name : names) {
      if (parts.get(name) != null) {
        return PythonValues.text(parts.get(name));
      }
    }
    return "unknown";
  }

  /**
   * A number as it stands.
   *
   * @throws AnswerException where the part is none
   */
  double number(String name) {
    Object value = required(name);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    throw new AnswerException(name + " is no number");
  }

  /**
   * The four numbers of a box.
   *
   * @param converting true where texts of numbers count
   * @throws AnswerException where there are others
   */
  double[] box(String name, boolean converting) {
    if (!(required(name) instanceof List<?> list) || list.size() != 4) {
      throw new AnswerException(name + " is a list of four numbers");
    }
    double[] box = new double[4];
    for (int i = 0; i < 4; i++) {
      Object value = list.get(i);
      box[i] = converting ? real(value) : new AnswerEntry(Map.of(name, value)).number(name);
    }
    return box;
  }

  /**
   * @throws AnswerException where the value is no text
   */
  static String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new AnswerException("a label is a text");
  }

  /** The number that float() makes of a value. */
  static double real(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    Double parsed = PythonValues.number(value);
    if (parsed == null) {
      throw new AnswerException("a number is missing");
    }
    return parsed;
  }
}

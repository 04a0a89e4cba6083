package io.sightline.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes values as JSON that a careless or hostile client might send, lone surrogates included. */
final class Json {
  private Json() {}

  static String write(Object value, Random random) {
    StringBuilder text = new StringBuilder();
    write(value, text, random);
    return text.toString();
  }

  private static void write(Object value, StringBuilder text, Random random) {
    if (value instanceof List<?> list) {
      text.append('[');
      String gap = "";
      for (Object element : list) {
        text.append(gap);
        write(element, text, random);
        gap = ",";
      }
      text.append(']');
    } else if (value instanceof Map<?, ?> map) {
      object(map, text, random);
    } else if (value instanceof String s) {
      string(s, text, random);
    } else if (value instanceof Double d && random.nextInt(20) == 0) {
      text.append(d).append("0".repeat(random.nextInt(2000)));
    } else {
      text.append(value);
    }
  }

  /** Now and then with a key twice. */
  private static void object(Map<?, ?> map, StringBuilder text, Random random) {
    text.append('{');
    String gap = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      for (int i = random.nextInt(40) == 0 ? 2 : 1; i > 0; i--) {
        text.append(gap);
        string(entry.getKey().toString(), text, random);
        text.append(':');
        write(entry.getValue(), text, random);
        gap = ",";
      }
    }
    text.append('}');
  }

  private static void string(String s, StringBuilder text, Random random) {
    boolean escape = random.nextBoolean();
    text.append('"');
    for (char c : s.toCharArray()) {
      if (c == '"' || c == '\\' || c < ' ' || escape && c > '~') {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}

package io.sightline.workflow.query;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Operations on a map. */
sealed interface DictionaryOperation extends Operation {
  /** The map as JSON, spaced and escaped as Python writes it. */
  record ToJson(String place) implements DictionaryOperation {
    private static final int MAX_DEPTH = 200;

    @Override
    public Object apply(Object value, Scope scope) {
      if (!(value instanceof Map<?, ?>)) {
        throw QueryException.input(
            place,
            "Executing dictionary_to_json(...) in context %s, expected dict object as value, got %s of"
                    .formatted(place, Python.brief(value))
                + " type "
                + Python.type(value));
      }
      StringBuilder json = new StringBuilder();
      write(value, json, 0, scope.budget());
      return json.toString();
    }

    private void write(Object value, StringBuilder json, int depth, Budget budget) {
      if (depth > MAX_DEPTH) {
        throw failed("the value is nested deeper than " + MAX_DEPTH);
      }
      budget.spend(1);
      if (value instanceof Map<?, ?> map) {
        json.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> i = map.entrySet().iterator(); i.hasNext(); ) {
          Map.Entry<?, ?> entry = i.next();
          string(String.valueOf(entry.getKey()), json, budget);
          json.append(": ");
          write(entry.getValue(), json, depth + 1, budget);
          json.append(i.hasNext() ? ", " : "");
        }
        json.append('}');
      } else if (value instanceof List<?> list) {
        json.append('[');
        for (int i = 0; i < list.size(); i++) {
          json.append(i > 0 ? ", " : "");
          write(list.get(i), json, depth + 1, budget);
        }
        json.append(']');
      } else if (value instanceof String s) {
        string(s, json, budget);
      } else if (value instanceof Boolean || value == null) {
        json.append(value);
      } else if (value instanceof Double d && !Double.isFinite(d)) {
        json.append(Double.isNaN(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
      } else if (value instanceof Number) {
        json.append(Python.shown(value, budget));
      } else {
        throw failed("Object of type " + Python.typeName(value) + " is not JSON serializable");
      }
    }

    private QueryException failed(String reason) {
      return QueryException.operation(
          place,
          "While Using operation dictionary_to_json(...) in context %s encountered error: %s"
              .formatted(place, reason));
    }

    private static void string(String s, StringBuilder json, Budget budget) {
      budget.spend(s.length());
      json.append('"');
      for (char c : s.toCharArray()) {
        switch (c) {
          case '"' -> json.append("\\\"");
          case '\\' -> json.append("\\\\");
          case '\n' -> json.append("\\n");
          case '\r' -> json.append("\\r");
          case '\t' -> json.append("\\t");
          case '\b' -> json.append("\\b");
          case '\f' -> json.append("\\f");
          default -> json.append(c < ' ' || c > '~' ? "\\u%04x".formatted((int) c) : c);
        }
      }
      json.append('"');
    }
  }
}

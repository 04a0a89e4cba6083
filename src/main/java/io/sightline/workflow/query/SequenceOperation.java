package io.sightline.workflow.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Operations on what has elements. */
sealed interface SequenceOperation extends Operation {
  record Apply(String place, OperationChain chain) implements SequenceOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      List<Object> results = new ArrayList<>();
      for (Object element : elements(place, value, "sequence_apply")) {
        results.add(chain.apply(element, scope));
      }
      return results;
    }
  }

  record Length(String place) implements SequenceOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      int length = Sequences.lengthOrMinusOne(value);
      if (length < 0) {
        throw unsuited(place, value, "get_sequence_length", "object has no len()");
      }
      return length;
    }
  }

  record ElementsCount(String place) implements SequenceOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      List<?> elements = Sequences.elementsOrNull(value);
      if (elements == null) {
        throw unsuited(place, value, "get_sequence_elements_count", "object is not iterable");
      }
      Map<String, Object> counts = new LinkedHashMap<>();
      for (Object element : elements) {
        counts.merge(Python.text(element, scope.budget()), 1, (a, b) -> (int) a + (int) b);
      }
      return counts;
    }
  }

  record Join(String place, String separator) implements SequenceOperation {
    private static final int MAX_LENGTH = 1_000_000;

    @Override
    public Object apply(Object value, Scope scope) {
      StringBuilder joined = new StringBuilder();
      String gap = "";
      for (Object element : elements(place, value, "join_sequence")) {
        joined.append(gap).append(Python.text(element, scope.budget()));
        scope.budget().spend(separator.length());
        gap = separator;
        if (joined.length() > MAX_LENGTH) {
          throw QueryException.operation(
              place,
              "While executing join_sequence(...) in context %s, attempted to build a string which"
                      .formatted(place)
                  + " exceeds the maximum allowed length of %d characters".formatted(MAX_LENGTH));
        }
      }
      return joined.toString();
    }
  }

  /** The first, last, most or least common element. */
  record Aggregate(String place, String mode) implements SequenceOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      if (!(value instanceof List<?> || value instanceof String)) {
        throw unsuited(place, value, "aggregate_sequence", "object is no sequence");
      }
      List<?> elements = Sequences.elementsOrNull(value);
      if (elements.isEmpty()) {
        throw QueryException.input(
            place,
            "While executing aggregate_sequence(...) in context %s, encountered value empty sequence"
                    .formatted(place)
                + " which cannot be aggregated");
      }
      return switch (mode) {
        case "first" -> elements.get(0);
        case "last" -> elements.get(elements.size() - 1);
        default -> common(elements, mode.equals("most_common"));
      };
    }

    /** Among equally common ones the first counts as more common. */
    private static Object common(List<?> elements, boolean most) {
      Map<Object, Integer> counts = new LinkedHashMap<>();
      elements.forEach(element -> counts.merge(element, 1, Integer::sum));
      Map.Entry<Object, Integer> best = null;
      for (Map.Entry<Object, Integer> entry : counts.entrySet()) {
        if (best == null
            || (most ? entry.getValue() > best.getValue() : entry.getValue() <= best.getValue())) {
          best = entry;
        }
      }
      return best == null ? null : best.getKey();
    }
  }

  /** The least, the greatest or the sum. */
  record NumericAggregate(String place, String function, Object neutral)
      implements SequenceOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      List<?> elements = value instanceof List<?> list ? list : null;
      if (elements == null) {
        throw unsuited(place, value, "aggregate_numeric_sequence", "object is no sequence");
      }
      if (elements.isEmpty()) {
        return neutral;
      }
      try {
        Object result = function.equals("sum") ? 0 : elements.get(0);
        for (Object element : elements) {
          result = combine(result, element);
        }
        return result;
      } catch (IllegalArgumentException e) {
        throw unsuited(place, value, "aggregate_numeric_sequence", e.getMessage());
      }
    }

    private Object combine(Object result, Object element) {
      if (!function.equals("sum")) {
        int order = Comparison.order(element, result);
        return (function.equals("min") ? order < 0 : order > 0) ? element : result;
      }
      if (Numbers.of(element) == null) {
        throw new IllegalArgumentException("unsupported operand " + Python.type(element));
      }
      return Numbers.add(Numbers.of(result), Numbers.of(element));
    }
  }

  private static List<?> elements(String place, Object value, String name) {
    List<?> elements = Sequences.elementsOrNull(value);
    if (elements == null) {
      throw QueryException.input(
          place,
          "While executing %s(...) in context %s, encountered value of type %s which is not a sequence"
                  .formatted(name, place, Python.type(value))
              + " to be iterated");
    }
    return elements;
  }

  private static QueryException unsuited(String place, Object value, String name, String details) {
    return QueryException.input(
        place,
        "While executing %s(...) in context %s, encountered value of type %s which is not suited to"
                .formatted(name, place, Python.type(value))
            + " execute operation. Details: "
            + details);
  }
}

package io.sightline.workflow.query;

import io.sightline.vision.Detections;
import io.sightline.workflow.block.BlockException;
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
      Scope inner = value instanceof Detections all ? scope.inside(all, scope.names()) : scope;
      for (Object element : elements(place, value, "sequence_apply")) {
        results.add(chain.apply(element, inner));
      }
      return results;
    }
  }

  record Length(String place) implements SequenceOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      int length = Sequences.lengthOrMinusOne(value);
      if (length < 0) {
        throw unsuited(place, value, "get_sequence_length", noLength(value));
      }
      return length;
    }
  }

  record ElementsCount(String place) implements SequenceOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      List<?> elements = Sequences.elementsOrNull(value);
      if (elements == null) {
        String details = "'%s' object is not iterable".formatted(Python.typeName(value));
        throw unsuited(place, value, "get_sequence_elements_count", details);
      }
      Map<String, Object> counts = new LinkedHashMap<>();
      for (Object element : elements) {
        String text = Python.brief(element);
        scope.budget().spend(text.length());
        counts.merge(text, 1, (a, b) -> (int) a + (int) b);
      }
      return counts;
    }
  }

  record Join(String place, String separator) implements SequenceOperation {
    private static final int MAX_LENGTH = 1_000_000;

    @Override
    public Object apply(Object value, Scope scope) {
      List<String> parts = new ArrayList<>();
      long length = 0;
      for (Object element : elements(place, value, "join_sequence")) {
        String part = Python.text(element, scope.budget());
        length += part.codePointCount(0, part.length());
        length += parts.isEmpty() ? 0 : separator.codePointCount(0, separator.length());
        parts.add(part);
      }
      if (length > MAX_LENGTH) {
        throw QueryException.operation(
            place,
            "While executing join_sequence(...) in context %s, attempted to build a string of %d"
                    .formatted(place, length)
                + " characters, which exceeds the maximum allowed length of %d characters"
                    .formatted(MAX_LENGTH));
      }
      scope.budget().spend(length);
      return String.join(separator, parts);
    }
  }

  /** The first, last, most or least common element. */
  record Aggregate(String place, String mode) implements SequenceOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      List<?> elements = Sequences.elementsOrNull(value);
      if (elements == null) {
        throw unsuited(place, value, "aggregate_sequence", noLength(value));
      }
      if (elements.isEmpty()) {
        throw QueryException.input(
            place,
            "While executing aggregate_sequence(...) in context %s, encountered value empty sequence"
                    .formatted(place)
                + " which cannot be aggregated");
      }
      try {
        return switch (mode) {
          case "first" -> element(value, elements, 0);
          case "last" -> element(value, elements, elements.size() - 1);
          default -> Tally.of(value, elements).common(mode.equals("most_common"));
        };
      } catch (IllegalArgumentException e) {
        throw unsuited(place, value, "aggregate_sequence", e.getMessage());
      }
    }

    /** One of detections stays detections. */
    private static Object element(Object value, List<?> elements, int place) {
      if (value instanceof Map<?, ?>) {
        throw new BlockException("a dictionary has no first and no last element");
      }
      return value instanceof Detections all
          ? all.with(List.of(all.items().get(place)))
          : elements.get(place);
    }
  }

  /** The least, the greatest or the sum. */
  record NumericAggregate(String place, String function, Object neutral)
      implements SequenceOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      List<?> elements = Sequences.elementsOrNull(value);
      if (elements == null) {
        throw unsuited(place, value, "aggregate_numeric_sequence", noLength(value));
      }
      if (elements.isEmpty()) {
        return neutral;
      }
      try {
        boolean sum = function.equals("sum");
        Object result = sum ? 0 : elements.get(0);
        for (Object element : sum ? elements : elements.subList(1, elements.size())) {
          result = combine(result, element);
        }
        return result;
      } catch (IllegalArgumentException e) {
        throw unsuited(place, value, "aggregate_numeric_sequence", e.getMessage());
      }
    }

    private Object combine(Object result, Object element) {
      if (!function.equals("sum")) {
        String symbol = function.equals("min") ? "<" : ">";
        return Comparison.ordered(element, result, symbol) ? element : result;
      }
      if (Numbers.of(element) == null) {
        throw new IllegalArgumentException(
            "unsupported operand type(s) for +: '%s' and '%s'"
                .formatted(Python.typeName(result), Python.typeName(element)));
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

  private static String noLength(Object value) {
    return "object of type '%s' has no len()".formatted(Python.typeName(value));
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

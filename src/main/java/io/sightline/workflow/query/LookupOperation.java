package io.sightline.workflow.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Operations that replace a value by what a table says. */
sealed interface LookupOperation extends Operation {
  record Lookup(String place, Map<?, ?> table) implements LookupOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      if (value instanceof List<?> || value instanceof Map<?, ?>) {
        throw QueryException.input(
            place,
            "While executing operation apply_lookup(...) in context %s, passed value of type %s which"
                    .formatted(place, Python.type(value))
                + " does not let it be searched in lookup table.");
      }
      if (!table.containsKey(value)) {
        throw QueryException.input(
            place,
            "While executing operation apply_lookup(...) in context %s, encountered value `%s` of type"
                    .formatted(place, Python.brief(value))
                + " %s which cannot be found in lookup table with keys: %s"
                    .formatted(Python.type(value), Python.brief(List.copyOf(table.keySet()))));
      }
      return table.get(value);
    }
  }

  record MapEach(String place, Map<?, ?> table) implements LookupOperation {
    @Override
    public Object apply(Object value, Scope scope) {
      List<?> elements = Sequences.elementsOrNull(value);
      if (elements == null) {
        throw notIterated(value);
      }
      List<Object> mapped = new ArrayList<>(elements.size());
      for (Object element : elements) {
        if (element instanceof List<?> || element instanceof Map<?, ?>) {
          throw notIterated(value);
        }
        if (!table.containsKey(element)) {
          throw QueryException.input(
              place,
              "While executing operation sequence_map(...) in context %s, encountered value `%s` which"
                      .formatted(place, Python.briefShown(element))
                  + " cannot be found in lookup table with keys: "
                  + Python.brief(List.copyOf(table.keySet())));
        }
        mapped.add(table.get(element));
      }
      return mapped;
    }

    private QueryException notIterated(Object value) {
      return QueryException.input(
          place,
          "While executing sequence_map(...) in context %s, encountered value of type %s which is not"
                  .formatted(place, Python.type(value))
              + " a sequence to be iterated");
    }
  }
}

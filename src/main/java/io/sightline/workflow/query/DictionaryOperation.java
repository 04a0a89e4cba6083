package io.sightline.workflow.query;

import java.util.Map;

/** Operations on a map. */
sealed interface DictionaryOperation extends Operation {
  /** The map as JSON, spaced and escaped as Python writes it. */
  record ToJson(String place) implements DictionaryOperation {
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
      try {
        return PythonJson.write(value, scope.budget(), true);
      } catch (IllegalArgumentException e) {
        throw QueryException.operation(
            place,
            "While Using operation dictionary_to_json(...) in context %s encountered error: %s"
                .formatted(place, e.getMessage()));
      }
    }
  }
}

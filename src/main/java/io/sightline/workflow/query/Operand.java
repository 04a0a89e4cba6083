package io.sightline.workflow.query;

import java.util.Map;
import java.util.function.BooleanSupplier;

/** A value in a statement. */
public sealed interface Operand {
  Object value(Map<String, Object> names);

  /** What the document says. */
  record Static(Object given, OperationChain operations) implements Operand {
    @Override
    public Object value(Map<String, Object> names) {
      return operations.apply(given, names);
    }
  }

  /** What somebody named. */
  record Dynamic(String name, OperationChain operations) implements Operand {
    @Override
    public Object value(Map<String, Object> names) {
      if (!names.containsKey(name)) {
        throw QueryException.undeclared(null, "Encountered undefined symbol `%s`".formatted(name));
      }
      return operations.apply(names.get(name), names);
    }
  }

  /** Evaluates; what goes wrong says which statement it was. */
  static boolean guarded(String type, String place, BooleanSupplier evaluation) {
    String prefix =
        "Attempted to execute evaluation of type: %s in context %s, but encountered error: "
            .formatted(type, place);
    try {
      return evaluation.getAsBoolean();
    } catch (QueryException e) {
      throw e.errorType().equals("UndeclaredSymbolError")
          ? QueryException.undeclared(place, prefix + e.getMessage())
          : e;
    } catch (RuntimeException e) {
      throw QueryException.evaluation(place, prefix + e.getMessage(), e);
    }
  }
}

package io.sightline.workflow.query;

import java.util.function.BooleanSupplier;

/** A value in a statement. */
public sealed interface Operand {
  Object value(Scope scope);

  /** What the document says. */
  record Static(Object given, OperationChain operations) implements Operand {
    @Override
    public Object value(Scope scope) {
      return operations.apply(given, scope);
    }
  }

  /** What somebody named. */
  record Dynamic(String name, OperationChain operations) implements Operand {
    @Override
    public Object value(Scope scope) {
      if (!scope.names().containsKey(name)) {
        throw QueryException.undeclared(null, "Encountered undefined symbol `%s`".formatted(name));
      }
      return operations.apply(scope.names().get(name), scope);
    }
  }

  /** Evaluates; what goes wrong says which statement it was. */
  static boolean guarded(String type, String place, BooleanSupplier evaluation) {
    try {
      return evaluation.getAsBoolean();
    } catch (QueryException e) {
      throw e.errorType().equals("UndeclaredSymbolError")
          ? QueryException.undeclared(place, prefix(type, place) + e.getMessage())
          : e;
    } catch (RuntimeException e) {
      throw QueryException.evaluation(place, prefix(type, place) + e.getMessage(), e);
    }
  }

  private static String prefix(String type, String place) {
    return "Attempted to execute evaluation of type: %s in context %s, but encountered error: "
        .formatted(type, place);
  }
}

package io.sightline.workflow.query;

import io.sightline.workflow.block.RunLimits;
import java.util.List;
import java.util.Map;

/** Something that is true or false of named values. */
public sealed interface Statement {
  /**
   * Tests as an evaluation of its own.
   *
   * @param limits of the run, which bound the evaluation
   * @throws QueryException where a name is unknown or the values cannot be compared so
   */
  default boolean test(Map<String, Object> names, RunLimits limits) {
    return test(Scope.of(names, limits));
  }

  /** Tests as a part of another evaluation. */
  boolean test(Scope scope);

  /** All of the statements or any; every one is evaluated, from left to right. */
  record Group(String place, boolean all, List<Statement> statements) implements Statement {
    @Override
    public boolean test(Scope scope) {
      boolean result = statements.get(0).test(scope);
      for (Statement statement : statements.subList(1, statements.size())) {
        boolean next = statement.test(scope);
        result = all ? result && next : result || next;
      }
      return result;
    }
  }

  /** A comparison of two values. */
  record Binary(String place, Operand left, Comparator comparator, Operand right, boolean negate)
      implements Statement {
    @Override
    public boolean test(Scope scope) {
      return Operand.guarded(
          "BinaryStatement",
          place,
          () -> {
            Object a = left.value(scope);
            Object b = right.value(scope);
            comparator.spend(a, b, scope.budget());
            return comparator.test(a, b) != negate;
          });
    }
  }

  /** A question about one value. */
  record Unary(String place, Operand operand, Question question, boolean negate)
      implements Statement {
    @Override
    public boolean test(Scope scope) {
      return Operand.guarded(
          "UnaryStatement", place, () -> question.test(operand.value(scope)) != negate);
    }
  }
}

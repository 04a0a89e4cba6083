package io.sightline.workflow.query;

import java.util.List;
import java.util.Map;

/** Something that is true or false of named values. */
public sealed interface Statement {
  /**
   * @throws QueryException where a name is unknown or the values cannot be compared so
   */
  boolean test(Map<String, Object> names);

  /** All of the statements or any; every one is evaluated, from left to right. */
  record Group(String place, boolean all, List<Statement> statements) implements Statement {
    @Override
    public boolean test(Map<String, Object> names) {
      boolean result = statements.get(0).test(names);
      for (Statement statement : statements.subList(1, statements.size())) {
        boolean next = statement.test(names);
        result = all ? result && next : result || next;
      }
      return result;
    }
  }

  /** A comparison of two values. */
  record Binary(String place, Operand left, Comparator comparator, Operand right, boolean negate)
      implements Statement {
    @Override
    public boolean test(Map<String, Object> names) {
      return Operand.guarded(
          "BinaryStatement",
          place,
          () -> comparator.test(left.value(names), right.value(names)) != negate);
    }
  }

  /** A question about one value. */
  record Unary(String place, Operand operand, Question question, boolean negate)
      implements Statement {
    @Override
    public boolean test(Map<String, Object> names) {
      return Operand.guarded(
          "UnaryStatement", place, () -> question.test(operand.value(names)) != negate);
    }
  }
}

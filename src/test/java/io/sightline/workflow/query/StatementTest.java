package io.sightline.workflow.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.RunLimits;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatementTest {
  private static Map<String, Object> operand(Object value) {
    Map<String, Object> operand = new HashMap<>();
    operand.put("type", "StaticOperand");
    operand.put("value", value);
    return operand;
  }

  private static Map<String, Object> binary(Object left, String comparator, Object right) {
    return Map.of(
        "type", "BinaryStatement",
        "left_operand", operand(left),
        "comparator", Map.of("type", comparator),
        "right_operand", operand(right));
  }

  private static Map<String, Object> unary(String question, Object value) {
    return Map.of(
        "type", "UnaryStatement", "operand", operand(value), "operator", Map.of("type", question));
  }

  private static Statement statement(String operator, Object... statements) {
    return (Statement)
        new StatementForm()
            .read(
                Map.of(
                    "type",
                    "StatementGroup",
                    "operator",
                    operator,
                    "statements",
                    List.of(statements)));
  }

  private static boolean holds(Object left, String comparator, Object right) {
    return statement("or", binary(left, comparator, right)).test(Map.of(), RunLimits.NONE);
  }

  @Test
  @DisplayName("Q-3: what is searched counts as often as it is")
  void aSearchForManyAmongManyIsRefused() {
    List<Integer> some = IntStream.range(0, 1000).boxed().toList();
    List<Integer> many = IntStream.range(0, 3000).boxed().toList();
    assertTrue(holds(some, "all in (Sequence)", some));
    for (String comparator : List.of("all in (Sequence)", "any in (Sequence)")) {
      QueryException e = assertThrows(QueryException.class, () -> holds(many, comparator, many));
      assertEquals("OperationError", e.errorType());
    }
  }

  @Test
  void comparesNumbersByWhatTheyMean() {
    assertTrue(holds(1, "==", 1.0));
    assertTrue(holds(true, "(Number) ==", 1));
    assertTrue(holds(0.1 + 0.2, "(Number) !=", 0.3));
    assertFalse(holds("1", "==", 1));
    assertTrue(holds(5, "(Number) in range", List.of(5, 6)));
    assertFalse(holds(Double.NaN, "==", Double.NaN));
  }

  @Test
  void looksIntoListsTextsAndMaps() {
    assertTrue(holds(1, "in (Sequence)", List.of(0.5, 1.0)));
    assertTrue(holds("b", "in (Sequence)", Map.of("b", 1)));
    assertTrue(holds("abc", "(String) contains", "bc"));
    assertTrue(holds(List.of("a", "z"), "any in (Sequence)", "abc"));
    assertFalse(holds(List.of("a", "z"), "all in (Sequence)", "abc"));
    assertTrue(holds(List.of(), "all in (Sequence)", "abc"));
  }

  @Test
  void asksAboutOneValue() {
    assertTrue(
        statement("and", unary("Exists", 0), unary("DoesNotExist", null))
            .test(Map.of(), RunLimits.NONE));
    assertFalse(statement("and", unary("(Boolean) is True", 1)).test(Map.of(), RunLimits.NONE));
    assertTrue(statement("and", unary("(Sequence) is empty", "")).test(Map.of(), RunLimits.NONE));
  }

  @Test
  void zoneIsOpen() {
    List<List<Integer>> square =
        List.of(List.of(0, 0), List.of(10, 0), List.of(10, 10), List.of(0, 10));
    assertTrue(holds(List.of(5, 5), "(Detection) in zone", square));
    assertFalse(holds(List.of(10, 5), "(Detection) in zone", square));
    assertFalse(holds(List.of(0, 0), "(Detection) in zone", square));
  }

  @Test
  @DisplayName("Q-2: what cannot be compared says where")
  void errorsSayThePlace() {
    QueryException e = assertThrows(QueryException.class, () -> holds("a", "(Number) <", 1));
    assertEquals("EvaluationEngineError", e.errorType());
    assertTrue(e.getMessage().contains("BinaryStatement in context <root>.statements[0]"));
    Statement unknown =
        (Statement)
            new StatementForm()
                .read(
                    Map.of(
                        "type",
                        "StatementGroup",
                        "statements",
                        List.of(
                            Map.of(
                                "type", "UnaryStatement",
                                "operand", Map.of("type", "DynamicOperand", "operand_name", "n"),
                                "operator", Map.of("type", "Exists")))));
    QueryException undeclared =
        assertThrows(QueryException.class, () -> unknown.test(Map.of(), RunLimits.NONE));
    assertEquals("UndeclaredSymbolError", undeclared.errorType());
  }

  @Test
  void hostileDocumentsAreRefusedAsForms() {
    for (Object raw :
        Arrays.asList(
            null,
            7,
            List.of(),
            Map.of(),
            Map.of("type", "StatementGroup"),
            Map.of("type", "StatementGroup", "statements", List.of()),
            Map.of("type", "StatementGroup", "statements", List.of(7)),
            Map.of("type", "StatementGroup", "statements", List.of(Map.of("type", "X"))),
            Map.of(
                "type",
                "StatementGroup",
                "statements",
                List.of(Map.of("type", "BinaryStatement"))))) {
      assertThrows(FormException.class, () -> new StatementForm().read(raw));
    }
  }

  @Test
  void whatIsNoNumberComesBeforeAndBehindNothing() {
    for (String comparator : List.of("(Number) <", "(Number) <=", "(Number) >", "(Number) >=")) {
      assertFalse(holds(Double.NaN, comparator, 1), comparator);
      assertFalse(holds(1, comparator, Double.NaN), comparator);
    }
  }

  @Test
  void listsAreOrderedByTheFirstElementThatDiffers() {
    assertTrue(holds(List.of(1, 2), "(Number) <", List.of(1, 3)));
    assertTrue(holds(List.of(1, 2), "(Number) <", List.of(1, 2, 0)));
    assertFalse(holds(List.of(2), "(Number) <=", List.of(1, 3)));
  }

  @Test
  void aRangeIsReadOnlyAsFarAsItDecides() {
    assertFalse(holds(1, "(Number) in range", List.of(5)));
    assertFailsWith("list index out of range", 6, "(Number) in range", List.of(5));
    assertFailsWith("'int' object is not subscriptable", 6, "(Number) in range", 5);
  }

  @Test
  void saysWhatPythonSaysOfUnsuitedValues() {
    assertFailsWith(
        "'>' not supported between instances of 'NoneType' and 'int'", null, "(Number) >", 1);
    assertFailsWith("'int' object has no attribute 'startswith'", 1, "(String) startsWith", "a");
    assertFailsWith(
        "endswith first arg must be str or a tuple of str, not list",
        "a",
        "(String) endsWith",
        List.of("a"));
    assertFailsWith("argument of type 'int' is not iterable", "a", "in (Sequence)", 1);
  }

  @Test
  @DisplayName("Q-1: what lies below an error has its name in Python")
  void errorsSayWhatPythonWouldRaise() {
    assertRaises("TypeError", 2, "(Number) >=", "2");
    assertRaises("TypeError", 2, "in (Sequence)", 1);
    assertRaises("AttributeError", 1, "(String) startsWith", "a");
    assertRaises("ValueError", List.of(5, 5), "(Detection) in zone", List.of(1));
  }

  private static void assertRaises(String type, Object left, String comparator, Object right) {
    QueryException e = assertThrows(QueryException.class, () -> holds(left, comparator, right));
    assertEquals(type, e.innerType());
  }

  private static void assertFailsWith(String reason, Object left, String comparator, Object right) {
    QueryException e = assertThrows(QueryException.class, () -> holds(left, comparator, right));
    assertEquals("EvaluationEngineError", e.errorType());
    assertTrue(e.getMessage().endsWith("encountered error: " + reason), e.getMessage());
  }
}

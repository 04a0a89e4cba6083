package io.sightline.workflow.query;

import io.sightline.fuzz.RandomValues;
import io.sightline.workflow.block.FormException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** Operations and statements in documents' notation: known ones with parameters of all sorts. */
final class RandomQueries {
  private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
  private static final List<String> OPERATIONS = operations();
  private static final int MAX_DEPTH = 3;

  private final Random random;
  private final RandomValues values;

  RandomQueries(Random random) {
    this.random = random;
    this.values = new RandomValues(random, List.of("a", "b", "name", "class_name", "confidence"));
  }

  /** All types, as the refusal of an unknown one lists them. */
  private static List<String> operations() {
    try {
      OperationReader.chain(List.of(Map.of("type", "?")), "");
      throw new AssertionError("an operation of type ?");
    } catch (FormException e) {
      String known = e.getMessage().substring(e.getMessage().indexOf("expected tags"));
      return QUOTED.matcher(known).results().map(m -> m.group(1)).toList();
    }
  }

  List<Object> chain(int depth) {
    List<Object> chain = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      chain.add(operation(depth));
    }
    return chain;
  }

  private Map<String, Object> operation(int depth) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("type", pick(OPERATIONS));
    put(operation, "lookup_table", Map.of("a", 1, "b", List.of(), "1", "c"));
    put(operation, "start", random.nextInt(9) - 4);
    put(operation, "end", random.nextInt(9) - 4);
    put(operation, "regex", pick(List.of("a+", "(a|b)*c{2,9}", "[^x]", "\\d{1,1000}", ".*.*.*=")));
    put(operation, "cast_to", pick(List.of("int", "float")));
    put(operation, "decimal_digits", random.nextInt(900) - 450);
    put(operation, "other", pick(List.of(0, 3, -0.5, 1e300, Long.MAX_VALUE)));
    put(operation, "min_value", random.nextGaussian());
    put(operation, "max_value", random.nextGaussian());
    put(operation, "neutral_value", values.leaf());
    put(operation, "function", pick(List.of("min", "max", "sum")));
    put(operation, "separator", values.word());
    put(operation, "filter_operation", depth < MAX_DEPTH ? group(depth + 1) : Map.of());
    put(operation, "operations", depth < MAX_DEPTH ? chain(depth + 1) : List.of());
    put(operation, "offset_x", random.nextInt(100));
    put(operation, "offset_y", random.nextInt(100));
    put(operation, "shift_x", random.nextInt());
    put(operation, "shift_y", -random.nextInt(100));
    put(operation, "class_map", pick(List.of("name", Map.of("a", "c", "b", "c"), Map.of())));
    put(operation, "strict", pick(List.of(true, false, "flag")));
    put(operation, "new_classes_id_offset", random.nextInt());
    put(operation, "ascending", random.nextBoolean());
    put(operation, "parent_class", "a");
    put(operation, "compression_level", random.nextInt(102));
    put(
        operation,
        "mode",
        pick(
            List.of(
                "first",
                "last",
                "most_common",
                "least_common",
                "left_most",
                "right_most",
                "top_confidence",
                "size",
                "center_x")));
    put(
        operation,
        "property_name",
        random.nextBoolean()
            ? pick(DetectionProperty.names())
            : pick(List.of("top_class", "all_classes", "all_confidences", "size", "frame_number")));
    return operation;
  }

  Map<String, Object> group(int depth) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("type", "StatementGroup");
    put(group, "operator", pick(List.of("and", "or")));
    List<Object> statements = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      statements.add(statement(depth));
    }
    put(group, "statements", statements);
    return group;
  }

  private Map<String, Object> statement(int depth) {
    if (depth < MAX_DEPTH && random.nextInt(4) == 0) {
      return group(depth + 1);
    }
    Map<String, Object> statement = new LinkedHashMap<>();
    put(statement, "negate", random.nextBoolean());
    if (random.nextBoolean()) {
      statement.put("type", "UnaryStatement");
      put(statement, "operand", operand(depth));
      put(statement, "operator", Map.of("type", pick(Question.types())));
    } else {
      statement.put("type", "BinaryStatement");
      put(statement, "left_operand", operand(depth));
      put(statement, "comparator", Map.of("type", pick(Comparator.types())));
      put(statement, "right_operand", operand(depth));
    }
    return statement;
  }

  private Map<String, Object> operand(int depth) {
    Map<String, Object> operand = new LinkedHashMap<>();
    boolean constant = random.nextBoolean();
    operand.put("type", constant ? "StaticOperand" : "DynamicOperand");
    put(operand, "value", values.value());
    put(operand, "operand_name", pick(List.of("_", "name", "other", "missing")));
    put(operand, "operations", depth < MAX_DEPTH ? chain(depth + 1) : List.of());
    return operand;
  }

  /** Mostly the value that is right. */
  private void put(Map<String, Object> map, String key, Object right) {
    int chance = random.nextInt(40);
    if (chance == 0) {
      map.put(key, values.value());
    } else if (chance > 1) {
      map.put(key, right);
    }
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}

package io.sightline.workflow.query;

import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.Forms;
import java.util.ArrayList;
import java.util.List;

/** Reads statements of documents. */
final class StatementReader {
  private static final List<String> STATEMENTS =
      List.of("BinaryStatement", "UnaryStatement", "StatementGroup");
  private static final List<String> OPERANDS = List.of("StaticOperand", "DynamicOperand");

  private StatementReader() {}

  /**
   * @param place what errors at run time call the statement
   * @throws FormException saying what would be right
   */
  static Statement group(Object value, String place) {
    QueryReader reader = QueryReader.of(value);
    reader.choice("type", "StatementGroup");
    List<?> list = (List<?>) reader.required("statements", Forms.list(1, Forms.any()));
    String operator = (String) reader.optional("operator", "or", Forms.oneOf("and", "or"));
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      statements.add(statement(list.get(i), place + ".statements[" + i + "]"));
    }
    return new Statement.Group(place, operator.equals("and"), List.copyOf(statements));
  }

  private static Statement statement(Object value, String place) {
    QueryReader reader = QueryReader.of(value);
    return switch (reader.tag()) {
      case "BinaryStatement" -> {
        String type = QueryReader.of(reader.required("comparator", Forms.any())).tag();
        yield new Statement.Binary(
            place,
            operand(reader, "left_operand", place),
            Comparator.named(type).orElseThrow(() -> QueryReader.unknown(type, Comparator.types())),
            operand(reader, "right_operand", place),
            reader.flag("negate", false));
      }
      case "UnaryStatement" -> {
        String type = QueryReader.of(reader.required("operator", Forms.any())).tag();
        yield new Statement.Unary(
            place,
            operand(reader, "operand", place),
            Question.named(type).orElseThrow(() -> QueryReader.unknown(type, Question.types())),
            reader.flag("negate", false));
      }
      case "StatementGroup" -> group(value, place);
      default -> throw QueryReader.unknown(reader.tag(), STATEMENTS);
    };
  }

  private static Operand operand(QueryReader statement, String key, String place) {
    QueryReader reader = QueryReader.of(statement.required(key, Forms.any()));
    OperationChain operations =
        OperationReader.chain(
            reader.optional("operations", List.of(), Forms.any()), place + ".operations");
    return switch (reader.tag()) {
      case "StaticOperand" -> new Operand.Static(reader.required("value", Forms.any()), operations);
      case "DynamicOperand" ->
          new Operand.Dynamic(
              (String) reader.optional("operand_name", DetectionsOperation.DETECTION, Forms.text()),
              operations);
      default -> throw QueryReader.unknown(reader.tag(), OPERANDS);
    };
  }
}

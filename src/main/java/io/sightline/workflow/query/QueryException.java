package io.sightline.workflow.query;

import io.sightline.workflow.block.BlockException;

/** A value is not what an operation or a statement can work with. */
public class QueryException extends BlockException {
  private static final long serialVersionUID = 1L;

  private static final String CONTEXT = "step_execution | roboflow_query_language_evaluation";

  private QueryException(
      String errorType, String message, String place, String innerType, Throwable cause) {
    super(errorType, message, place == null ? CONTEXT : CONTEXT + " | " + place, innerType, cause);
  }

  /**
   * @param place the operation's place in its chain, such as {@code <root>[0]}; null where unknown
   */
  static QueryException input(String place, String message) {
    return new QueryException("InvalidInputTypeError", message, place, null, null);
  }

  static QueryException input(String place, String message, Throwable cause) {
    return new QueryException("InvalidInputTypeError", message, place, null, cause);
  }

  static QueryException operation(String place, String message) {
    return new QueryException("OperationError", message, place, null, null);
  }

  static QueryException evaluation(String place, String message, RuntimeException cause) {
    return new QueryException(
        "EvaluationEngineError", message, place, PythonError.nameOf(cause), cause);
  }

  static QueryException undeclared(String place, String message) {
    return new QueryException("UndeclaredSymbolError", message, place, null, null);
  }
}

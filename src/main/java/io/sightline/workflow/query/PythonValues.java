package io.sightline.workflow.query;

/**
 * Values as Python, in which Roboflow's engine is written, shows and compares them: for blocks
 * whose results depend on it.
 */
public final class PythonValues {
  private static final int MAX_LENGTH = 2_000_000;

  private PythonValues() {}

  /**
   * The text that str() gives.
   *
   * @throws QueryException (OperationError) where it is longer than 2,000,000 characters
   */
  public static String text(Object value) {
    return Python.text(value, new Budget(MAX_LENGTH));
  }

  /**
   * The text that repr() gives.
   *
   * @throws QueryException (OperationError) where it is longer than 2,000,000 characters
   */
  public static String shown(Object value) {
    return Python.shown(value, new Budget(MAX_LENGTH));
  }

  /**
   * The text that json.dumps() gives, numbers that JSON has not refused.
   *
   * @param limit characters and elements at most
   * @throws IllegalArgumentException where a part has no form in JSON
   * @throws QueryException (OperationError) where it is longer
   */
  public static String json(Object value, int limit) {
    return PythonJson.write(value, new Budget(limit), false);
  }

  /** Numbers by what they mean, lists and maps by their elements, everything else by itself. */
  public static boolean equal(Object a, Object b) {
    return Comparison.equal(a, b);
  }

  /** The number that a value is or that its text says, as float() reads it; null where none is. */
  public static Double number(Object value) {
    return Numbers.parse(value);
  }

  /** What a value counts as in a condition. */
  public static boolean truth(Object value) {
    return Python.truth(value);
  }

  /** The name of a value's type, such as str or float. */
  public static String typeName(Object value) {
    String type = Python.type(value);
    return type.substring(type.indexOf('\'') + 1, type.lastIndexOf('\''));
  }
}

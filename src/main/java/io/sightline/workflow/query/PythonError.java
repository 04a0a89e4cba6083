package io.sightline.workflow.query;

/** What Python would raise where values do not suit each other. */
final class PythonError extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String type;

  private PythonError(String type, String message) {
    super(message);
    this.type = type;
  }

  static PythonError type(String message) {
    return new PythonError("TypeError", message);
  }

  static PythonError index(String message) {
    return new PythonError("IndexError", message);
  }

  static PythonError attribute(String message) {
    return new PythonError("AttributeError", message);
  }

  /** The name in Python of what went wrong. */
  static String nameOf(RuntimeException failure) {
    return failure instanceof PythonError error ? error.type : "ValueError";
  }
}

package io.sightline.model;

/** A field of a model's JSON file has a value that cannot be. */
final class ConfigFault extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String expected;

  /**
   * @param field its name inside of the object that refuses it
   * @param expected what would be right
   */
  ConfigFault(String field, String expected) {
    super(field + " must be " + expected);
    this.field = field;
    this.expected = expected;
  }

  String field() {
    return field;
  }

  String expected() {
    return expected;
  }

  /** Refuses a number outside of its bounds. */
  static void check(String field, int value, int min, int max) {
    if (value < min || value > max) {
      throw new ConfigFault(field, "from %d to %d, not %d".formatted(min, max, value));
    }
  }
}

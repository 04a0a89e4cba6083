package io.sightline.workflow.blocks.formatters;

/** A value cannot be shown as its placeholder wants; the message is worded as Python's. */
final class FormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FormatException(String message) {
    super(message, null, false, false);
  }

  static FormatException unknownType(char type, String typeName) {
    return new FormatException(
        type > 32 && type < 128
            ? "Unknown format code '%c' for object of type '%s'".formatted(type, typeName)
            : "Unknown format code '\\x%x' for object of type '%s'"
                .formatted((int) type, typeName));
  }
}

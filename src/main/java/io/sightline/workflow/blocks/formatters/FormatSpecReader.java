package io.sightline.workflow.blocks.formatters;

/** Reads a format specification; errors are worded as Python's. */
final class FormatSpecReader {
  private final int[] text;
  private final String whole;
  private final String typeName;
  private int at;

  private FormatSpecReader(String spec, String typeName) {
    this.text = spec.codePoints().toArray();
    this.whole = spec;
    this.typeName = typeName;
  }

  /**
   * @param typeName of the value, for errors
   * @param defaultAlign &lt; for text, &gt; for numbers
   * @param defaultType the presentation where none is given, may be 0
   * @throws FormatException where the specification is none
   */
  static FormatSpec read(String spec, String typeName, char defaultAlign, char defaultType) {
    return new FormatSpecReader(spec, typeName).read(defaultAlign, defaultType);
  }

  private FormatSpec read(char defaultAlign, char defaultType) {
    int fill = ' ';
    boolean filled = false;
    boolean aligned = true;
    char align = defaultAlign;
    if (text.length >= 2 && isAlign(text[1])) {
      fill = text[0];
      filled = true;
      align = (char) text[1];
      at = 2;
    } else if (text.length >= 1 && isAlign(text[0])) {
      align = (char) text[0];
      at = 1;
    } else {
      aligned = false;
    }
    char sign = next('+') || next('-') || next(' ') ? (char) text[at - 1] : 0;
    boolean noNegativeZero = next('z');
    boolean alternate = next('#');
    if (!filled && next('0')) {
      fill = '0';
      align = !aligned && defaultAlign == '>' ? '=' : align;
    }
    int width = number();
    char separator = separator();
    int precision = -1;
    if (next('.')) {
      precision = number();
      if (precision < 0) {
        throw new FormatException("Format specifier missing precision");
      }
    }
    if (text.length - at > 1) {
      throw new FormatException(
          "Invalid format specifier '%s' for object of type '%s'".formatted(whole, typeName));
    }
    int type = at < text.length ? text[at] : defaultType;
    check(separator, type);
    return new FormatSpec(
        fill,
        align,
        sign,
        noNegativeZero,
        alternate,
        width,
        separator,
        precision,
        Character.isBmpCodePoint(type) ? (char) type : '\uFFFD');
  }

  private static boolean isAlign(int c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
  }

  private boolean next(int c) {
    boolean there = at < text.length && text[at] == c;
    at += there ? 1 : 0;
    return there;
  }

  /** Digits as a number; -1 where there are none. */
  private int number() {
    int start = at;
    long value = 0;
    while (at < text.length && text[at] >= '0' && text[at] <= '9') {
      value = value * 10 + text[at] - '0';
      if (value > Integer.MAX_VALUE) {
        throw new FormatException("Too many decimal digits in format string");
      }
      at++;
    }
    return at == start ? -1 : (int) value;
  }

  private char separator() {
    boolean comma = next(',');
    boolean underscore = next('_');
    if (underscore && (comma || next(','))) {
      throw new FormatException("Cannot specify both ',' and '_'.");
    }
    if (underscore) {
      return '_';
    }
    return comma ? ',' : 0;
  }

  private static void check(char separator, int type) {
    if (separator == 0 || type == 0 || "defgEG%F".indexOf(type) >= 0) {
      return;
    }
    if (separator == '_' && "boxX".indexOf(type) >= 0) {
      return;
    }
    throw new FormatException(
        type > 32 && type < 128
            ? "Cannot specify '%c' with '%c'.".formatted(separator, type)
            : "Cannot specify '%c' with '\\x%x'.".formatted(separator, type));
  }
}

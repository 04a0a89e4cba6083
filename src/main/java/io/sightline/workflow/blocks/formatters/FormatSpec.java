package io.sightline.workflow.blocks.formatters;

/**
 * How a placeholder wants its value: the format specification mini-language of Python 3.11.
 *
 * @param fill fills up to the width
 * @param align one of &lt; &gt; ^ =
 * @param sign + or - or space, 0 for none
 * @param noNegativeZero true where a zero has no minus
 * @param alternate true for the form with prefix or decimal point
 * @param width characters at least, -1 for none
 * @param separator , or _ between groups of digits, 0 for none
 * @param precision digits or characters, -1 for none
 * @param type the presentation, 0 where none is given
 */
record FormatSpec(
    int fill,
    char align,
    char sign,
    boolean noNegativeZero,
    boolean alternate,
    int width,
    char separator,
    int precision,
    char type) {

  /** Digits in a group between separators. */
  int groupSize() {
    return "boxX".indexOf(type) >= 0 && type != 0 ? 4 : 3;
  }

  /** {@code body} filled up to the width; a sign and a prefix stay in front of = fillings. */
  String padded(String front, String body) {
    int missing =
        width - front.codePointCount(0, front.length()) - body.codePointCount(0, body.length());
    if (missing <= 0) {
      return front + body;
    }
    String filling = Character.toString(fill);
    return switch (align) {
      case '<' -> front + body + filling.repeat(missing);
      case '^' ->
          filling.repeat(missing / 2) + front + body + filling.repeat(missing - missing / 2);
      case '=' -> front + filling.repeat(missing) + body;
      default -> filling.repeat(missing) + front + body;
    };
  }
}

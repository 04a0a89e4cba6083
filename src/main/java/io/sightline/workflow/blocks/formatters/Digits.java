package io.sightline.workflow.blocks.formatters;

/** Puts a number's parts together. */
final class Digits {
  private Digits() {}

  /**
   * The number as {@code spec} wants it: signed, grouped and filled.
   *
   * @param prefix such as 0x
   * @param digits the whole part
   * @param rest decimal point, fraction, exponent and what follows
   */
  static String assemble(
      FormatSpec spec, boolean negative, String prefix, String digits, String rest) {
    String front = sign(spec, negative) + prefix;
    int zerosTo =
        spec.fill() == '0' && spec.align() == '='
            ? spec.width() - front.length() - rest.length()
            : 0;
    return spec.padded(front, grouped(spec, digits, zerosTo) + rest);
  }

  private static String sign(FormatSpec spec, boolean negative) {
    if (negative) {
      return "-";
    }
    return spec.sign() == '+' || spec.sign() == ' ' ? Character.toString(spec.sign()) : "";
  }

  /** The digits in groups from the right, with zeros in front up to a length. */
  private static String grouped(FormatSpec spec, String digits, int length) {
    if (digits.isEmpty()) {
      return "";
    }
    if (spec.separator() == 0) {
      return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
    StringBuilder reversed = new StringBuilder();
    int remaining = digits.length();
    int wanted = length;
    while (true) {
      int group = Math.min(spec.groupSize(), Math.max(1, Math.max(remaining, wanted)));
      for (int i = 0; i < group; i++) {
        reversed.append(remaining > 0 ? digits.charAt(--remaining) : '0');
      }
      wanted -= group;
      if (remaining <= 0 && wanted <= 0) {
        return reversed.reverse().toString();
      }
      reversed.append(spec.separator());
      wanted--;
    }
  }
}

package io.sightline.workflow.query;

import io.sightline.workflow.block.FormException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One pass over a pattern of Python's re that writes down what RE2 has to read instead. */
final class PythonPattern {
  private static final String WORD = "_\\p{L}\\p{N}";
  private static final String SPACE = "\\p{Z}\\t-\\r\\x1c-\\x1f\\x{85}";

  /** All but words by category, and by range what RE2's tables do not know, such as new emoji. */
  private static final String NO_WORD =
      "\\p{M}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Po}\\p{S}\\p{Z}\\p{C}\\x{203f}\\x{2040}\\x{2054}"
          + "\\x{fe33}\\x{fe34}\\x{fe4d}-\\x{fe4f}\\x{ff3f}\\x{20a0}-\\x{20cf}"
          + "\\x{1f10d}-\\x{1fbef}\\x{1fbfa}-\\x{1ffff}\\x{e0000}-\\x{10ffff}";

  private static final String NO_SPACE =
      WORD
          + "\\p{M}\\p{P}\\p{S}\\p{Cf}\\p{Co}\\x00-\\x08\\x0e-\\x1b\\x7f-\\x{84}\\x{86}-\\x{9f}"
          + "\\x{20a0}-\\x{20cf}\\x{1f10d}-\\x{1ffff}\\x{e0000}-\\x{10ffff}";

  private static final String END = "(?:\\n?\\z)";
  private static final Pattern FLAGS = Pattern.compile("\\(\\?([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])");
  private static final Pattern AT_MOST = Pattern.compile("\\{,(\\d*)\\}");

  /** RE2 for Java never ends where it looks for the other case of these. */
  private static final int NO_CASE_FROM = 0x1c80;

  private static final int NO_CASE_TO = 0x1c88;

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Boolean> around = new ArrayDeque<>();
  private boolean multiline;
  private boolean ignoresCase;
  private int at;

  private PythonPattern(String text) {
    this.text = text;
  }

  /**
   * The same pattern for RE2; what RE2 has no form for is left to its refusal.
   *
   * @throws FormException where Python has no such escape, or where RE2 would not end
   */
  static String forRe2(String text) {
    PythonPattern pattern = new PythonPattern(text);
    while (pattern.at < text.length()) {
      pattern.next();
    }
    return pattern.out.toString();
  }

  private void next() {
    char c = text.charAt(at);
    switch (c) {
      case '\\' -> escape(false);
      case '[' -> bracket();
      case '(' -> group();
      case '{' -> count();
      case '$' -> put(multiline ? "$" : END);
      case ')' -> {
        multiline = around.isEmpty() ? multiline : around.pop();
        put(")");
      }
      default -> {
        int point = point();
        check(point, point);
        out.appendCodePoint(point);
      }
    }
  }

  private void put(String written) {
    out.append(written);
    at++;
  }

  private int point() {
    int point = text.codePointAt(at);
    at += Character.charCount(point);
    return point;
  }

  private void group() {
    Matcher flags = FLAGS.matcher(text).region(at, text.length());
    boolean found = flags.lookingAt();
    if (!found || flags.group(3).equals(":")) {
      around.push(multiline);
    }
    if (!found) {
      put("(");
      return;
    }
    String off = flags.group(2) == null ? "" : flags.group(2);
    multiline = (multiline || flags.group(1).contains("m")) && !off.contains("m");
    ignoresCase |= flags.group(1).contains("i");
    out.append(flags.group());
    at = flags.end();
  }

  private void count() {
    Matcher most = AT_MOST.matcher(text).region(at, text.length());
    if (most.lookingAt()) {
      out.append("{0,").append(most.group(1)).append('}');
      at = most.end();
    } else {
      put("{");
    }
  }

  private void bracket() {
    put("[");
    if (text.startsWith("^", at)) {
      put("^");
    }
    for (int first = at; at < text.length() && (text.charAt(at) != ']' || at == first); ) {
      int from = member();
      boolean range = text.startsWith("-", at) && !text.startsWith("-]", at);
      if (!range) {
        check(from, from);
        continue;
      }
      put("-");
      int to = at < text.length() ? member() : -1;
      if (from < 0 || to < 0) {
        throw refused("bad character range");
      }
      check(from, to);
    }
    if (at < text.length()) {
      put("]");
    }
  }

  /** Writes one member of a set; its code point, -1 where it stands for many. */
  private int member() {
    if (text.charAt(at) == '\\') {
      return escape(true);
    }
    int point = point();
    if ("[]^-".indexOf(point) >= 0) {
      out.append('\\');
    }
    out.appendCodePoint(point);
    return point;
  }

  /** Writes an escape; its code point, -1 where it stands for many or for a place. */
  private int escape(boolean inSet) {
    if (++at == text.length()) {
      throw refused("bad escape (end of pattern)");
    }
    int point = point();
    return switch (point) {
      case 'd' -> many("\\p{Nd}");
      case 'D' -> many("\\P{Nd}");
      case 'w' -> many(inSet ? WORD : "[" + WORD + "]");
      case 'W' -> many(inSet ? NO_WORD : "[^" + WORD + "]");
      case 's' -> many(inSet ? SPACE : "[" + SPACE + "]");
      case 'S' -> many(inSet ? NO_SPACE : "[^" + SPACE + "]");
      case 'x' -> number(2);
      case 'u' -> number(4);
      case 'U' -> number(8);
      case 'a', 'f', 'n', 'r', 't', 'v' -> same(point);
      default -> inSet ? escapeInSet(point) : escapeOutside(point);
    };
  }

  private int escapeInSet(int point) {
    if (point == 'b') {
      out.append("\\x08");
      return '\b';
    }
    return plain(point);
  }

  private int escapeOutside(int point) {
    return switch (point) {
      case 'Z' -> many("\\z");
      case 'A', 'b', 'B' -> many("\\" + (char) point);
      default -> plain(point);
    };
  }

  /** Python has no other letters; digits, octal or referring back, are as RE2 reads them. */
  private int plain(int point) {
    if (point < 0x80 && Character.isLetter(point)) {
      throw refused("bad escape \\" + (char) point);
    }
    check(point, point);
    return point < 0x80 ? same(point) : literal(point);
  }

  private int many(String written) {
    out.append(written);
    return -1;
  }

  private int same(int point) {
    out.append('\\').append((char) point);
    return point;
  }

  private int literal(int point) {
    out.append("\\x{").append(Integer.toHexString(point)).append('}');
    return point;
  }

  private int number(int digits) {
    int end = Math.min(text.length(), at + digits);
    String hex = text.substring(at, end);
    if (!hex.matches("[0-9a-fA-F]{" + digits + "}")) {
      throw refused("incomplete escape");
    }
    long point = Long.parseLong(hex, 16);
    if (point > Character.MAX_CODE_POINT) {
      throw refused("bad escape beyond U+10FFFF");
    }
    at = end;
    check((int) point, (int) point);
    return literal((int) point);
  }

  private void check(int from, int to) {
    if (ignoresCase && from <= NO_CASE_TO && to >= NO_CASE_FROM) {
      throw refused("the case of U+1C80 to U+1C88 cannot be ignored");
    }
  }

  private static FormException refused(String reason) {
    return new FormException("Input should be a valid regular expression: " + reason);
  }
}

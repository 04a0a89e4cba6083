package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.List;

/** Reads templates; errors are worded as Roboflow's. */
final class TemplateReader {
  private static final int MAX_DEPTH = 64;

  private final String text;
  private final int depth;
  private int at;

  private TemplateReader(String text, int depth) {
    this.text = text;
    this.depth = depth;
  }

  /**
   * @throws BlockException where the text is no template
   */
  static Template read(String text) {
    return new TemplateReader(text, 0).read();
  }

  private Template read() {
    List<Object> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '{' && c != '}') {
        literal.append(c);
        continue;
      }
      if (at < text.length() && text.charAt(at) == c) {
        literal.append(c);
        at++;
        continue;
      }
      if (c == '}' || at == text.length()) {
        throw unreadable("Single '" + c + "' encountered in format string");
      }
      if (literal.length() > 0) {
        parts.add(new Template.Literal(literal.toString()));
        literal.setLength(0);
      }
      parts.add(placeholder());
    }
    if (literal.length() > 0) {
      parts.add(new Template.Literal(literal.toString()));
    }
    return new Template(parts.stream().map(this::checked).toList());
  }

  /** A placeholder as it stands; its name and its specification are looked at later. */
  private record Raw(String name, int conversion, String spec) {}

  private Template.Part checked(Object part) {
    if (!(part instanceof Raw raw)) {
      return (Template.Part) part;
    }
    checkName(raw.name);
    if (depth >= MAX_DEPTH) {
      throw unreadable("Max string recursion exceeded");
    }
    return new Template.Placeholder(
        raw.name, raw.conversion, new TemplateReader(raw.spec, depth + 1).read());
  }

  private Raw placeholder() {
    int start = at;
    char end = nameEnd();
    String name = text.substring(start, end == 0 ? at : at - 1);
    if (end == 0 || end != '}' && end != ':' && end != '!') {
      throw unreadable("expected '}' before end of string");
    }
    int conversion = 0;
    char next = end;
    if (end == '!') {
      if (at >= text.length()) {
        throw unreadable("end of string while looking for conversion specifier");
      }
      conversion = text.codePointAt(at);
      at += Character.charCount(conversion);
      next = at < text.length() ? text.charAt(at++) : 0;
      if (next == 0) {
        throw unreadable("unmatched '{' in format spec");
      }
      if (next != '}' && next != ':') {
        throw unreadable("expected ':' after conversion specifier");
      }
    }
    String spec = next == ':' ? spec() : "";
    return new Raw(name, conversion, spec);
  }

  /** Goes behind the character that ends the name and answers it; 0 at the end of the text. */
  private char nameEnd() {
    boolean inBrackets = false;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '{' && !inBrackets) {
        throw unreadable("unexpected '{' in field name");
      }
      if (c == '[') {
        inBrackets = true;
      } else if (c == ']') {
        inBrackets = false;
      } else if (!inBrackets && (c == '}' || c == ':' || c == '!')) {
        return c;
      }
    }
    return 0;
  }

  private String spec() {
    int start = at;
    int open = 1;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '{') {
        open++;
      } else if (c == '}' && --open == 0) {
        return text.substring(start, at - 1);
      }
    }
    throw unreadable("unmatched '{' in format spec");
  }

  private static void checkName(String name) {
    if (name.codePoints().allMatch(Character::isDigit)) {
      throw new BlockException(
          "String Template block does not support positional placeholders - use named placeholders,"
              + " e.g. `{variable_name}`.");
    }
    if (name.contains(".") || name.contains("[")) {
      throw new BlockException(
          "String Template block does not support attribute or index access in placeholders (got"
              + " `{%s}`). Use data operations to extract nested values before templating."
                  .formatted(name));
    }
  }

  private static BlockException unreadable(String reason) {
    return new BlockException(
        "String Template block could not parse template: %s. Use double braces to produce literal"
                .formatted(reason)
            + " braces in the output.");
  }
}

package io.sightline.workflow.blocks.formatters;

import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.query.PythonValues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Fills a template with values, within bounds. */
final class TemplateRendering {
  static final int MAX_LENGTH = 1_000_000;

  private static final int MAX_SPEC_NUMBER = 10_000;
  private static final int NESTED_SPECS = 2;

  private final Map<String, Object> values;

  private TemplateRendering(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * @throws BlockException where a value is missing or cannot be shown so, or all is too long
   */
  static String render(Template template, Map<String, Object> values) {
    Set<String> missing = template.names();
    missing.removeAll(values.keySet());
    if (!missing.isEmpty()) {
      throw new BlockException(
          "String Template block template references variables %s which are not declared in data."
                  .formatted(listed(missing))
              + " Declared variables: %s.".formatted(listed(values.keySet())));
    }
    try {
      return new TemplateRendering(values).render(template, NESTED_SPECS);
    } catch (FormatException e) {
      throw new BlockException(
          "String Template block could not render template: %s. Check that format specs match the"
                  .formatted(e.getMessage())
              + " types of the substituted values.");
    }
  }

  static String listed(Set<String> names) {
    return PythonValues.shown(List.copyOf(new TreeSet<>(names)));
  }

  private String render(Template template, int nested) {
    if (nested < 0) {
      throw new FormatException("Max string recursion exceeded");
    }
    StringBuilder text = new StringBuilder();
    for (Template.Part part : template.parts()) {
      if (part instanceof Template.Literal literal) {
        text.append(literal.text());
      } else if (part instanceof Template.Placeholder placeholder) {
        Object value = converted(values.get(placeholder.name()), placeholder.conversion());
        String spec = render(placeholder.spec(), nested - 1);
        checkNumbers(spec);
        text.append(ValueFormat.format(value, spec));
      }
      if (text.length() > MAX_LENGTH) {
        throw tooLong(text);
      }
    }
    return text.toString();
  }

  private static Object converted(Object value, int conversion) {
    return switch (conversion) {
      case 0 -> value;
      case 's' -> PythonValues.text(value);
      case 'r' -> PythonValues.shown(value);
      case 'a' -> ascii(PythonValues.shown(value));
      default ->
          throw new FormatException(
              "Unknown conversion specifier " + Character.toString(conversion));
    };
  }

  private static String ascii(String shown) {
    StringBuilder text = new StringBuilder();
    shown
        .codePoints()
        .forEach(
            c -> {
              if (c < 128) {
                text.append((char) c);
              } else {
                text.append((c < 256 ? "\\x%02x" : c < 65536 ? "\\u%04x" : "\\U%08x").formatted(c));
              }
            });
    return text.toString();
  }

  private static void checkNumbers(String spec) {
    int start = -1;
    int value = 0;
    for (int i = 0; i <= spec.length(); i++) {
      int digit = i < spec.length() ? Character.digit(spec.charAt(i), 10) : -1;
      if (digit >= 0) {
        start = start < 0 ? i : start;
        value = Math.min(10 * value + digit, MAX_SPEC_NUMBER + 1);
      } else if (start >= 0) {
        if (value > MAX_SPEC_NUMBER) {
          throw new BlockException(
              "String Template block encountered format spec `%s` with numeric value %s exceeding the"
                      .formatted(spec, spec.substring(start, i))
                  + " maximum allowed width or precision of %d.".formatted(MAX_SPEC_NUMBER));
        }
        start = -1;
        value = 0;
      }
    }
  }

  private static BlockException tooLong(CharSequence text) {
    return new BlockException(
        "String Template block rendered a template of %d characters, which exceeds the maximum allowed"
                .formatted(text.length())
            + " rendered length of %d characters. Reduce the size of the substituted values or"
                .formatted(MAX_LENGTH)
            + " the number of placeholders.");
  }
}

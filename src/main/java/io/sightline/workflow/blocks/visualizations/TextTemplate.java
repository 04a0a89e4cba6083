package io.sightline.workflow.blocks.visualizations;

import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.RunLimits;
import io.sightline.workflow.query.OperationChain;
import io.sightline.workflow.query.PythonValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for values, taken apart once.
 *
 * @param parts in turn what is written as it stands and what may be a value
 */
record TextTemplate(String source, List<Part> parts) {
  private static final int MAX_LENGTH = 10_000;
  private static final Pattern PLACE =
      Pattern.compile("\\{\\{\\s*\\$parameters\\.(\\w+)\\s*}}", Pattern.UNICODE_CHARACTER_CLASS);

  /**
   * A part of the text.
   *
   * @param text as it stands
   * @param name of the value that replaces it; null for none
   */
  record Part(String text, String name) {}

  static TextTemplate of(String source) {
    List<Part> parts = new ArrayList<>();
    Matcher places = PLACE.matcher(source);
    int end = 0;
    while (places.find()) {
      parts.add(new Part(source.substring(end, places.start()), null));
      parts.add(new Part(places.group(), places.group(1)));
      end = places.end();
    }
    parts.add(new Part(source.substring(end), null));
    return new TextTemplate(source, List.copyOf(parts));
  }

  /**
   * The text with its values; places without a value stay as they are.
   *
   * @param operations what is done with a value first, by its name
   * @param limits of the run
   * @throws BlockException where it is longer than 10,000 characters
   */
  String filled(Map<?, ?> values, Map<?, ?> operations, RunLimits limits) {
    Map<String, String> texts = new HashMap<>();
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      filled.append(
          part.name == null || !values.containsKey(part.name)
              ? part.text
              : texts.computeIfAbsent(
                  part.name, name -> text(values.get(name), operations.get(name), limits)));
      DrawingFields.check("the length of the text", filled.length(), 0, MAX_LENGTH);
    }
    return filled.toString();
  }

  private static String text(Object value, Object operations, RunLimits limits) {
    return PythonValues.text(
        operations instanceof OperationChain chain ? chain.apply(value, Map.of(), limits) : value);
  }
}

package io.sightline.workflow.definition;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the selectors of an inner workflow mean in its parent.
 *
 * @param steps the inner steps' names to those in the parent
 * @param bindings the inner inputs' names to the parent's selectors
 * @param defaults values of inputs that the parent does not bind
 */
record InnerNames(
    Map<String, String> steps, Map<String, String> bindings, Map<String, Object> defaults) {
  private static final Pattern INPUT = Pattern.compile("\\$inputs\\.([A-Za-z0-9_\\-]+)");
  private static final Pattern STEP = Pattern.compile("\\$steps\\.([A-Za-z0-9_\\-]+)");

  /** A text of the inner workflow as it stands in the parent; another value for a default. */
  Object inner(String text) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    String named =
        STEP.matcher(text)
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(
                        "$steps." + steps.getOrDefault(m.group(1), m.group(1))));
    Matcher input = INPUT.matcher(named);
    if (input.matches()) {
      String name = input.group(1);
      if (bindings.containsKey(name)) {
        return bindings.get(name);
      }
      if (defaults.containsKey(name)) {
        return defaults.get(name);
      }
    }
    return bound(named);
  }

  /** Inputs inside of a longer text. */
  private String bound(String text) {
    String out = text;
    List<String> longestFirst =
        bindings.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (String name : longestFirst) {
      out = out.replace("$inputs." + name, bindings.get(name));
    }
    return out;
  }
}

package io.sightline.workflow.definition;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What selectors that point to a step with an inner workflow mean once its steps stand there. */
final class OuterNames {
  private final String prefix;
  private final Map<String, String> outputs;
  private final List<String> longestFirst;
  private final Pattern whole;
  private final String first;

  /**
   * @param step the step that held the inner workflow
   * @param outputs the inner workflow's outputs to the selectors of their values
   * @param first the step that the flow goes to for the whole
   */
  OuterNames(String step, Map<String, String> outputs, String first) {
    this.prefix = "$steps." + step;
    this.outputs = outputs;
    this.longestFirst =
        outputs.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    this.whole = Pattern.compile(Pattern.quote(prefix) + "(?![A-Za-z0-9_\\-.])");
    this.first = "$steps." + first;
  }

  String rewrite(String text) {
    if (!text.contains(prefix)) {
      return text;
    }
    String out = text;
    for (String output : longestFirst) {
      out = out.replace(prefix + "." + output, outputs.get(output));
    }
    return whole.matcher(out).replaceAll(Matcher.quoteReplacement(first));
  }
}

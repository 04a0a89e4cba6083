package io.sightline.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of a recorded answer, in which &lt;&lt;uuid:1&gt;&gt; stands for one identifier all over.
 */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("<<[^<>]*>>");

  private final Map<String, String> identifiers = new HashMap<>();

  void check(String expected, Object actual, String path) {
    if (!expected.contains("<<")) {
      assertEquals(expected, actual, path);
      return;
    }
    assertNotNull(actual, path);
    List<String> names = new ArrayList<>();
    StringBuilder pattern = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(expected);
    int end = 0;
    while (matcher.find()) {
      pattern.append(Pattern.quote(expected.substring(end, matcher.start()))).append("(.+)");
      names.add(matcher.group());
      end = matcher.end();
    }
    pattern.append(Pattern.quote(expected.substring(end)));
    Matcher given = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher((String) actual);
    assertTrue(given.matches(), path + ": " + actual + " instead of " + expected);
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).startsWith("<<uuid:")) {
        String known = identifiers.putIfAbsent(names.get(i), given.group(i + 1));
        assertEquals(known == null ? given.group(i + 1) : known, given.group(i + 1), path);
      }
    }
  }
}

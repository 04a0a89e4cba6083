package io.sightline.workflow.executor;

import io.sightline.workflow.compiler.OutputNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stars in the place of what an answer must not tell. */
final class Secrets {
  private static final int STARS = 8;
  private static final int SHOWN = 2;

  private Secrets() {}

  /** The value of an output, its secrets covered. */
  static Object hidden(OutputNode output, Object value) {
    if (!output.wholeStep()) {
      return value instanceof String secret && output.secret(output.name())
          ? covered(secret)
          : value;
    }
    if (!(value instanceof Map<?, ?> map)
        || output.kinds().keySet().stream().noneMatch(output::secret)) {
      return value;
    }
    Map<Object, Object> covered = new LinkedHashMap<>();
    map.forEach(
        (name, part) ->
            covered.put(
                name,
                part instanceof String secret && output.secret(name.toString())
                    ? covered(secret)
                    : part));
    return covered;
  }

  /** Long ones show their first and their last two characters, as in Roboflow's engine. */
  private static String covered(String secret) {
    String stars = "*".repeat(STARS);
    return secret.length() < STARS
        ? stars
        : secret.substring(0, SHOWN) + stars + secret.substring(secret.length() - SHOWN);
  }
}

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
      return output.secret(output.name()) ? covered(value) : value;
    }
    if (!(value instanceof Map<?, ?> map)
        || output.kinds().keySet().stream().noneMatch(output::secret)) {
      return value;
    }
    Map<Object, Object> covered = new LinkedHashMap<>();
    map.forEach(
        (name, part) -> covered.put(name, output.secret(name.toString()) ? covered(part) : part));
    return covered;
  }

  /**
   * Long texts show their first and their last two characters, as in Roboflow's engine; whatever
   * else is a secret shows nothing, not even what type it is of.
   */
  private static Object covered(Object secret) {
    String stars = "*".repeat(STARS);
    if (secret == null) {
      return null;
    }
    return secret instanceof String text && text.length() >= STARS
        ? text.substring(0, SHOWN) + stars + text.substring(text.length() - SHOWN)
        : stars;
  }
}

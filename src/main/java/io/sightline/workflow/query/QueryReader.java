package io.sightline.workflow.query;

import io.sightline.workflow.block.Form;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.Forms;
import java.util.Map;

/**
 * The parts of an operation or a statement in a document.
 *
 * @param object the operation's or statement's own object
 */
record QueryReader(Map<?, ?> object) {
  static QueryReader of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return new QueryReader(map);
    }
    throw new FormException("Input should be a valid dictionary");
  }

  /** The value under {@code key} in {@code form}. */
  Object required(String key, Form form) {
    if (!object.containsKey(key)) {
      throw new FormException("Field required");
    }
    return form.read(object.get(key));
  }

  Object optional(String key, Object defaultValue, Form form) {
    return object.containsKey(key) ? form.read(object.get(key)) : defaultValue;
  }

  String text(String key) {
    return (String) required(key, Forms.text());
  }

  String choice(String key, String... choices) {
    return (String) required(key, Forms.oneOf(choices));
  }

  int number(String key) {
    return (int) required(key, Forms.wholeNumber());
  }

  int number(String key, int defaultValue) {
    return (int) optional(key, defaultValue, Forms.wholeNumber());
  }

  boolean flag(String key, boolean defaultValue) {
    return (boolean) optional(key, defaultValue, Forms.flag());
  }

  /** The number under {@code key}, whole or not as the document writes it. */
  Number anyNumber(String key) {
    if (required(key, Forms.any()) instanceof Number number) {
      return number;
    }
    throw new FormException("Input should be a valid number");
  }

  Map<?, ?> map(String key) {
    return (Map<?, ?>) required(key, Forms.map(Forms.any()));
  }

  /** What tells apart the alternatives. */
  String tag() {
    if (object.get("type") instanceof String type) {
      return type;
    }
    throw new FormException("Unable to extract tag using discriminator 'type'");
  }

  /** Refuses a tag that nobody knows. */
  static FormException unknown(String tag, Iterable<String> known) {
    return new FormException(
        "Input tag '%s' found using 'type' does not match any of the expected tags: '%s'"
            .formatted(tag, String.join("', '", known)));
  }
}

package io.sightline.workflow.block;

import java.util.Map;
import java.util.function.Function;

/**
 * What a block is made of.
 *
 * @param stepName the step that it works for
 * @param fields the step's fields, checked, defaults filled in; {@link Reference}s where they are
 *     selectors
 * @param resources answers the server's one object of a type, null where it has none
 */
public record BlockContext(
    String stepName, Map<String, Object> fields, Function<Class<?>, Object> resources) {

  /**
   * The server's one object of a type, such as the model store.
   *
   * @throws BlockException where the server offers none
   */
  public <T> T resource(Class<T> type) {
    Object resource = resources.apply(type);
    if (resource == null) {
      throw new BlockException(
          "needs a %s, which this server does not offer".formatted(type.getSimpleName()));
    }
    return type.cast(resource);
  }

  /** What the document itself says in a field; null where it is null or a selector. */
  public Object constant(String field) {
    Object value = fields.get(field);
    return value instanceof Reference ? null : value;
  }
}

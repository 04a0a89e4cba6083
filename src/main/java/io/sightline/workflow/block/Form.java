package io.sightline.workflow.block;

import java.util.Map;

/**
 * A way to write a field's value in a document. The messages of {@link FormException} are worded as
 * Roboflow's, because people search for them.
 */
public interface Form {
  /** True where {@code raw} has this form's own type, so that nothing needs to be converted. */
  boolean fits(Object raw);

  /**
   * The value that a block gets; lists and maps may hold {@link Reference}s.
   *
   * @param raw string, number, boolean, list, map or null
   * @throws FormException saying what would be right
   */
  Object read(Object raw);

  /** This form in JSON Schema. */
  Map<String, Object> schema();
}

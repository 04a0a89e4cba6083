package io.sightline.workflow.block;

import java.util.List;
import java.util.Map;

/**
 * A kind of step that documents can name. Implementations are public, have a public constructor
 * without arguments, keep no state and are listed in META-INF/services.
 */
public interface BlockType {
  Manifest manifest();

  /**
   * The outputs of one step, where they depend on what it is told.
   *
   * @param fields the step's fields, checked, defaults filled in
   */
  default List<OutputField> outputs(Map<String, Object> fields) {
    return manifest().outputs();
  }

  /** Whether a step has other outputs than those of the manifest, by what it is told. */
  default boolean outputsDepend() {
    return false;
  }

  /**
   * Looks whether fields that are right by themselves go together.
   *
   * @param fields as for {@link #outputs}
   * @throws FormException saying what does not
   */
  default void check(Map<String, Object> fields) {}

  /**
   * A block for one step of one session; may take its time, as loading a model does.
   *
   * @throws BlockException where the step cannot run on this server
   */
  Block create(BlockContext context);
}

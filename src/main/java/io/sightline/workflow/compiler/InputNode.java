package io.sightline.workflow.compiler;

import io.sightline.workflow.definition.InputDefinition;
import java.util.List;

/**
 * An input of a graph.
 *
 * @param index its place among the inputs
 * @param type its type in the document, such as WorkflowImage
 * @param kinds names of the kinds it may have
 * @param lineage what makes its dimensions, empty for a parameter
 * @param defaultValue of a parameter, null without one
 */
public record InputNode(
    int index,
    String name,
    String type,
    List<String> kinds,
    List<String> lineage,
    Object defaultValue) {

  static InputNode of(int index, InputDefinition definition, List<String> lineage) {
    return new InputNode(
        index,
        definition.name(),
        definition.type().tag(),
        definition.kinds(),
        lineage,
        definition.defaultValue());
  }

  /** True where there is one value for each image. */
  public boolean batch() {
    return !lineage.isEmpty();
  }

  /** True for a picture. */
  public boolean image() {
    return type.equals(InputDefinition.Type.IMAGE.tag());
  }

  /** True for the metadata of the video that pictures come from. */
  public boolean videoMetadata() {
    return type.equals(InputDefinition.Type.VIDEO_METADATA.tag());
  }

  /** Nesting of the batch, 0 for a parameter. */
  public int depth() {
    return lineage.size();
  }
}

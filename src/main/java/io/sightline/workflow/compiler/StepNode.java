package io.sightline.workflow.compiler;

import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.OutputField;
import java.util.List;
import java.util.Map;

/**
 * A step of a graph.
 *
 * @param index its place in the document, by which others refer to it
 * @param fields as {@link io.sightline.workflow.block.BlockContext#fields()}
 * @param sources one for each field of the manifest
 * @param guards the steps that decide whether this one runs
 * @param executionDepth dimensions over which the block is called: 0 for once, 1 for each image
 * @param lineage what makes the dimensions of its outputs
 */
public record StepNode(
    int index,
    String name,
    BlockType type,
    Map<String, Object> fields,
    List<OutputField> outputs,
    List<Source> sources,
    List<Guard> guards,
    int executionDepth,
    List<String> lineage) {

  /**
   * A step whose answer decides.
   *
   * @param step its place
   * @param depth dimensions over which it decides
   */
  public record Guard(int step, int depth) {}

  public Manifest manifest() {
    return type.manifest();
  }

  /** Dimensions of the outputs. */
  public int depth() {
    return lineage.size();
  }
}

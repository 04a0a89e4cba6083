package io.sightline.workflow.definition;

import java.util.List;

/**
 * A value that the workflow expects from outside.
 *
 * @param kinds names of the kinds it may have, * for any
 * @param dimensionality nesting of the batch: 0 for a parameter, 1 for one value for each image
 * @param defaultValue of a parameter, null without one
 */
public record InputDefinition(
    Type type, String name, List<String> kinds, int dimensionality, Object defaultValue) {
  /** What an input is; older names mean the same. */
  public enum Type {
    IMAGE("WorkflowImage", "image", 1),
    VIDEO_METADATA("WorkflowVideoMetadata", "video_metadata", 1),
    PARAMETER("WorkflowParameter", "*", 0),
    BATCH("WorkflowBatchInput", "*", 1);

    private final String tag;
    private final String defaultKind;
    private final int defaultDimensionality;

    Type(String tag, String defaultKind, int defaultDimensionality) {
      this.tag = tag;
      this.defaultKind = defaultKind;
      this.defaultDimensionality = defaultDimensionality;
    }

    /** The name in a document. */
    public String tag() {
      return tag;
    }

    String defaultKind() {
      return defaultKind;
    }

    int defaultDimensionality() {
      return defaultDimensionality;
    }
  }

  /** True where there is one value for each image. */
  public boolean batch() {
    return type != Type.PARAMETER;
  }
}

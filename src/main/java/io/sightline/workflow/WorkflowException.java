package io.sightline.workflow;

import io.sightline.workflow.block.BlockException;
import java.util.List;

/** A definition or its input is wrong; the fields are those of the reference's error body. */
public class WorkflowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * The part of a step that is wrong; nulls where unknown.
   *
   * @param propertyDetails what is wrong with the property
   * @param blockDetails what is wrong with the step as a whole
   */
  public record BlockError(
      String blockId,
      String blockType,
      String propertyName,
      String propertyDetails,
      String blockDetails) {

    /** An error of a property. */
    public BlockError(
        String blockId, String blockType, String propertyName, String propertyDetails) {
      this(blockId, blockType, propertyName, propertyDetails, null);
    }
  }

  private final String errorType;
  private final String context;
  private final transient List<BlockError> blockErrors;

  /**
   * @param errorType the reference's name, such as WorkflowSyntaxError
   * @param context path-like, such as "workflow_compilation | workflow_definition_parsing"
   */
  public WorkflowException(
      String errorType,
      String message,
      String context,
      List<BlockError> blockErrors,
      Throwable cause) {
    super(message, cause);
    this.errorType = errorType;
    this.context = context;
    this.blockErrors = List.copyOf(blockErrors);
  }

  public String errorType() {
    return errorType;
  }

  public String context() {
    return context;
  }

  /** The name of what lies below, as the block said it; null where it said none. */
  public String innerType() {
    return getCause() instanceof BlockException cause ? cause.innerType() : null;
  }

  public List<BlockError> blockErrors() {
    return blockErrors;
  }
}

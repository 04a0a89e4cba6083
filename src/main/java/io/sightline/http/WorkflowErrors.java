package io.sightline.http;

import io.sightline.workflow.WorkflowException;
import io.sightline.workflow.WorkflowException.BlockError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Errors of workflows as Roboflow's server answers them: its status codes, its bodies. */
public final class WorkflowErrors {
  /** Answered with 400 and the steps that are wrong. */
  private static final Set<String> OF_STEPS =
      Set.of(
          "WorkflowSyntaxError",
          "InvalidReferenceTargetError",
          "ExecutionGraphStructureError",
          "StepInputDimensionalityError");

  /** Answered with 400. */
  private static final Set<String> OF_REQUEST =
      Set.of(
          "WorkflowDefinitionError",
          "DuplicatedNameError",
          "ReferenceTypeError",
          "RuntimeInputError",
          "InvalidInputTypeError",
          "OperationTypeNotRecognisedError",
          "DynamicBlockError",
          "WorkflowExecutionEngineVersionError",
          "NotSupportedExecutionEngineError",
          "InnerWorkflowCompositionCycleError",
          "InnerWorkflowInvalidStepEntryError",
          "InnerWorkflowNestingDepthError",
          "InnerWorkflowTotalCountError",
          "InnerWorkflowParameterBindingsUnknownInputError",
          "InnerWorkflowParameterBindingsMissingRequiredError");

  /** Answered with 404. */
  private static final Set<String> OF_ABSENCE = Set.of("ModelNotFound", "WorkflowNotFound");

  private WorkflowErrors() {}

  /**
   * The answer to a failure that may be a workflow's; empty where it is none.
   *
   * @param failure a {@link WorkflowException} or anything else
   */
  public static Optional<Reply> reply(Throwable failure) {
    return failure instanceof WorkflowException e ? Optional.of(reply(e)) : Optional.empty();
  }

  static Reply reply(WorkflowException e) {
    String type = e.errorType();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", e.getMessage());
    body.put("error_type", type);
    body.put("context", e.context());
    boolean steps = OF_STEPS.contains(type);
    String inner = innerType(e);
    body.put("inner_error_type", inner == null && steps ? "None" : inner);
    body.put("inner_error_message", innerMessage(e));
    if (OF_REQUEST.contains(type)) {
      return Reply.of(400, body);
    }
    boolean ofBlock = steps || type.equals("StepExecutionError") || !fromEvaluation(type);
    if (ofBlock && !e.blockErrors().isEmpty()) {
      body.put("blocks_errors", blocks(e.blockErrors()));
    } else if (steps) {
      body.put("blocks_errors", type.equals("ExecutionGraphStructureError") ? null : List.of());
    }
    body.put("python_blocks_output_streams", null);
    body.put("python_blocks_debug_traces", null);
    int status = steps ? 400 : OF_ABSENCE.contains(type) ? 404 : 500;
    return Reply.of(status, body);
  }

  /** Errors of operations name no step there. */
  private static boolean fromEvaluation(String type) {
    return Set.of("UndeclaredSymbolError", "OperationError", "EvaluationEngineError")
        .contains(type);
  }

  private static String innerType(WorkflowException e) {
    if (e.getCause() == null || e.innerType() != null) {
      return e.innerType();
    }
    return switch (e.errorType()) {
      case "WorkflowSyntaxError", "RuntimeInputError" -> "ValidationError";
      case "WorkflowDefinitionError", "WorkflowExecutionEngineVersionError" -> "InvalidVersion";
      case "StepExecutionError" -> "ValueError";
      default -> e.getCause().getCause() == null ? null : "RuntimeError";
    };
  }

  private static String innerMessage(WorkflowException e) {
    return innerType(e) == null ? "None" : String.valueOf(e.getCause().getMessage());
  }

  private static List<Object> blocks(List<BlockError> errors) {
    List<Object> blocks = new ArrayList<>();
    for (BlockError error : errors) {
      Map<String, Object> block = new LinkedHashMap<>();
      block.put("block_id", error.blockId());
      block.put("block_type", error.blockType());
      block.put("block_details", error.blockDetails());
      block.put("property_name", error.propertyName());
      block.put("property_details", error.propertyDetails());
      block.put("block_traceback", null);
      blocks.add(block);
    }
    return blocks;
  }
}

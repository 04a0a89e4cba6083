package io.sightline.workflow;

import io.sightline.workflow.WorkflowException.BlockError;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.compiler.CompilationException;
import io.sightline.workflow.definition.DefinitionException;
import io.sightline.workflow.definition.Fault;
import io.sightline.workflow.executor.InputException;
import io.sightline.workflow.executor.StepException;
import io.sightline.workflow.executor.StepFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns what the packages below throw into the one exception of the engine's face. */
final class Problems {
  private Problems() {}

  static WorkflowException of(DefinitionException e) {
    return new WorkflowException(
        e.errorType(), e.getMessage(), e.context(), errors(e.faults()), e.getCause());
  }

  static WorkflowException of(CompilationException e) {
    return new WorkflowException(
        e.errorType(), e.getMessage(), e.context(), errors(e.faults()), null);
  }

  static WorkflowException of(InputException e) {
    return new WorkflowException(
        "RuntimeInputError", e.getMessage(), InputException.CONTEXT, List.of(), e.getCause());
  }

  static WorkflowException of(StepException e) {
    boolean typed = e.getCause() instanceof BlockException;
    BlockException cause = typed ? (BlockException) e.getCause() : new BlockException("");
    return new WorkflowException(
        typed ? cause.errorType() : "BlockInitialisationError",
        "step '%s': %s".formatted(e.step(), e.getMessage()),
        "workflow_compilation | steps_initialisation",
        List.of(new BlockError(e.step(), e.blockType(), null, null, e.getMessage())),
        e.getCause());
  }

  static WorkflowException of(StepFailure failure) {
    String errorType = "StepExecutionError";
    String context = "workflow_execution | step_execution";
    if (failure.cause() instanceof BlockException cause) {
      errorType = cause.errorType();
      context = cause.context();
    }
    return new WorkflowException(
        errorType,
        failure.reason(),
        context,
        List.of(new BlockError(failure.step(), failure.blockType(), null, failure.reason())),
        failure.cause());
  }

  private static String key(Fault fault) {
    boolean named = fault.step() != null && !fault.step().isEmpty();
    return named && fault.property() != null ? fault.step() + fault.property() : fault.step();
  }

  /**
   * The errors of steps, one for each property; of all that is wrong with steps without a name,
   * Roboflow's engine tells the first.
   */
  private static List<BlockError> errors(List<Fault> faults) {
    List<BlockError> errors = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Fault fault : faults) {
      if (fault.ofStep() && seen.add(key(fault))) {
        errors.add(
            new BlockError(
                fault.step(),
                fault.blockType(),
                fault.property(),
                fault.details(),
                fault.blockDetails()));
      }
    }
    return errors;
  }
}

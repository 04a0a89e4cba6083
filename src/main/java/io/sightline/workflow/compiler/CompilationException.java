package io.sightline.workflow.compiler;

import io.sightline.workflow.definition.Fault;
import java.util.List;

/** A document that is well written but cannot become a graph. */
public class CompilationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Where the parts of a graph are put together. */
  static final String GRAPH = "workflow_compilation | execution_graph_construction";

  private final String errorType;
  private final String context;
  private final transient List<Fault> faults;

  /**
   * @param errorType the name in Roboflow's engine, such as InvalidReferenceTargetError
   * @param context path-like, such as "workflow_compilation | execution_graph_construction"
   */
  public CompilationException(
      String errorType, String message, String context, List<Fault> faults) {
    super(message);
    this.errorType = errorType;
    this.context = context;
    this.faults = List.copyOf(faults);
  }

  static CompilationException structure(String message, Fault... faults) {
    return new CompilationException(
        "ExecutionGraphStructureError", message, GRAPH, List.of(faults));
  }

  static CompilationException target(String message, Fault fault) {
    return new CompilationException("InvalidReferenceTargetError", message, GRAPH, List.of(fault));
  }

  static CompilationException lineage(String message) {
    return new CompilationException(
        "StepInputLineageError", message, GRAPH + " | collecting_step_inputs_lineage", List.of());
  }

  static CompilationException dimensions(String message, String place, Fault... faults) {
    return new CompilationException(
        "StepInputDimensionalityError", message, GRAPH + " | " + place, List.of(faults));
  }

  static CompilationException blockInterface(String message) {
    return new CompilationException(
        "BlockInterfaceError", message, GRAPH + " | verification_of_output_offset", List.of());
  }

  public String errorType() {
    return errorType;
  }

  public String context() {
    return context;
  }

  public List<Fault> faults() {
    return faults;
  }
}

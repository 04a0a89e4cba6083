package io.sightline.workflow.definition;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A definition that cannot be read or compiled. Names and contexts are those of Roboflow's engine.
 */
public class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String SYNTAX_CONTEXT = "workflow_compilation | workflow_definition_parsing";

  private final String errorType;
  private final String context;
  private final transient List<Fault> faults;

  /**
   * @param errorType such as WorkflowSyntaxError
   * @param context path-like, such as "workflow_compilation | workflow_definition_parsing"
   */
  public DefinitionException(
      String errorType, String message, String context, List<Fault> faults, Throwable cause) {
    super(message, cause);
    this.errorType = errorType;
    this.context = context;
    this.faults = List.copyOf(faults);
  }

  /** A document that breaks the syntax in these places. */
  public static DefinitionException syntax(List<Fault> faults) {
    String all =
        faults.stream()
            .map(f -> f.location() + ": " + f.details())
            .collect(Collectors.joining("\n"));
    return new DefinitionException(
        "WorkflowSyntaxError",
        "Could not parse workflow definition. Details provided in inner error.",
        SYNTAX_CONTEXT,
        faults,
        new IllegalArgumentException(faults.size() + " validation errors\n" + all));
  }

  /** A text that is not even a document, or one beyond the bounds. */
  public static DefinitionException unreadable(String message, Throwable cause) {
    return new DefinitionException(
        "WorkflowSyntaxError", message, SYNTAX_CONTEXT, List.of(), cause);
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

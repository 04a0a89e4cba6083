package io.sightline.workflow.definition;

/**
 * One thing that is wrong with a definition.
 *
 * @param location dotted path into the document, such as steps.0.confidence
 * @param step the step's name, $outputs for outputs, null where unknown
 * @param blockType the type that the step names, null where unknown
 * @param property the step's field, null where the whole step is meant
 * @param details what is wrong with the field, null where {@code blockDetails} says it
 * @param blockDetails what is wrong with the step as a whole, null where {@code details} says it
 */
public record Fault(
    String location,
    String step,
    String blockType,
    String property,
    String details,
    String blockDetails) {

  /** A fault outside the steps. */
  public static Fault at(String location, String details) {
    return new Fault(location, null, null, null, details, null);
  }

  /** True where the fault is one of a step and not of the document around it. */
  public boolean ofStep() {
    return step != null || blockType != null || location.startsWith("steps.");
  }
}

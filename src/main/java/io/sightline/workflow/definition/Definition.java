package io.sightline.workflow.definition;

import java.util.List;

/**
 * A workflow document.
 *
 * @param version as written: a string in a right document, anything or null in a wrong one
 * @param faults what is wrong with it so far; the parts that are wrong are left out of the lists
 */
public record Definition(
    Object version,
    List<InputDefinition> inputs,
    List<StepDefinition> steps,
    List<OutputDefinition> outputs,
    List<Fault> faults) {}

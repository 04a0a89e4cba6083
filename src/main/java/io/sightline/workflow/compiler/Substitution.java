package io.sightline.workflow.compiler;

/**
 * A field of a step that is a parameter's value.
 *
 * @param step the step's place
 * @param field the field's place in the manifest
 * @param input the parameter's place among the inputs
 */
public record Substitution(int step, int field, int input) {}

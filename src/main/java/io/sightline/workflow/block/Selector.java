package io.sightline.workflow.block;

import java.util.regex.Pattern;

/**
 * Points to a value: $inputs.name, $steps.name.property or, for the flow, $steps.name.
 *
 * @param text as written
 */
public record Selector(String text) {
  /** What a reference to a value looks like, as Roboflow's engine prints it. */
  public static final String VALUE_PATTERN =
      "(^\\$steps\\.[A-Za-z_\\-0-9]+\\.[A-Za-z_*0-9\\-]+$)|(^\\$inputs.[A-Za-z_0-9\\-]+$)";

  /** What a reference to what a step gives looks like. */
  public static final String OUTPUT_PATTERN = "^\\$steps\\.[A-Za-z_\\-0-9]+\\.[A-Za-z_*0-9\\-]+$";

  /** What a reference to an input looks like. */
  public static final String INPUT_PATTERN = "^\\$inputs.[A-Za-z_0-9\\-]+$";

  /** What a reference to a step looks like. */
  public static final String STEP_PATTERN = "^\\$steps\\.[A-Za-z_0-9\\-]+";

  private static final Pattern STEP = Pattern.compile(STEP_PATTERN);

  /** True where {@code text} can point to a step. */
  public static boolean isStep(String text) {
    return STEP.matcher(text).find();
  }

  public boolean ofInput() {
    return text.startsWith("$inputs");
  }

  /** True for $steps.name.property. */
  public boolean ofStepOutput() {
    return text.startsWith("$steps.") && text.split("\\.", -1).length == 3;
  }

  /** The node that is pointed to: the input, or the step without the property. */
  public String node() {
    String[] parts = text.split("\\.", -1);
    return parts.length < 2 ? text : parts[0] + "." + parts[1];
  }

  /** The input's or the step's name. */
  public String name() {
    String node = node();
    return node.substring(node.indexOf('.') + 1);
  }

  /** The step's output that is pointed to, * for all of them. */
  public String property() {
    return text.substring(text.lastIndexOf('.') + 1);
  }

  @Override
  public String toString() {
    return text;
  }
}

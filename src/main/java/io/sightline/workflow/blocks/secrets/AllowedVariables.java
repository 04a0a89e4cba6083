package io.sightline.workflow.blocks.secrets;

import io.sightline.settings.Settings;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The environment variables that workflows may read.
 *
 * @param names of the variables
 * @param environment answers a variable's value, null without one
 */
public record AllowedVariables(Set<String> names, UnaryOperator<String> environment) {
  static AllowedVariables of(Settings settings) {
    return new AllowedVariables(
        Set.copyOf(settings.list("sightline.workflow.secrets.variables")), System::getenv);
  }
}

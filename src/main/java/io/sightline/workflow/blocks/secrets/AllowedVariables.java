package io.sightline.workflow.blocks.secrets;

import io.sightline.settings.Settings;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The environment variables that workflows may read.
 *
 * @param names of the variables
 * @param environment answers a variable's value, null without one
 */
public record AllowedVariables(Set<String> names, UnaryOperator<String> environment) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  static AllowedVariables of(Settings settings) {
    String name = "sightline.workflow.secrets.variables";
    for (String variable : settings.list(name)) {
      if (!NAME.matcher(variable).matches()) {
        throw settings.refuse(name, "names of environment variables");
      }
    }
    return new AllowedVariables(Set.copyOf(settings.list(name)), System::getenv);
  }
}

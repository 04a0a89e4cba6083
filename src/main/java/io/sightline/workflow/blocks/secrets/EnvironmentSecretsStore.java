package io.sightline.workflow.blocks.secrets;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockContext;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.DeclaredType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.OutputField;
import io.sightline.workflow.block.StepInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fetches environment variables that the administrator allows. */
final class EnvironmentSecretsStore implements Block {
  /** Version 1. */
  public static final class V1 extends DeclaredType {
    private static final Manifest MANIFEST =
        Manifest.of("roboflow_core/environment_secrets_store@v1")
            .described(
                "Environment Secrets Store",
                "secrets_provider",
                "Fetches environment variables of the server that its administrator allows.")
            .field(
                Field.required(
                    "variables_storing_secrets",
                    "The variables' names; each becomes an output, in lower case.",
                    Forms.list(1, Forms.text())))
            .remark("only variables that sightline.workflow.secrets.variables lists")
            .guarded()
            .build();

    public V1() {
      super(MANIFEST, V1::make);
    }

    @Override
    public boolean outputsDepend() {
      return true;
    }

    @Override
    public List<OutputField> outputs(Map<String, Object> fields) {
      return variables(fields).stream()
          .map(name -> OutputField.of(name.toLowerCase(Locale.ROOT), Kind.SECRET))
          .toList();
    }

    private static Block make(BlockContext context) {
      AllowedVariables allowed = context.resource(AllowedVariables.class);
      List<String> names = variables(context.fields());
      for (String name : names) {
        if (!allowed.names().contains(name)) {
          throw new BlockException(
              "BlockInitialisationError",
              "the variable %s is not among those that the setting".formatted(name)
                  + " sightline.workflow.secrets.variables allows workflows to read",
              "workflow_compilation | steps_initialisation",
              null);
        }
      }
      return new EnvironmentSecretsStore(names, allowed);
    }

    private static List<String> variables(Map<String, Object> fields) {
      return ((List<?>) fields.get("variables_storing_secrets"))
          .stream().map(String.class::cast).toList();
    }
  }

  private final List<String> names;
  private final AllowedVariables variables;

  EnvironmentSecretsStore(List<String> names, AllowedVariables variables) {
    this.names = names;
    this.variables = variables;
  }

  @Override
  public BlockResult run(StepInput input) {
    return BlockResult.of(names.stream().map(variables.environment()).toArray());
  }
}

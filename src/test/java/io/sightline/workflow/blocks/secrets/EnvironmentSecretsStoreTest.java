package io.sightline.workflow.blocks.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.OutputField;
import io.sightline.workflow.blocks.GivenStep;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EnvironmentSecretsStoreTest {
  private static final EnvironmentSecretsStore.V1 TYPE = new EnvironmentSecretsStore.V1();
  private final AllowedVariables allowed =
      new AllowedVariables(Set.of("API_KEY", "OTHER"), Map.of("API_KEY", "s3cret")::get);

  private static Map<String, Object> fields(String... names) {
    return GivenStep.fields(TYPE, Map.of("variables_storing_secrets", List.of(names)));
  }

  @Test
  @DisplayName("KSE-2: outputs have the kind secret")
  void fetchesAllowedVariables() {
    Map<String, Object> fields = fields("API_KEY", "OTHER");
    assertEquals(
        List.of(OutputField.of("api_key", Kind.SECRET), OutputField.of("other", Kind.SECRET)),
        TYPE.outputs(fields));
    assertEquals(
        new BlockResult.Values(Arrays.asList("s3cret", null)),
        TYPE.create(GivenStep.context(fields, type -> allowed))
            .run(GivenStep.input(TYPE.manifest(), fields)));
  }

  @Test
  @DisplayName("KSE-1: other variables are refused, with the setting's name")
  void refusesOtherVariables() {
    BlockException e =
        assertThrows(
            BlockException.class,
            () -> TYPE.create(GivenStep.context(fields("PATH"), type -> allowed)));
    assertTrue(e.getMessage().contains("sightline.workflow.secrets.variables"));
  }
}

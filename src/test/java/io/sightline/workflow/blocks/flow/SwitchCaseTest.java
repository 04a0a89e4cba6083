package io.sightline.workflow.blocks.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.blocks.GivenStep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SwitchCaseTest {
  private static final SwitchCase.V1 TYPE = new SwitchCase.V1();

  private static Set<String> next(boolean anyCase, Object value) {
    Map<String, Object> written =
        Map.of(
            "value",
            "$inputs.v",
            "cases",
            Map.of("True", "$steps.a", "2.0", "$steps.b", "red", "$steps.c"),
            "case_insensitive",
            anyCase,
            "default_next_steps",
            List.of("$steps.d", "$steps.e"));
    Block block = TYPE.create(GivenStep.context(GivenStep.fields(TYPE, written), type -> null));
    return ((BlockResult.NextSteps)
            block.run(GivenStep.input(TYPE.manifest(), Map.of("value", value))))
        .names();
  }

  @Test
  void comparesTheTextThatPythonGives() {
    assertEquals(Set.of("a"), next(false, true));
    assertEquals(Set.of("b"), next(false, 2.0));
    assertEquals(Set.of("d", "e"), next(false, 2));
    assertEquals(Set.of("c"), next(false, "red"));
    assertEquals(Set.of("d", "e"), next(false, "Red"));
  }

  @Test
  void comparesWithoutCaseWhereToldSo() {
    assertEquals(Set.of("c"), next(true, "rED"));
    assertEquals(Set.of("a"), next(true, "TRUE"));
  }

  @Test
  void refusesAStepThatIsNamedTwice() {
    FormException e =
        assertThrows(
            FormException.class,
            () ->
                GivenStep.fields(
                    TYPE,
                    Map.of(
                        "value",
                        "x",
                        "cases",
                        Map.of("1", "$steps.a"),
                        "default_next_steps",
                        List.of("$steps.a"))));
    assertEquals(
        "Value error, Each step may be targeted at most once across `cases` and"
            + " `default_next_steps`. Duplicated targets: ['$steps.a']",
        e.getMessage());
  }

  @Test
  void refusesKeysThatCollideWithoutCase() {
    assertThrows(
        FormException.class,
        () ->
            GivenStep.fields(
                TYPE,
                Map.of(
                    "value",
                    "x",
                    "case_insensitive",
                    true,
                    "cases",
                    Map.of("a", "$steps.a", "A", "$steps.b"))));
  }
}

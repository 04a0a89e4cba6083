package io.sightline.workflow.blocks.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.StepInput;
import io.sightline.workflow.blocks.GivenStep;
import io.sightline.workflow.query.StatementForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ContinueIfTest {
  private static final Map<String, Object> IS_ON =
      Map.of(
          "type",
          "StatementGroup",
          "statements",
          List.of(
              Map.of(
                  "type",
                  "UnaryStatement",
                  "operand",
                  Map.of("type", "DynamicOperand", "operand_name", "on"),
                  "operator",
                  Map.of("type", "(Boolean) is True"))));

  private long seconds = 100;
  private final ContinueIf block =
      new ContinueIf(
          new BlockResult.NextSteps(Set.of("next")), () -> TimeUnit.SECONDS.toNanos(seconds));

  private Set<String> next(boolean on, double delay) {
    StepInput input =
        GivenStep.input(
            new ContinueIf.V1().manifest(),
            Map.of(
                "condition_statement",
                new StatementForm().read(IS_ON),
                "evaluation_parameters",
                Map.of("on", on),
                "stop_delay",
                delay));
    return ((BlockResult.NextSteps) block.run(input)).names();
  }

  @Test
  void goesOnOnlyWhileTheConditionHolds() {
    assertEquals(Set.of("next"), next(true, 0));
    assertEquals(Set.of(), next(false, 0));
  }

  @Test
  void goesOnForTheDelayAfterTheConditionHasHeld() {
    assertEquals(Set.of(), next(false, 5));
    assertEquals(Set.of("next"), next(true, 5));
    seconds += 5;
    assertEquals(Set.of("next"), next(false, 5));
    seconds += 1;
    assertEquals(Set.of(), next(false, 5));
  }

  @Test
  void aDelayInTheDocumentIsAboveZero() {
    Map<String, Object> written =
        Map.of("condition_statement", IS_ON, "next_steps", List.of(), "stop_delay", 0);
    FormException e =
        assertThrows(FormException.class, () -> GivenStep.fields(new ContinueIf.V1(), written));
    assertEquals("Input should be greater than 0", e.getMessage());
  }
}

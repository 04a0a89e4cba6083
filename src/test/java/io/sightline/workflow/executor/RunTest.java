package io.sightline.workflow.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.workflow.block.RunLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {
  private static StepFailure failure(String step) {
    return new StepFailure(step, "type", new IllegalStateException(step));
  }

  @Test
  void failuresOfALayerComeInTheOrderOfTheDocument() {
    Run run = new Run(null, null, RunLimits.NONE, () -> false);
    run.fail(4, failure("e"));
    run.fail(1, failure("b"));
    run.endLayer();
    run.fail(0, failure("a"));
    run.endLayer();
    assertEquals(List.of("b", "e", "a"), run.failures().stream().map(StepFailure::step).toList());
  }
}

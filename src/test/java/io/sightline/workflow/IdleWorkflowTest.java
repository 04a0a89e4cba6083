package io.sightline.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.ImageScope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdleWorkflowTest {
  @Test
  void allTenStepsRun() {
    try (Workflow workflow = IdleWorkflow.compile();
        ImageScope scope = new ImageScope(Fixture.POOL)) {
      Image frame = Fixture.frame(scope, 8, 8);
      WorkflowResult result = workflow.run(frame, workflow.bind(Map.of()), scope);
      assertEquals(List.of(), result.errors());
      assertSame(frame, result.outputs().get("image"));
      assertEquals(10, ((Detections) result.outputs().get("predictions")).size());
    }
  }
}

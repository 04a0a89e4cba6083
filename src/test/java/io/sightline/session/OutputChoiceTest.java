package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sightline.datachannel.ResultChannel;
import io.sightline.media.LatestFrame;
import io.sightline.pipeline.FramePipeline;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.workflow.Workflow;
import io.sightline.workflow.WorkflowEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputChoiceTest {
  private final Settings settings = new ReferenceFile(Map.of()).settings();
  private final Workflow workflow =
      new WorkflowEngine(settings, type -> null, Runnable::run)
          .compile(PlainEnvironment.ECHO, "image");
  private final FramePipeline pipeline =
      new FramePipeline(
          settings,
          new FramePipeline.Parts(
              "session",
              new LatestFrame(settings, 10),
              workflow,
              "image",
              null,
              new ResultChannel(settings, ResultChannel.Format.TEXT),
              null,
              false),
          Runnable::run);
  private final OutputChoice choice =
      new OutputChoice(
          pipeline, new OutputNames(List.of("picture", "threshold")), false, Map.of("other", 1));

  @Test
  void keepsOnlyWhatTheWorkflowKnows() {
    for (int i = 0; i < 100; i++) {
      choice.change(new OutputChange(null, null, Map.of("name " + i, i, "threshold", 0.25)));
    }
    assertEquals(Map.of("threshold", 0.25), choice.parameters());
  }

  @Test
  void takesAnEmptyListWhereNoVideoGoesBack() {
    assertDoesNotThrow(() -> choice.change(new OutputChange(List.of(), null, null)));
    assertThrows(
        ConfigurationRejected.class,
        () -> choice.change(new OutputChange(List.of("picture"), null, null)));
  }
}

package io.sightline.workflow;

import io.sightline.settings.ReferenceFile;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.ImageOrigin;
import io.sightline.workflow.block.BlockCatalog;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.BlockType;
import io.sightline.workflow.block.Field;
import io.sightline.workflow.block.Forms;
import io.sightline.workflow.block.Kind;
import io.sightline.workflow.block.Manifest;
import io.sightline.workflow.block.StepInput;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ten steps as documents have them, whose blocks do nothing: a finder, seven that pass detections
 * on, one that decides and one behind it. What a run of them takes is the engine's own.
 */
public final class IdleWorkflow {
  private static final Kind DETECTIONS = Kind.OBJECT_DETECTION_PREDICTION;
  private static final int FOUND = 10;

  private IdleWorkflow() {}

  public static Workflow compile() {
    WorkflowEngine engine =
        new WorkflowEngine(
            new ReferenceFile(Map.of()).settings(),
            new BlockCatalog(List.of(finder(), passer(), gate())),
            type -> null,
            Runnable::run);
    return engine.compile(document(), "image");
  }

  private static String document() {
    String passers =
        IntStream.range(0, 7)
            .mapToObj(i -> pass("pass" + i, i == 0 ? "finder" : "pass" + (i - 1)))
            .collect(Collectors.joining(","));
    return """
    {"version":"1.0",
     "inputs":[{"type":"WorkflowImage","name":"image"},
               {"type":"WorkflowParameter","name":"least","default_value":0.5}],
     "steps":[{"type":"bench/finder@v1","name":"finder","image":"$inputs.image"},
              %s,
              {"type":"bench/gate@v1","name":"gate","predictions":"$steps.pass6.predictions",
               "next_steps":["$steps.last"]},
              %s],
     "outputs":[{"type":"JsonField","name":"predictions","selector":"$steps.last.predictions"},
                {"type":"JsonField","name":"image","selector":"$steps.last.image"}]}\
    """
        .formatted(passers, pass("last", "pass6"));
  }

  private static String pass(String name, String from) {
    return """
    {"type":"bench/passer@v1","name":"%s","image":"$inputs.image",
     "predictions":"$steps.%s.predictions","least":"$inputs.least"}\
    """
        .formatted(name, from);
  }

  private static BlockType finder() {
    ImageOrigin origin = ImageOrigin.whole("image", 640, 480);
    Detection one =
        new Detection(
            new BoundingBox(1, 2, 30, 40), 0.9f, 0, "person", "id", null, origin, origin, Map.of());
    Detections found = new Detections(Collections.nCopies(FOUND, one), 640, 480);
    return TestBlocks.type(
        Manifest.of("bench/finder@v1")
            .field(Field.required("image", "", Forms.reference(Kind.IMAGE)))
            .output("predictions", DETECTIONS)
            .heavy()
            .build(),
        input -> BlockResult.of(found));
  }

  private static BlockType passer() {
    return TestBlocks.type(
        Manifest.of("bench/passer@v1")
            .field(Field.required("image", "", Forms.reference(Kind.IMAGE)))
            .field(Field.required("predictions", "", Forms.reference(DETECTIONS)))
            .field(Field.required("least", "", Forms.reference(Kind.FLOAT), Forms.number()))
            .field(Field.optional("classes", List.of(), "", Forms.list(0, Forms.text())))
            .field(Field.optional("mode", "a", "", Forms.oneOf("a", "b")))
            .output("predictions", DETECTIONS)
            .output("image", Kind.IMAGE)
            .build(),
        IdleWorkflow::pass);
  }

  private static BlockResult pass(StepInput input) {
    input.number("least");
    return BlockResult.of(input.detections("predictions"), input.image("image"));
  }

  private static BlockType gate() {
    BlockResult on = new BlockResult.NextSteps(Set.of("last"));
    return TestBlocks.type(
        Manifest.of("bench/gate@v1")
            .field(Field.required("predictions", "", Forms.reference(DETECTIONS)))
            .field(Field.required("next_steps", "", Forms.list(1, Forms.step())))
            .build(),
        input -> on);
  }
}

package io.sightline.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkflowTest {
  private final TestModel model = new TestModel();
  private final ImagePool pool = new ImagePool(8);

  private WorkflowEngine engine(Block detection, Executor executor) {
    return new WorkflowEngine(
        new ReferenceFile(Map.of()).settings(), TestModel.catalog(detection), c -> null, executor);
  }

  private Workflow defaultWorkflow(Block detection) {
    WorkflowEngine engine = engine(detection, Runnable::run);
    return engine.compile(engine.defaultDefinition(), "image");
  }

  private static int[] pixel(Image image, int x, int y) {
    try (UByteIndexer pixels = image.pixels().createIndexer()) {
      return new int[] {pixels.get(y, x, 0), pixels.get(y, x, 1), pixels.get(y, x, 2)};
    }
  }

  @Test
  void theDefaultWorkflowAnswersWithPicturePredictionsAndCount() {
    try (Workflow workflow = defaultWorkflow(model);
        ImageScope scope = new ImageScope(pool)) {
      assertEquals(
          List.of(
              new Workflow.Output("annotated_image", true),
              new Workflow.Output("predictions", false),
              new Workflow.Output("count", false)),
          workflow.outputs());
      Image frame = Fixture.frame(scope, 640, 480);
      WorkflowResult result = workflow.run(frame, workflow.bind(Map.of()), scope);
      assertEquals(List.of(), result.errors());
      assertEquals(2, result.outputs().get("count"));
      assertEquals(2, ((Detections) result.outputs().get("predictions")).size());
      assertEquals(1000, result.inferenceNanos());
      assertEquals(0.5, model.confidence);
      Image annotated = (Image) result.outputs().get("annotated_image");
      assertNotSame(frame, annotated);
      assertEquals(List.of(251, 81, 163), boxed(pixel(annotated, 100, 200)));
      assertEquals(List.of(90, 90, 90), boxed(pixel(frame, 100, 200)));
      assertEquals("image", annotated.parent().id());
    }
  }

  @Test
  @DisplayName("WF-7: frames of several videos go through together, each with its own outputs")
  void runsFramesOfSeveralVideosTogether() {
    try (Workflow workflow = defaultWorkflow(model);
        ImageScope scope = new ImageScope(pool)) {
      Image first = Fixture.frame(scope, 640, 480);
      Image second = Fixture.frame(scope, 320, 240);
      RoundResult result =
          workflow.run(List.of(first, second), workflow.bind(Map.of("confidence", 0.75)), scope);
      assertEquals(List.of(), result.errors());
      assertEquals(2, result.outputs().size());
      assertEquals(2, result.outputs().get(1).get("count"));
      assertEquals(320, ((Image) result.outputs().get(1).get("annotated_image")).width());
      assertEquals(640, ((Image) result.outputs().get(0).get("annotated_image")).width());
      assertEquals(0.75, model.confidence);
    }
  }

  private static List<Integer> boxed(int[] pixel) {
    return java.util.Arrays.stream(pixel).boxed().toList();
  }

  @Test
  @DisplayName("X-5: parameters are held against the manifest when they are bound")
  void parametersAreCheckedWhenBound() {
    try (Workflow workflow = defaultWorkflow(model);
        ImageScope scope = new ImageScope(pool)) {
      WorkflowException e =
          assertThrows(WorkflowException.class, () -> workflow.bind(Map.of("confidence", 5)));
      assertEquals("RuntimeInputError", e.errorType());
      assertEquals(
          "Provided input is incompatible with manifest of step model regarding property confidence"
              + " provided in input parameter named confidence. Details available in inner error"
              + " object.",
          e.getMessage());
      assertEquals("Input should be less than or equal to 1", e.getCause().getMessage());
      Parameters parameters = workflow.bind(Map.of("confidence", "0.25", "unknown", 1));
      assertEquals(Map.of("confidence", "0.25"), parameters.values());
      workflow.run(Fixture.frame(scope, 64, 48), parameters, scope);
      assertEquals(0.25, model.confidence);
    }
  }

  @Test
  @DisplayName("WF-3: parameters that nobody checked are the frame's error")
  void uncheckedParametersDoNotThrow() {
    try (Workflow workflow = defaultWorkflow(model);
        ImageScope scope = new ImageScope(pool)) {
      WorkflowResult result =
          workflow.run(
              Fixture.frame(scope, 64, 48), new Parameters(Map.of("confidence", "x")), scope);
      assertTrue(result.errors().get(0).startsWith("inputs: Provided input is incompatible"));
      assertEquals(Set.of("annotated_image", "predictions", "count"), result.outputs().keySet());
    }
  }

  @Test
  @DisplayName("X-1: a failing step is the frame's error and its readers are skipped")
  void aFailingStepIsAnEntryInTheErrors() {
    for (Throwable thrown :
        List.of(
            new IllegalStateException("no weights"),
            new UnsatisfiedLinkError("no weights"),
            new LinkageError("no weights"))) {
      Block failing =
          input -> {
            throw WorkflowTest.<RuntimeException>sneaky(thrown);
          };
      try (Workflow workflow = defaultWorkflow(failing);
          ImageScope scope = new ImageScope(pool)) {
        WorkflowResult result =
            workflow.run(Fixture.frame(scope, 64, 48), workflow.bind(Map.of()), scope);
        assertEquals(List.of("step 'model': no weights"), result.errors());
        assertEquals(3, result.outputs().size());
        result.outputs().values().forEach(value -> assertNull(value));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T sneaky(Throwable t) throws T {
    throw (T) t;
  }

  @Test
  @DisplayName("X-1: errors of the virtual machine go on")
  void errorsOfTheVirtualMachineAreThrown() {
    Block failing =
        input -> {
          throw new OutOfMemoryError("heap");
        };
    try (Workflow workflow = defaultWorkflow(failing);
        ImageScope scope = new ImageScope(pool)) {
      Parameters parameters = workflow.bind(Map.of());
      Image frame = Fixture.frame(scope, 64, 48);
      assertThrows(OutOfMemoryError.class, () -> workflow.run(frame, parameters, scope));
    }
  }

  @Test
  @DisplayName("BL-5, KV-1: pictures that nobody else sees are not copied again")
  void chainedDrawingCopiesTheFrameOnce() {
    try (Workflow workflow = defaultWorkflow(model)) {
      for (int i = 0; i < 3; i++) {
        try (ImageScope scope = new ImageScope(pool)) {
          workflow.run(Fixture.frame(scope, 640, 480), workflow.bind(Map.of()), scope);
        }
        assertEquals(1, pool.idle());
      }
    }
  }

  @Test
  void aPictureThatSomebodyElseReadsIsCopied() {
    String definition =
        """
        {"version":"1.0","inputs":[{"type":"WorkflowImage","name":"image"}],
         "steps":[
          {"type":"roboflow_core/roboflow_object_detection_model@v2","name":"m",
           "images":"$inputs.image","model_id":"x"},
          {"type":"BoundingBoxVisualization","name":"a","image":"$inputs.image",
           "predictions":"$steps.m.predictions"},
          {"type":"BoundingBoxVisualization","name":"b","image":"$steps.a.image",
           "predictions":"$steps.m.predictions","color_palette":"CUSTOM",
           "custom_colors":["#010203"]},
          {"type":"BoundingBoxVisualization","name":"c","image":"$steps.b.image",
           "predictions":"$steps.m.predictions","copy_image":false,"thickness":1,
           "color_palette":"CUSTOM","custom_colors":["rgb(9,9,9)"]}],
         "outputs":[
          {"type":"JsonField","name":"a","selector":"$steps.a.image"},
          {"type":"JsonField","name":"b","selector":"$steps.b.image"},
          {"type":"JsonField","name":"c","selector":"$steps.c.image"}]}\
        """;
    try (Workflow workflow = engine(model, Runnable::run).compile(definition, "image");
        ImageScope scope = new ImageScope(pool)) {
      Map<String, Object> outputs =
          workflow.run(Fixture.frame(scope, 640, 480), workflow.bind(Map.of()), scope).outputs();
      assertEquals(List.of(251, 81, 163), boxed(pixel((Image) outputs.get("a"), 100, 200)));
      assertEquals(List.of(9, 9, 9), boxed(pixel((Image) outputs.get("b"), 100, 200)));
      assertSame(outputs.get("b"), outputs.get("c"));
    }
  }

  @Test
  @DisplayName("X-2: all threads of a bounded pool may run frames with heavy steps at once")
  void heavyStepsOfABoundedPoolDoNotDeadlock() throws Exception {
    String step =
        """
        {"type":"roboflow_core/roboflow_object_detection_model@v2","name":"m%d",
         "images":"$inputs.image","model_id":"x"}\
        """;
    String output =
        """
        {"type":"JsonField","name":"o%d","selector":"$steps.m%d.predictions"}\
        """;
    String definition =
        "{\"version\":\"1.0\",\"inputs\":[{\"type\":\"WorkflowImage\",\"name\":\"image\"}],\"steps\":["
            + String.join(",", step.formatted(0), step.formatted(1), step.formatted(2))
            + "],\"outputs\":["
            + String.join(
                ",", output.formatted(0, 0), output.formatted(1, 1), output.formatted(2, 2))
            + "]}";
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      WorkflowEngine engine = engine(model, threads);
      List<Future<Object>> sessions =
          threads.invokeAll(
              java.util.Collections.nCopies(4, () -> frames(engine, definition)),
              60,
              TimeUnit.SECONDS);
      for (Future<Object> session : sessions) {
        assertEquals("done", session.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Object frames(WorkflowEngine engine, String definition) {
    try (Workflow workflow = engine.compile(definition, "image")) {
      Parameters parameters = workflow.bind(Map.of());
      for (int i = 0; i < 200; i++) {
        try (ImageScope scope = new ImageScope(pool)) {
          WorkflowResult result = workflow.run(Fixture.frame(scope, 64, 48), parameters, scope);
          assertEquals(List.of(), result.errors());
          result.outputs().values().forEach(v -> assertEquals(2, ((Detections) v).size()));
        }
      }
    }
    return "done";
  }

  @Test
  void videoMetadataAndOtherBatchInputsAreFedToo() {
    String definition =
        """
        {"version":"1.0","inputs":[
          {"type":"WorkflowImage","name":"image"},
          {"type":"WorkflowVideoMetadata","name":"video"},
          {"type":"WorkflowBatchInput","name":"extra","kind":["integer"]}],
         "steps":[],"outputs":[
          {"type":"JsonField","name":"i","selector":"$inputs.image"},
          {"type":"JsonField","name":"v","selector":"$inputs.video"},
          {"type":"JsonField","name":"e","selector":"$inputs.extra"}]}\
        """;
    try (Workflow workflow = engine(model, Runnable::run).compile(definition, "image");
        ImageScope scope = new ImageScope(pool)) {
      assertThrows(WorkflowException.class, () -> workflow.bind(Map.of()));
      assertThrows(WorkflowException.class, () -> workflow.bind(Map.of("extra", "x")));
      assertThrows(WorkflowException.class, () -> workflow.bind(Map.of("extra", List.of(1, 2))));
      Image frame = Fixture.frame(scope, 64, 48);
      WorkflowResult result = workflow.run(frame, workflow.bind(Map.of("extra", 7)), scope);
      assertSame(frame, result.outputs().get("i"));
      assertSame(frame.video(), result.outputs().get("v"));
      assertEquals(7, result.outputs().get("e"));
    }
  }

  @Test
  void blocksAreClosedOnceAndAllOfThem() {
    int[] closed = new int[1];
    Block closing =
        new Block() {
          @Override
          public BlockResult run(io.sightline.workflow.block.StepInput input) {
            return BlockResult.of(null, null, null);
          }

          @Override
          public void close() {
            closed[0]++;
            throw new IllegalStateException("does not close");
          }
        };
    Workflow workflow = defaultWorkflow(closing);
    workflow.close();
    workflow.close();
    assertEquals(1, closed[0]);
  }
}

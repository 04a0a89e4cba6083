package io.sightline.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import io.sightline.vision.ImageOrigin;
import io.sightline.vision.ImagePool;
import io.sightline.vision.ImageScope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Crops of crops, with a model that finds the same two boxes on every picture. */
class NestedCropsTest {
  private static final String MODEL = "roboflow_core/roboflow_object_detection_model@v2";
  private static final String DOCUMENT =
      """
      {"version": "1.0",
       "inputs": [{"type": "InferenceImage", "name": "image"}],
       "steps": [
        {"type": "%1$s", "name": "outer", "images": "$inputs.image", "model_id": "a/1"},
        {"type": "DynamicCrop", "name": "crop", "images": "$inputs.image",
         "predictions": "$steps.outer.predictions"},
        {"type": "%1$s", "name": "inner", "images": "$steps.crop.crops", "model_id": "a/1"},
        {"type": "DynamicCrop", "name": "cropped", "images": "$steps.crop.crops",
         "predictions": "$steps.inner.predictions"},
        {"type": "%1$s", "name": "deep", "images": "$steps.cropped.crops", "model_id": "a/1"},
        {"type": "DimensionCollapse", "name": "up", "data": "$steps.deep.predictions"},
        {"type": "DimensionCollapse", "name": "top", "data": "$steps.up.output"},
        {"type": "roboflow_core/detections_stitch@v1", "name": "stitch",
         "reference_image": "$inputs.image", "predictions": "$steps.inner.predictions",
         "overlap_filtering_strategy": "none"}],
       "outputs": [
        {"type": "JsonField", "name": "own", "selector": "$steps.deep.predictions",
         "coordinates_system": "own"},
        {"type": "JsonField", "name": "deep", "selector": "$steps.deep.predictions"},
        {"type": "JsonField", "name": "top", "selector": "$steps.top.output"},
        {"type": "JsonField", "name": "crops", "selector": "$steps.cropped.crops"},
        {"type": "JsonField", "name": "stitched", "selector": "$steps.stitch.predictions"}]}
      """
          .formatted(MODEL);

  private final ImagePool pool = new ImagePool(8);

  private WorkflowResult run(Map<String, String> environment, ImageScope scope) {
    WorkflowEngine engine =
        new WorkflowEngine(
            new ReferenceFile(environment).settings(),
            TestModel.catalog(new TestModel()),
            c -> null,
            Runnable::run);
    try (Workflow workflow = engine.compile(DOCUMENT, "image")) {
      return workflow.run(
          Fixture.frame(scope, 640, 480), workflow.bind(Map.of("confidence", 0.5)), scope);
    }
  }

  private static Detection first(Object detections) {
    return ((Detections) detections).items().get(0);
  }

  private static List<?> at(Object list, int index) {
    return (List<?>) ((List<?>) list).get(index);
  }

  @Test
  void eachCropKnowsItsPlaceOnTheFrame() {
    try (ImageScope scope = new ImageScope(pool)) {
      WorkflowResult result = run(Map.of(), scope);
      assertEquals(List.of(), result.errors());
      Object crops = result.outputs().get("crops");
      Image inner = (Image) at(crops, 0).get(0);
      // the outer crop is 120 x 200 at 100, 100; the inner one begins at its 100, 100
      assertEquals(new ImageOrigin("d1", 100, 100, 120, 200), inner.parent());
      assertEquals(new ImageOrigin("image", 200, 200, 640, 480), inner.root());
      assertEquals(20, inner.width());
      assertEquals(100, inner.height());
      assertNull(at(crops, 0).get(1), "the second box lies outside of the crop");
    }
  }

  @Test
  void detectionsStayOnTheirCropOrMoveToTheFrame() {
    try (ImageScope scope = new ImageScope(pool)) {
      WorkflowResult result = run(Map.of(), scope);
      Detection own = first(at(result.outputs().get("own"), 0).get(0));
      assertEquals(TestModel.PERSON, own.box());
      assertEquals("d1", own.parent().id());
      Detection deep = first(at(result.outputs().get("deep"), 0).get(0));
      assertEquals(new BoundingBox(300, 300, 420, 500), deep.box());
      assertEquals(ImageOrigin.whole("image", 640, 480), deep.parent());
    }
  }

  @Test
  void twoRollUpsGiveOneListOfLists() {
    try (ImageScope scope = new ImageScope(pool)) {
      List<?> top = (List<?>) run(Map.of(), scope).outputs().get("top");
      assertEquals(2, top.size());
      assertEquals(1, at(top, 0).size());
      assertEquals(300, first(at(top, 0).get(0)).box().x1());
      assertTrue(at(top, 1).isEmpty(), "all crops of the second crop are missing");
    }
  }

  @Test
  void stitchingMovesToTheReferencePicture() {
    try (ImageScope scope = new ImageScope(pool)) {
      Detections stitched = (Detections) run(Map.of(), scope).outputs().get("stitched");
      assertEquals(4, stitched.size());
      assertEquals(new BoundingBox(200, 200, 320, 400), stitched.items().get(0).box());
      assertEquals(new BoundingBox(400, 300, 520, 500), stitched.items().get(2).box());
      assertEquals("image", stitched.items().get(2).parent().id());
    }
  }

  @Test
  void aStepThatMakesTooManyElementsFailsAlone() {
    try (ImageScope scope = new ImageScope(pool)) {
      WorkflowResult result = run(Map.of("SIGHTLINE_WORKFLOW_ELEMENTS_MAX", "5"), scope);
      assertEquals(
          List.of(
              "step 'cropped': the step makes 2 elements, the steps before it made 4:"
                  + " sightline.workflow.elements.max allows 5 in one run"),
          result.errors());
      assertEquals(4, ((Detections) result.outputs().get("stitched")).size());
    }
  }

  @Test
  void picturesOfAllStepsAreBounded() {
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      steps
          .append(i == 0 ? "" : ",")
          .append("{\"type\": \"roboflow_core/image_slicer@v2\", \"image\": \"$inputs.image\",")
          .append(" \"name\": \"s" + i + "\", \"slice_height\": 480}");
    }
    String document =
        """
        {"version": "1.0", "inputs": [{"type": "InferenceImage", "name": "image"}],
         "steps": [%s], "outputs": []}
        """
            .formatted(steps);
    WorkflowEngine engine =
        new WorkflowEngine(
            new ReferenceFile(Map.of("SIGHTLINE_WORKFLOW_MEGAPIXELS_MAX", "1")).settings(),
            c -> null,
            Runnable::run);
    try (Workflow workflow = engine.compile(document, "image");
        ImageScope scope = new ImageScope(pool)) {
      Image frame = Fixture.frame(scope, 640, 480);
      assertEquals(
          List.of(
              "step 's3': the steps make pictures of more than 1000000 pixels in one run, which is"
                  + " what is allowed"),
          workflow.run(frame, workflow.bind(Map.of()), scope).errors());
    }
  }
}

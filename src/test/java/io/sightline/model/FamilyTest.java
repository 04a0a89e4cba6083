package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("N-4: a model is recognised by its tensors and metadata")
class FamilyTest {
  private static final InputSpec INPUT =
      new InputSpec(
          640,
          640,
          InputSpec.Resize.LETTERBOX,
          true,
          114,
          List.of(1.0, 1.0, 1.0),
          List.of(0.0, 0.0, 0.0));

  private static Layout recognise(
      int names, Map<String, String> metadata, Task task, List<List<Integer>> shapes) {
    List<TensorSpec> outputs = new ArrayList<>();
    shapes.forEach(shape -> outputs.add(new TensorSpec("output" + outputs.size(), shape)));
    return Family.recognise(
            new Tensors(outputs, metadata, names, INPUT, Optional.ofNullable(task)), null)
        .layout();
  }

  private static Layout one(int names, Integer... shape) {
    return recognise(names, Map.of(), null, List.of(List.of(shape)));
  }

  @Test
  void knowsDetectors() {
    assertInstanceOf(YoloV8Decoder.class, one(80, 1, 84, 8400).decoder().get());
    assertInstanceOf(YoloV8Decoder.class, one(0, 1, 84, 8400).decoder().get());
    assertEquals(80, one(0, 1, 84, 8400).classes());
    assertEquals(80, one(0, 1, 84, 8500).classes());
    assertEquals(80, one(0, 1, 84, 34000).classes());
    assertInstanceOf(EndToEndDecoder.class, one(80, 1, 300, 6).decoder().get());
    assertFalse(one(80, 1, 300, 6).suppresses());
    assertInstanceOf(YoloXDecoder.class, one(80, 1, 8400, 85).decoder().get());
    assertInstanceOf(YoloV5Decoder.class, one(80, 1, 25200, 85).decoder().get());
    assertEquals(Task.OBJECT_DETECTION, one(80, 1, 25200, 85).task());
  }

  @Test
  void knowsDetectorsWithTwoOutputs() {
    Layout queries =
        recognise(90, Map.of(), null, List.of(List.of(1, 300, 4), List.of(1, 300, 91)));
    assertInstanceOf(QueryDecoder.class, queries.decoder().get());
    Layout corners =
        recognise(80, Map.of(), null, List.of(List.of(1, 8400, 80), List.of(1, 8400, 4)));
    assertInstanceOf(CornersDecoder.class, corners.decoder().get());
    assertTrue(corners.suppresses());
  }

  @Test
  void knowsSegmentationByItsPrototypes() {
    List<List<Integer>> shapes = List.of(List.of(1, 116, 8400), List.of(1, 32, 160, 160));
    Layout layout = recognise(80, Map.of(), null, shapes);
    assertEquals(Task.INSTANCE_SEGMENTATION, layout.task());
    assertInstanceOf(MaskDetails.class, layout.details().get());
    assertEquals(
        Task.INSTANCE_SEGMENTATION,
        recognise(80, Map.of(), null, List.of(List.of(1, 300, 38), List.of(1, 32, 160, 160)))
            .task());
  }

  @Test
  void knowsKeyPointsByTheMetadata() {
    Map<String, String> metadata = Map.of("kpt_shape", "[17, 3]");
    Layout layout = recognise(1, metadata, null, List.of(List.of(1, 56, 8400)));
    assertEquals(Task.KEYPOINT_DETECTION, layout.task());
    assertEquals(1, layout.classes());
    assertEquals(
        Task.KEYPOINT_DETECTION, recognise(1, metadata, null, List.of(List.of(1, 300, 57))).task());
  }

  @Test
  void knowsClassifiers() {
    assertEquals(Task.CLASSIFICATION, one(0, 1, 1000).task());
    assertEquals(
        Task.MULTI_LABEL_CLASSIFICATION,
        recognise(3, Map.of(), Task.MULTI_LABEL_CLASSIFICATION, List.of(List.of(1, 3))).task());
  }

  @Test
  void tellsWhatItSawWhereItKnowsNone() {
    ModelException e = assertThrows(ModelException.class, () -> one(79, 1, 84, 8400));
    assertTrue(
        e.getMessage()
            .startsWith(
                "the outputs [output0 f32[1, 84, 8400]] with 79 class names are of no known family;"
                    + " to be of yolov8 it needs 80 class names instead of 79, for which the output"
                    + " has room; known: yunet: "),
        e.getMessage());
    ModelException unnamed = assertThrows(ModelException.class, () -> one(0, 1, 40, 6625));
    assertTrue(
        unnamed
            .getMessage()
            .contains(
                "; to be of yolov8 it needs 36 class names, since 6625 anchors are not the cells"
                    + " of the input, of which there are 8400;"),
        unnamed.getMessage());
    assertThrows(
        ModelException.class,
        () -> recognise(80, Map.of(), Task.CLASSIFICATION, List.of(List.of(1, 84, 8400))));
    assertThrows(ModelException.class, () -> one(80, 1, 2, 3, 4));
    assertThrows(ModelException.class, () -> Task.named("obb"));
  }
}

package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Image;
import io.sightline.vision.Keypoint;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** As {@link FamiliesTest}, for the other outputs that exporters of a family write. */
@DisplayName("N-18: the outputs that exporters write with other options come to these boxes")
class ExportsTest {
  private static final Long[] SQUARE = {1L, 3L, 64L, 64L};

  /** A line of corners that is in the picture at 16, 8 to 80, 56 where it is letterboxed. */
  private static final float[] CORNERS = {8, 20, 40, 44};

  private static final BoundingBox PLACED = new BoundingBox(16, 8, 80, 56);

  private Image picture;

  @BeforeEach
  void makePicture() {
    picture = Pictures.noise(128, 64, 3, 1);
  }

  @AfterEach
  void freePicture() {
    picture.release();
  }

  private List<Detection> find(Model model) {
    try {
      return model.detect(picture, new DetectionOptions(0.5f, 0.5f, 300, false, null)).items();
    } finally {
      model.close();
    }
  }

  private void checkOne(Model model, String family, BoundingBox box, double score, String name) {
    assertEquals(family, model.family());
    List<Detection> found = find(model);
    assertEquals(1, found.size());
    assertEquals(box, found.get(0).box());
    assertEquals(score, found.get(0).confidence(), 1e-5);
    assertEquals(name, found.get(0).className());
  }

  private static float[] with(int length, int at, float... values) {
    float[] all = new float[length];
    System.arraycopy(values, 0, all, at, values.length);
    return all;
  }

  @Test
  void yoloV5WithItsGridsBesides() {
    float[] rows = with(1200 * 7, 77 * 7, 24, 32, 32, 24, 0.9f, 0.2f, 0.8f);
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("output", rows, 1, 1200, 7)
            .floats("onnx::Sigmoid_339", new float[3 * 64 * 7], 1, 3, 8, 8, 7)
            .floats("onnx::Sigmoid_377", new float[3 * 16 * 7], 1, 3, 4, 4, 7)
            .floats("onnx::Sigmoid_415", new float[3 * 4 * 7], 1, 3, 2, 2, 7)
            .names("a,b")
            .load();
    checkOne(model, "yolov5", PLACED, 0.8, "b");
  }

  @Test
  void yoloV5OfASmallPicture() {
    float[] rows = with(252 * 7, 7, 24, 32, 32, 24, 0.9f, 0.2f, 0.8f);
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("output0", rows, 1, 252, 7)
            .names("a,b")
            .load();
    checkOne(model, "yolov5", PLACED, 0.8, "b");
  }

  @Test
  @DisplayName("YOLOv9's auxiliary branch comes before the one that counts")
  void yoloV9WithBothBranches() {
    float[] rows = new float[6 * 84];
    float[] numbers = {24, 32, 32, 24, 0.2f, 0.8f};
    for (int i = 0; i < numbers.length; i++) {
      rows[i * 84 + 11] = numbers[i];
    }
    float[] auxiliary = rows.clone();
    auxiliary[4 * 84 + 50] = 0.9f;
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("output0", auxiliary, 1, 6, 84)
            .floats("1905", rows, 1, 6, 84)
            .names("a,b")
            .load();
    checkOne(model, "yolov8", PLACED, 0.8, "b");
  }

  @Test
  void moreClassesThanAnchors() {
    float[] rows = new float[94 * 84];
    float[] numbers = {24, 32, 32, 24};
    for (int i = 0; i < numbers.length; i++) {
      rows[i * 84 + 11] = numbers[i];
    }
    rows[(4 + 88) * 84 + 11] = 0.8f;
    String[] names = new String[90];
    Arrays.setAll(names, i -> "c" + i);
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("output0", rows, 1, 94, 84)
            .names(String.join(",", names))
            .load();
    checkOne(model, "yolov8", PLACED, 0.8, "c88");
  }

  @Test
  void yoloV7WithSuppression() {
    float[] rows = {
      0, 8, 20, 40, 44, 1, 0.8f, //
      0, 8, 20, 40, 44, 0, 0.4f,
      1, 8, 20, 40, 44, 1, 0.9f
    };
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE).floats("output", rows, 3, 7).names("a,b").load();
    checkOne(model, "batch-list", PLACED, 0.8, "b");
  }

  @Test
  void yoloNasInOneList() {
    Model model =
        new FixedOnnx(TinyOnnx.UINT8, SQUARE)
            .floats("flat_predictions", new float[] {0, 8, 20, 40, 44, 0.8f, 1}, 1, 7)
            .names("a,b")
            .load();
    checkOne(model, "batch-list", PLACED, 0.8, "b");
  }

  @Test
  @DisplayName("an answer of seven numbers for a picture is a classifier's")
  void sevenClasses() {
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("output", new float[] {1, 2, 3, 4, 5, 6, 7}, 1, 7)
            .load();
    assertEquals("classifier", model.family());
    model.close();
  }

  @Test
  void yoloNasWithSuppression() {
    Model model =
        new FixedOnnx(TinyOnnx.UINT8, SQUARE)
            .longs("graph2_num_predictions", new long[] {1}, 1, 1)
            .floats("graph2_pred_boxes", with(8, 0, CORNERS), 1, 2, 4)
            .floats("graph2_pred_scores", new float[] {0.8f, 0.9f}, 1, 2)
            .longs("graph2_pred_classes", new long[] {1, 0}, 1, 2)
            .names("a,b")
            .load();
    checkOne(model, "fused", PLACED, 0.8, "b");
  }

  @Test
  void yoloNasBehindEachOther() {
    float[] rows = with(1100 * 6, 60, 8, 20, 40, 44, 0.2f, 0.8f);
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("output", rows, 1, 1100, 6)
            .names("a,b")
            .load();
    checkOne(model, "yolo-nas", PLACED, 0.8, "b");
  }

  @Test
  void paddleWithoutSuppression() {
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("tmp_16.tmp_0", with(85 * 4, 40, 16, 16, 32, 48), 1, 85, 4)
            .floats("concat_4.tmp_0", with(2 * 85, 85 + 10, 0.8f), 1, 2, 85)
            .names("a,b")
            .load();
    checkOne(model, "paddle", new BoundingBox(32, 16, 64, 48), 0.8, "b");
  }

  @Test
  void picoDetWithoutItsEnd() {
    FixedOnnx onnx = new FixedOnnx(TinyOnnx.FLOAT, SQUARE);
    for (int i = 0; i < 4; i++) {
      int cells = (8 >> i) * (8 >> i);
      // at 16 pixels: second line, second column
      onnx.floats(
          "scores" + i,
          i == 1 ? with(cells * 2, 5 * 2 + 1, 0.8f) : new float[cells * 2],
          1,
          cells,
          2);
    }
    for (int i = 0; i < 4; i++) {
      int cells = (8 >> i) * (8 >> i);
      float[] sides = new float[cells * 32];
      if (i == 1) {
        for (int side = 0; side < 4; side++) {
          sides[5 * 32 + side * 8 + 1] = 60; // a cell away from its middle
        }
      }
      onnx.floats("sides" + i, sides, 1, cells, 32);
    }
    checkOne(onnx.names("a,b").load(), "nanodet", new BoundingBox(16, 8, 80, 40), 0.8, "b");
  }

  @Test
  void nanoDetOfOtherDistances() {
    int bins = 11;
    int cells = 64 + 16 + 4 + 1;
    float[] lines = new float[cells * (2 + 4 * bins)];
    int at = (64 + 5) * (2 + 4 * bins);
    lines[at + 1] = 0.8f;
    for (int side = 0; side < 4; side++) {
      lines[at + 2 + side * bins + 1] = 60;
    }
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("output", lines, 1, cells, 2 + 4 * bins)
            .names("a,b")
            .load();
    checkOne(model, "nanodet", new BoundingBox(0, 0, 64, 32), 0.8, "b");
  }

  @Test
  @DisplayName("an SSD with parts for corners is fed ImageNet's mean and deviation")
  void ssdOfTheZoo() {
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("bboxes", new float[] {0.25f, 0.25f, 0.5f, 0.75f}, 1, 1, 4)
            .longs("labels", new long[] {2}, 1, 1)
            .floats("scores", new float[] {0.8f}, 1, 1)
            .names("a,b")
            .load();
    checkOne(model, "fused", new BoundingBox(32, 16, 64, 48), 0.8, "b");
  }

  private static FixedOnnx queries(int logits, int hit) {
    float[] scores = new float[2 * logits];
    Arrays.fill(scores, -9);
    scores[logits + hit] = 2;
    return new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
        .floats("dets", with(8, 4, 0.5f, 0.5f, 0.5f, 0.5f), 1, 2, 4)
        .floats("labels", scores, 1, 2, logits);
  }

  private static final BoundingBox MIDDLE = new BoundingBox(32, 16, 96, 48);
  private static final double LIKELY = 1 / (1 + Math.exp(-2));

  @Test
  @DisplayName("RF-DETR's classes: in order, behind one above all, by file, and COCO's with gaps")
  void numbersOfClasses() {
    checkOne(queries(3, 1).names("a,b").load(), "rf-detr", MIDDLE, LIKELY, "b");
    checkOne(queries(4, 1).names("a,b").load(), "rf-detr", MIDDLE, LIKELY, "a");
    checkOne(
        queries(4, 1).names("a,b").json("{\"post_processing\": {\"first_class\": 0}}").load(),
        "rf-detr",
        MIDDLE,
        LIKELY,
        "b");
    checkOne(
        queries(3, 1).names("a,b").json("{\"post_processing\": {\"first_class\": 1}}").load(),
        "rf-detr",
        MIDDLE,
        LIKELY,
        "a");
    String[] coco = new String[80];
    Arrays.setAll(coco, i -> "c" + i);
    FixedOnnx all = queries(91, 90);
    checkOne(all.names(String.join(",", coco)).load(), "rf-detr", MIDDLE, LIKELY, "c79");
    FixedOnnx gap = queries(91, 13);
    checkOne(gap.names(String.join(",", coco)).load(), "rf-detr", MIDDLE, LIKELY, "c11");
    assertEquals(List.of(), find(queries(91, 12).names(String.join(",", coco)).load()));
  }

  @Test
  void rfDetrWithKeyPoints() {
    int classes = 2;
    int each = 3;
    float[] points = new float[2 * classes * each * 8];
    int at = (1 * classes * each + 1 * each) * 8; // second query, second class
    System.arraycopy(new float[] {0.25f, 0.5f, 3, 0, 0, 0, 0, 0}, 0, points, at, 8);
    System.arraycopy(new float[] {0.75f, 0.25f, 3, 0, 0, 0, 0, 0}, 0, points, at + 8, 8);
    points[at + 16 + 2] = -30;
    Model model =
        queries(classes, 1)
            .floats("keypoints", points, 1, 2, classes * each, 8)
            .names("background,a")
            .points(
                """
                [{"object_class_id": 0, "keypoints": {}, "edges": []},
                 {"object_class_id": 1, "keypoints": {"1": "tail", "0": "nose"},
                  "edges": [{"from": 0, "to": 1}]}]
                """)
            .json(
                """
                {"class_names_operations":
                  [{"type": "class_name_removal", "class_name": "background"}]}
                """)
            .load();
    assertEquals(Task.KEYPOINT_DETECTION, model.task());
    try {
      List<Detection> found =
          model.detect(picture, new DetectionOptions(0.4f, 0.5f, 300, false, null)).items();
      assertEquals(1, found.size());
      assertEquals(MIDDLE, found.get(0).box());
      assertEquals("a", found.get(0).className());
      double sure = LIKELY * Math.pow(2, -0.2); // variances of 1 both ways
      assertEquals(sure / (1 + sure), found.get(0).confidence(), 1e-5);
      float likely = (float) (1 / (1 + Math.exp(-3)));
      assertEquals(
          List.of(new Keypoint(0, "nose", likely, 32, 32), new Keypoint(1, "tail", likely, 96, 16)),
          found.get(0).keypoints());
    } finally {
      model.close();
    }
  }

  private static final String TWO_CLASSES_OF_POINTS =
      """
      [{"object_class_id": 1, "keypoints": {"0": "tip"}, "edges": []},
       {"object_class_id": 0, "keypoints": {"0": "head", "1": "foot"}, "edges": []}]
      """;

  @Test
  @DisplayName("key points have the names of Roboflow's package, each class its own")
  void namesOfKeyPoints() {
    float[] rows = new float[12 * 84];
    float[] hit = {24, 32, 32, 24, 0.2f, 0.8f, 10, 30, 0.9f, 11, 31, 0.6f};
    float[] other = {24, 32, 32, 24, 0.7f, 0.2f, 10, 30, 0.9f, 11, 31, 0.6f};
    for (int i = 0; i < hit.length; i++) {
      rows[i * 84 + 3] = hit[i];
      rows[i * 84 + 5] = other[i];
    }
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("output0", rows, 1, 12, 84)
            .names("a,b")
            .points(TWO_CLASSES_OF_POINTS)
            .load();
    assertEquals("yolov8", model.family());
    List<Detection> found = find(model);
    assertEquals(List.of(new Keypoint(0, "tip", 0.9f, 20, 28)), found.get(0).keypoints());
    assertEquals(
        List.of(new Keypoint(0, "head", 0.9f, 20, 28), new Keypoint(1, "foot", 0.6f, 22, 30)),
        found.get(1).keypoints());
  }

  @Test
  @DisplayName("N-15: what is wrong in the file of key points is told by field")
  void tellsWhatIsWrongWithKeyPoints() {
    for (String[] wrong :
        new String[][] {
          {"{}", "must be a list of objects"},
          {"[null]", "must be a list of objects"},
          {"[{\"keypoints\": {}}]", "'[0].object_class_id' must be the number of a class"},
          {"[{\"object_class_id\": 0}]", "'[0].keypoints' must be an object of at most"},
          {
            "[{\"object_class_id\": 0, \"keypoints\": {\"1\": \"a\"}}]",
            "'[0].keypoints' must be names by numbers from \"0\" on, of which \"0\" lacks"
          }
        }) {
      FixedOnnx onnx = new FixedOnnx(TinyOnnx.FLOAT, SQUARE).floats("o", new float[2], 1, 2);
      ModelException e =
          assertThrows(ModelException.class, () -> onnx.points(wrong[0]).load(), wrong[0]);
      String start = "keypoints_metadata.json of model 'fixed': ";
      assertTrue(e.getMessage().startsWith(start + wrong[1]), e.getMessage());
    }
  }

  @Test
  @DisplayName("what fits the longer edge is stretched for a DETR, as Roboflow does it")
  void fitsTheLongerEdge() {
    String fit =
        """
        {"network_input": {"training_input_size": {"width": 64, "height": 64},
           "dynamic_spatial_size_supported": false, "color_mode": "rgb",
           "resize_mode": "fit-longer-edge", "input_channels": 3, "scaling_factor": 255}}
        """;
    checkOne(queries(3, 1).names("a,b").roboflows(fit).load(), "rf-detr", MIDDLE, LIKELY, "b");
    Model letterboxed =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("output0", with(300 * 6, 0, 8, 20, 40, 44, 0.8f, 1), 1, 300, 6)
            .names("a,b")
            .roboflows(fit)
            .load();
    checkOne(letterboxed, "end-to-end", PLACED, 0.8, "b");
  }

  @Test
  void tellsThatAModelReadsText() {
    FixedOnnx onnx =
        new FixedOnnx(TinyOnnx.FLOAT, 1L, 3L, 48L, 320L)
            .floats("softmax_2.tmp_0", new float[40 * 90], 1, 40, 90)
            .metadata("character", "a\nb");
    ModelException e = assertThrows(ModelException.class, onnx::load);
    assertTrue(e.getMessage().startsWith("it reads text, as its metadata 'character' tells;"));
  }

  private static FixedOnnx ssd(long number) {
    return new FixedOnnx(TinyOnnx.FLOAT, 3L, 64L, 64L)
        .floats("boxes", new float[] {16, 16, 48, 48}, 1, 4)
        .floats("scores", new float[] {0.8f}, 1)
        .longs("labels", new long[] {number}, 1);
  }

  @Test
  @DisplayName("an SSD with COCO's 80 names gives the numbers of COCO's annotations")
  void ssdOfCoco() {
    String[] coco = new String[80];
    Arrays.setAll(coco, i -> "c" + i);
    String names = String.join(",", coco);
    checkOne(ssd(90).names(names).load(), "fused", MIDDLE, 0.8f, "c79");
    checkOne(ssd(13).names(names).load(), "fused", MIDDLE, 0.8f, "c11");
    assertEquals(List.of(), find(ssd(12).names(names).load()));
    checkOne(
        ssd(13).names(names).json("{\"post_processing\": {\"first_class\": 1}}").load(),
        "fused",
        MIDDLE,
        0.8f,
        "c12");
    Model inOrder =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("bboxes", new float[] {0.25f, 0.25f, 0.75f, 0.75f}, 1, 1, 4)
            .longs("labels", new long[] {13}, 1, 1)
            .floats("scores", new float[] {0.8f}, 1, 1)
            .names(names)
            .load();
    checkOne(inOrder, "fused", MIDDLE, 0.8f, "c12");
  }
}

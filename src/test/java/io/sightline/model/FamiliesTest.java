package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Image;
import io.sightline.vision.Keypoint;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The numbers were worked out by hand; pictures are twice as wide as high. */
@DisplayName("N-18: every family's outputs come to these boxes")
class FamiliesTest {
  private static final Long[] SQUARE = {1L, 3L, 64L, 64L};

  private Image picture;

  @BeforeEach
  void makePicture() {
    picture = Pictures.noise(128, 64, 3, 1);
  }

  @AfterEach
  void freePicture() {
    picture.release();
  }

  private List<Detection> find(Model model, float confidence) {
    try {
      return model
          .detect(picture, new DetectionOptions(confidence, 0.5f, 300, false, null))
          .items();
    } finally {
      model.close();
    }
  }

  private static void check(Detection found, BoundingBox box, double score, String name) {
    assertEquals(box, found.box());
    assertEquals(score, found.confidence(), 1e-5);
    assertEquals(name, found.className());
  }

  @Test
  void tensorFlowsSsd() {
    Model model =
        new FixedOnnx(TinyOnnx.UINT8, 1L, 64L, 64L, 3L)
            .floats("num_detections", new float[] {2}, 1)
            .floats(
                "detection_boxes",
                new float[] {0.25f, 0.5f, 0.75f, 1, 0, 0, 1, 0.5f, 0, 0, 1, 1},
                1,
                3,
                4)
            .floats("detection_scores", new float[] {0.9f, 0.6f, 0.9f}, 1, 3)
            .floats("detection_classes", new float[] {2, 1, 1}, 1, 3)
            .names("a,b")
            .load();
    assertEquals("fused", model.family());
    List<Detection> found = find(model, 0.5f);
    assertEquals(2, found.size());
    check(found.get(0), new BoundingBox(64, 16, 128, 48), 0.9, "b");
    check(found.get(1), new BoundingBox(0, 0, 64, 64), 0.6, "a");
  }

  @Test
  void torchvisionsSsd() {
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, 3L, 64L, 64L)
            .floats("boxes", new float[] {16, 8, 32, 24, 0, 0, 10, 10}, 2, 4)
            .longs("scores", new long[] {2, 1}, 2) // in the order that its exporter gave names in
            .floats("labels", new float[] {0.8f, 0.3f}, 2)
            .names("a,b")
            .load();
    List<Detection> found = find(model, 0.5f);
    assertEquals(1, found.size());
    check(found.get(0), new BoundingBox(32, 8, 64, 24), 0.8, "b");
  }

  @Test
  void ssdWhoseOutputsHaveNoNames() {
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("1203", new float[] {0.25f, 0.125f, 0.5f, 0.375f}, 1, 1, 4)
            .longs("1204", new long[] {1}, 1, 1)
            .floats("1205", new float[] {0.8f}, 1, 1)
            .json("{\"post_processing\": {\"box_unit\": \"parts\", \"first_class\": 1}}")
            .names("a,b")
            .load();
    List<Detection> found = find(model, 0.5f);
    check(found.get(0), new BoundingBox(32, 8, 64, 24), 0.8, "a");
  }

  @Test
  void rtDetrOfUltralytics() {
    float[] rows = new float[20 * 7];
    System.arraycopy(new float[] {0.5f, 0.5f, 0.25f, 0.5f, 0.1f, 0.7f, 0.2f}, 0, rows, 7, 7);
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("output0", rows, 1, 20, 7)
            .names("a,b,c")
            .load();
    assertEquals("rt-detr", model.family());
    List<Detection> found = find(model, 0.5f);
    assertEquals(1, found.size());
    check(found.get(0), new BoundingBox(48, 16, 80, 48), 0.7, "b");
  }

  @Test
  void nanoDetPlus() {
    int classes = 2;
    int cells = 64 + 16 + 4 + 1;
    float[] lines = new float[cells * (classes + 32)];
    int cell = 64 + 5; // at 16 pixels: second line, second column
    int at = cell * (classes + 32);
    lines[at] = 0.3f;
    lines[at + 1] = 0.8f;
    lines[at + 2] = 50; // left: all on 0
    lines[at + 10 + 1] = 50; // top: all on 1
    lines[at + 18 + 1] = 50; // right: half on 1, half on 2
    lines[at + 18 + 2] = 50;
    // bottom: even over 0 to 7, 3.5 on average
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("output", lines, 1, cells, classes + 32)
            .names("a,b")
            .load();
    assertEquals("nanodet", model.family());
    List<Detection> found = find(model, 0.5f);
    assertEquals(1, found.size());
    check(found.get(0), new BoundingBox(32, 0, 80, 64), 0.8, "b");
  }

  @Test
  void yuNet() {
    FixedOnnx onnx = new FixedOnnx(TinyOnnx.FLOAT, SQUARE);
    for (String part : List.of("cls", "obj", "bbox", "kps")) {
      int width = part.equals("bbox") ? 4 : part.equals("kps") ? 10 : 1;
      for (int stride = 8; stride <= 32; stride *= 2) {
        int cells = 64 / stride * (64 / stride);
        float[] values = new float[cells * width];
        if (stride == 16) {
          int cell = 5; // second line, second column
          for (int i = 0; i < width; i++) {
            values[cell * width + i] =
                switch (part) {
                  case "cls" -> 0.81f;
                  case "obj" -> 1.5f;
                  case "bbox" -> i < 2 ? 0.5f : (float) Math.log(2);
                  default -> i % 2 == 0 ? 1 : i / 10f;
                };
          }
        }
        onnx.floats(part + "_" + stride, values, 1, cells, width);
      }
    }
    Model model = onnx.load();
    assertEquals("yunet", model.family());
    List<Detection> found = find(model, 0.5f);
    assertEquals(1, found.size());
    // letterboxed behind: 128x64 lies in the upper 32 lines, half as large
    check(found.get(0), new BoundingBox(16, 16, 80, 64), 0.9, "face");
    List<Keypoint> points = found.get(0).keypoints();
    assertEquals(5, points.size());
    assertEquals("right_eye", points.get(0).className());
    assertEquals(new Keypoint(1, "left_eye", 0.9f, 64, 42), points.get(1));
  }

  @Test
  void ultraFace() {
    float[] boxes = new float[1100 * 4];
    float[] scores = new float[1100 * 2];
    System.arraycopy(new float[] {0.25f, 0.25f, 0.5f, 0.5f}, 0, boxes, 40, 4);
    scores[20] = 0.1f;
    scores[21] = 0.9f;
    scores[30] = 0.9f;
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("scores", scores, 1, 1100, 2)
            .floats("boxes", boxes, 1, 1100, 4)
            .load();
    assertEquals("ultraface", model.family());
    List<Detection> found = find(model, 0.5f);
    assertEquals(1, found.size());
    check(found.get(0), new BoundingBox(32, 16, 64, 32), 0.9, "face");
  }

  @Test
  void rfDetrWithMasks() {
    Random random = new Random(4);
    int queries = 6;
    float[] boxes = new float[queries * 4];
    float[] logits = new float[queries * 3];
    float[] masks = new float[queries * 16 * 16];
    for (int i = 0; i < masks.length; i++) {
      masks[i] = random.nextFloat() * 2 - 1;
    }
    Arrays.fill(logits, -9);
    logits[2 * 3 + 1] = 2;
    System.arraycopy(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, 0, boxes, 8, 4);
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("dets", boxes, 1, queries, 4)
            .floats("labels", logits, 1, queries, 3)
            .floats("masks", masks, 1, queries, 16, 16)
            .names("a,b")
            .load();
    assertEquals("rf-detr", model.family());
    assertEquals(Task.INSTANCE_SEGMENTATION, model.task());
    List<Detection> found = find(model, 0.5f);
    assertEquals(1, found.size());
    check(found.get(0), new BoundingBox(32, 16, 96, 48), 1 / (1 + Math.exp(-2)), "b");
    float[] mask = Arrays.copyOfRange(masks, 2 * 256, 3 * 256);
    PlainMasks.check(found.get(0).mask(), mask, 16, 16, 0);
  }

  @Test
  void aWholePicturesMask() {
    float[] mask = new float[32 * 32];
    for (int y = 8; y < 16; y++) {
      for (int x = 4; x < 28; x++) {
        mask[y * 32 + x] = 0.9f;
      }
    }
    Model model = new FixedOnnx(TinyOnnx.FLOAT, SQUARE).floats("mask", mask, 1, 32, 32, 1).load();
    assertEquals("saliency", model.family());
    List<Detection> found = find(model, 0.5f);
    check(found.get(0), new BoundingBox(16, 16, 112, 32), 0.9, "person");
    PlainMasks.check(found.get(0).mask(), mask, 32, 32, 0.5);
  }

  @Test
  void moveNet() {
    float[] joints = new float[17 * 3];
    for (int k = 0; k < 17; k++) {
      joints[k * 3] = 0.25f + k / 64f; // y
      joints[k * 3 + 1] = 0.5f;
      joints[k * 3 + 2] = k == 16 ? 0.1f : 0.8f;
    }
    joints[1] = 0.25f;
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE).floats("keypoints", joints, 1, 1, 17, 3).load();
    assertEquals("movenet", model.family());
    List<Detection> found = find(model, 0.5f);
    // letterboxed: 128x64 lies in lines 16 to 48, half as large
    check(found.get(0), new BoundingBox(32, 0, 64, 30), 0.8, "person");
    assertEquals(new Keypoint(1, "left_eye", 0.8f, 64, 2), found.get(0).keypoints().get(1));
    assertEquals(17, found.get(0).keypoints().size());
  }

  @Test
  void yolo26WithMasksAndWithKeyPoints() {
    float[] rows = new float[300 * 9];
    System.arraycopy(new float[] {8, 20, 40, 44, 0.75f, 1, 1, -1, 2}, 0, rows, 0, 9);
    float[] prototypes = new float[3 * 256];
    Random random = new Random(9);
    for (int i = 0; i < prototypes.length; i++) {
      prototypes[i] = random.nextFloat() * 2 - 1;
    }
    Model masks =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("output0", rows, 1, 300, 9)
            .floats("output1", prototypes, 1, 3, 16, 16)
            .names("a,b")
            .load();
    assertEquals("end-to-end", masks.family());
    List<Detection> found = find(masks, 0.5f);
    check(found.get(0), new BoundingBox(16, 8, 80, 56), 0.75, "b");
    float[] sum = new float[8 * 16]; // the picture is in lines 4 to 12 of the prototypes
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 16; x++) {
        boolean inside = x >= 2 && x < 10 && y + 4 >= 5 && y + 4 < 11;
        int i = (y + 4) * 16 + x;
        sum[y * 16 + x] =
            inside ? prototypes[i] - prototypes[256 + i] + 2 * prototypes[512 + i] : 0;
      }
    }
    PlainMasks.check(found.get(0).mask(), sum, 16, 8, 0);

    float[] poses = new float[300 * 12];
    System.arraycopy(
        new float[] {8, 20, 40, 44, 0.75f, 0, 10, 30, 0.9f, 11, 31, 0}, 0, poses, 0, 12);
    Model points =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("output0", poses, 1, 300, 12)
            .metadata("kpt_shape", "[2, 3]")
            .names("person")
            .load();
    Detection person = find(points, 0.5f).get(0);
    assertEquals(List.of(new Keypoint(0, "0", 0.9f, 20, 28)), person.keypoints());
  }

  @Test
  void yoloV5WithMasks() {
    float[] rows = new float[1200 * 9];
    int at = 77 * 9;
    System.arraycopy(new float[] {24, 32, 32, 24, 0.9f, 0.2f, 0.8f, 1, 0.5f}, 0, rows, at, 9);
    float[] prototypes = new float[2 * 256];
    Random random = new Random(5);
    for (int i = 0; i < prototypes.length; i++) {
      prototypes[i] = random.nextFloat() * 2 - 1;
    }
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("output0", rows, 1, 1200, 9)
            .floats("output1", prototypes, 1, 2, 16, 16)
            .names("a,b")
            .load();
    assertEquals("yolov5", model.family());
    Detection found = find(model, 0.5f).get(0);
    check(found, new BoundingBox(16, 8, 80, 56), 0.8, "b");
    float[] sum = new float[8 * 16];
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 16; x++) {
        boolean inside = x >= 2 && x < 10 && y + 4 >= 5 && y + 4 < 11;
        int i = (y + 4) * 16 + x;
        sum[y * 16 + x] = inside ? prototypes[i] + 0.5f * prototypes[256 + i] : 0;
      }
    }
    PlainMasks.check(found.mask(), sum, 16, 8, 0);
  }

  @Test
  void whatIsSaidOfTheFamilyCounts() {
    FixedOnnx onnx =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("scores", new float[1100 * 2], 1, 1100, 2)
            .floats("boxes", new float[1100 * 4], 1, 1100, 4)
            .json("{\"family\": \"yolo-nas\"}");
    Model model = onnx.load();
    assertEquals("yolo-nas", model.family());
    assertEquals(List.of("0", "1"), model.classNames());
    model.close();
    onnx.json("{\"family\": \"yolov3\"}");
    ModelException e = assertThrows(ModelException.class, onnx::load);
    assertTrue(e.getMessage().startsWith("no family is named 'yolov3'; known: [yunet,"));
  }

  @Test
  @DisplayName(
      "N-6: the older engine's way takes scores at the threshold and keeps parts of pixels")
  void legacySuppression() {
    float[] rows = new float[20 * 7];
    System.arraycopy(new float[] {0.5f, 0.5f, 0.25f, 0.29f, 0.1f, 0.5f, 0.2f}, 0, rows, 7, 7);
    FixedOnnx onnx =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE).floats("output0", rows, 1, 20, 7).names("a,b,c");
    assertEquals(List.of(), find(onnx.load(), 0.5f));
    ModelSettings legacy =
        new ModelSettings(
            "", 1, 1, 1, null, 1 << 30, Providers.CPU, Batching.NONE, Suppression.LEGACY);
    List<Detection> found = find(onnx.load(legacy), 0.5f);
    assertEquals(22.72, found.get(0).box().y1(), 1e-4);
    assertEquals(41.28, found.get(0).box().y2(), 1e-4);
  }

  @Test
  @DisplayName("classes that Roboflow's packages remove are dropped, and the others move up")
  void removesClasses() {
    float[] logits = {-9, 3, -9, -9, -9, 2};
    float[] boxes = {0.5f, 0.5f, 0.5f, 0.5f, 0.25f, 0.25f, 0.5f, 0.5f};
    Model model =
        new FixedOnnx(TinyOnnx.FLOAT, SQUARE)
            .floats("dets", boxes, 1, 2, 4)
            .floats("labels", logits, 1, 2, 3)
            .names("a,background,b")
            .json(
                """
                {"class_names_operations":
                  [{"type": "class_name_removal", "class_name": "background"}]}
                """)
            .load();
    assertEquals(List.of("a", "b"), model.classNames());
    List<Detection> found = find(model, 0.5f);
    assertEquals(1, found.size());
    check(found.get(0), new BoundingBox(0, 0, 64, 32), 1 / (1 + Math.exp(-2)), "b");
    assertEquals(1, found.get(0).classId());
  }

  @Test
  void spreadsLevelsAndCutsAPart() {
    // the network answers with its input's levels: a column each for red, green and blue
    String steps =
        """
        {"network_input": {"resize_mode": "center-crop", "scaling_factor": 1, "padding_value": 7,
           "training_input_size": {"width": 16, "height": 16}},
         "image_pre_processing": {
           "static-crop": {"enabled": true, "x_min": 50, "x_max": 100, "y_min": 0, "y_max": 100},
           "contrast": {"enabled": true, "type": "Contrast Stretching"}}}
        """;
    try (InputTensor tensor =
            new InputTensor(
                new InputSpec(
                    6,
                    4,
                    InputSpec.Resize.CENTER_CROP,
                    true,
                    7,
                    List.of(1.0, 1.0, 1.0),
                    List.of(0.0, 0.0, 0.0)));
        PreparedPicture prepared = new PreparedPicture(preparation(steps));
        Mat levels = new Mat(2, 8, opencv_core.CV_8UC1)) {
      byte[] numbers = {0, 0, 0, 0, 10, 10, 20, 20, 0, 0, 0, 0, 10, 10, 20, 20};
      levels.data().put(numbers);
      Placement placement = tensor.fill(prepared.of(levels)).within(prepared.whole());
      float[] first = new float[24];
      tensor.values().get(first);
      assertEquals(
          "[7.0, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0, 0.0, 0.0, 255.0, 255.0, 7.0, 7.0, 0.0, 0.0, 255.0,"
              + " 255.0, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0]",
          Arrays.toString(first));
      assertEquals(new BoundingBox(4, 0, 6, 2), placement.toPicture(1, 1, 3, 3));
    }
  }

  private static Preparation preparation(String json) {
    return new ModelPackage("m", Map.of("model.json", json.getBytes(StandardCharsets.UTF_8))::get)
        .config()
        .preparation();
  }
}

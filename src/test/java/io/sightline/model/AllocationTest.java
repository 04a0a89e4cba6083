package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sightline.vision.Image;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("N-3: a call takes next to nothing from the Java heap")
class AllocationTest {
  /** What the objects of ONNX Runtime's Java side and of an empty answer take. */
  private static final long BYTES = 2 << 10;

  private static final int CALLS = 40;
  private static final int SIDE = 160;
  private static final Long[] PLANES = {1L, 3L, (long) SIDE, (long) SIDE};

  private record Named(String name, FixedOnnx onnx) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static FixedOnnx onnx(int type, Long... shape) {
    return new FixedOnnx(type, shape);
  }

  private static float[] low(int count) {
    float[] values = new float[count];
    Arrays.fill(values, 0.01f);
    return values;
  }

  static Stream<Named> families() {
    int cells = 400 + 100 + 25;
    int nano = cells + 9;
    FixedOnnx yunet = onnx(TinyOnnx.FLOAT, PLANES);
    for (String part : List.of("cls", "obj", "bbox", "kps")) {
      int width = part.equals("bbox") ? 4 : part.equals("kps") ? 10 : 1;
      for (int stride = 8; stride <= 32; stride *= 2) {
        int count = SIDE / stride * (SIDE / stride);
        yunet.floats(part + "_" + stride, low(count * width), 1, count, width);
      }
    }
    return Stream.of(
        new Named("yunet", yunet),
        new Named(
            "yolov8", onnx(TinyOnnx.FLOAT, PLANES).floats("output0", low(84 * 525), 1, 84, 525)),
        new Named(
            "yolov8 of 16-bit floats",
            onnx(TinyOnnx.FLOAT16, PLANES).floats("output0", low(84 * 525), 1, 84, 525)),
        new Named(
            "yolov8 segmentation",
            onnx(TinyOnnx.FLOAT, PLANES)
                .floats("output0", low(116 * 525), 1, 116, 525)
                .floats("output1", low(32 * 1600), 1, 32, 40, 40)),
        new Named(
            "yolov5", onnx(TinyOnnx.FLOAT, PLANES).floats("output0", low(85 * 1575), 1, 1575, 85)),
        new Named(
            "yolox", onnx(TinyOnnx.FLOAT, PLANES).floats("output0", low(85 * cells), 1, cells, 85)),
        new Named(
            "end-to-end", onnx(TinyOnnx.FLOAT, PLANES).floats("output0", low(300 * 6), 1, 300, 6)),
        new Named(
            "nanodet",
            onnx(TinyOnnx.FLOAT, PLANES).floats("output", low(112 * nano), 1, nano, 112)),
        new Named(
            "rf-detr",
            onnx(TinyOnnx.FLOAT, PLANES)
                .floats("dets", low(1200), 1, 300, 4)
                .floats("labels", new float[300 * 91], 1, 300, 91)),
        new Named(
            "rt-detr", onnx(TinyOnnx.FLOAT, PLANES).floats("output0", low(300 * 84), 1, 300, 84)),
        new Named(
            "fused",
            onnx(TinyOnnx.UINT8, 1L, (long) SIDE, (long) SIDE, 3L)
                .floats("boxes", low(400), 1, 100, 4)
                .longs("labels", new long[100], 1, 100)
                .floats("scores", low(100), 1, 100)),
        new Named(
            "yolo-nas",
            onnx(TinyOnnx.FLOAT, PLANES)
                .floats("boxes", low(4 * 1100), 1, 1100, 4)
                .floats("scores", low(80 * 1100), 1, 1100, 80)),
        new Named(
            "movenet", onnx(TinyOnnx.FLOAT, PLANES).floats("keypoints", low(51), 1, 1, 17, 3)),
        new Named(
            "pixels beside each other, each channel on its own",
            onnx(TinyOnnx.FLOAT, 1L, (long) SIDE, (long) SIDE, 3L)
                .floats("output0", low(84 * 525), 1, 84, 525)
                .json("{\"network_input\": {\"normalization\": [[0, 1, 2], [1, 2, 3]]}}")));
  }

  @ParameterizedTest
  @MethodSource("families")
  void ofEachFamily(Named family) {
    Model model = family.onnx().load();
    Image picture = Pictures.noise(320, 200, 3, 1);
    DetectionOptions options = new DetectionOptions(0.9f, 0.5f, 300, false, null);
    allocated(model, picture, options);
    long bytes = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      bytes = Math.min(bytes, allocated(model, picture, options));
    }
    picture.release();
    model.close();
    assertTrue(bytes < BYTES, family + " takes " + bytes + " bytes a call");
  }

  @Test
  @DisplayName("N-3: nor does a call that reads text, whose networks give megabytes")
  void ofText() {
    TextReader reader = TextModels.load(new ModelSettings("", 1, 1, 0, null, 1 << 30));
    Image picture = Pictures.noise(320, 200, 3, 1);
    Runnable call = () -> reader.read(picture, false, true, nanos -> {});
    Runnable search = () -> reader.read(picture, true, false, nanos -> {});
    for (Runnable one : List.of(call, search)) {
      allocated(one, 5);
      long bytes = allocated(one, 5);
      assertTrue(bytes < 16 * BYTES, bytes + " bytes a call");
    }
    picture.release();
    reader.close();
  }

  private static long allocated(Model model, Image picture, DetectionOptions options) {
    return allocated(() -> model.detect(picture, options), CALLS);
  }

  private static long allocated(Runnable call, int calls) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < calls; i++) {
      call.run();
    }
    return (threads.getThreadAllocatedBytes(thread) - before) / calls;
  }
}

package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.vision.BoundingBox;
import io.sightline.vision.Detection;
import io.sightline.vision.Detections;
import io.sightline.vision.Image;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {
  private static final long SECONDS = 60;
  private static final ModelSettings SETTINGS = new ModelSettings("echo", 2, 1, 1, null, 1 << 30);
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("N-3: finds the same whether the network states its sizes or not")
  void findsWhatThePictureSpells(boolean isStatic) {
    Model model = Model.load(EchoModel.files("echo", isStatic), SETTINGS);
    Image picture = EchoModel.picture(new int[] {4, 5, 4, 6, 0, 1}, new int[] {10, 10, 4, 2, 2, 0});
    Detections found = model.detect(picture, OPTIONS);
    assertEquals(16, found.imageWidth());
    assertEquals(16, found.imageHeight());
    assertEquals(2, found.size());
    check(found.items().get(0), picture, new BoundingBox(8, 9, 12, 11), 2, 0, "a");
    check(found.items().get(1), picture, new BoundingBox(2, 2, 6, 8), 1, 1, "b");
    assertTrue(model.detect(EchoModel.picture(), OPTIONS).isEmpty());
    model.close();
  }

  private static void check(
      Detection found, Image on, BoundingBox box, float score, int classId, String name) {
    assertEquals(box, found.box());
    assertEquals(score, found.confidence());
    assertEquals(classId, found.classId());
    assertEquals(name, found.className());
    assertEquals(on.parent(), found.parent());
    assertEquals(on.root(), found.root());
    assertEquals(36, found.id().length());
    assertTrue(found.attributes().isEmpty());
  }

  @Test
  @DisplayName("N-6: the bound applies before the class filter, as in Roboflow's inference")
  void filtersClassesLast() {
    Model model = Model.load(EchoModel.files("echo", true), SETTINGS);
    Image picture =
        EchoModel.picture(
            new int[] {3, 3, 4, 4, 3, 0},
            new int[] {3, 3, 4, 4, 0, 2},
            new int[] {12, 12, 4, 4, 1, 0});
    assertEquals(List.of("a", "b", "a"), names(model, picture, 300, false, null));
    assertEquals(List.of("a", "a"), names(model, picture, 300, true, null));
    assertEquals(List.of("b"), names(model, picture, 300, false, Set.of("b", "unknown")));
    assertEquals(List.of("a", "b"), names(model, picture, 2, false, null));
    assertEquals(List.of(), names(model, picture, 1, false, Set.of("b")));
    model.close();
  }

  private static List<String> names(
      Model model, Image picture, int most, boolean agnostic, Set<String> filter) {
    DetectionOptions options = new DetectionOptions(0.4f, 0.3f, most, agnostic, filter);
    return model.detect(picture, options).items().stream().map(Detection::className).toList();
  }

  @Test
  void tellsTheTimeInsideTheRun() {
    Model model = Model.load(EchoModel.files("echo", true), SETTINGS);
    AtomicLong nanos = new AtomicLong(-1);
    model.detect(EchoModel.picture(), OPTIONS, nanos::set);
    assertTrue(nanos.get() > 0);
    assertEquals(1, model.times().calls());
    assertEquals(nanos.get() / 1e6, model.times().millisP50());
    model.close();
  }

  @Test
  @DisplayName("N-2: many threads get what one gets")
  void answersManyThreadsAsOne() throws Exception {
    Model model =
        Model.load(
            EchoModel.files("echo", true), new ModelSettings("echo", 3, 1, 1, null, 1 << 30));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> calls = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      int x = 2 + t;
      calls.add(
          threads.submit(
              () -> {
                Image picture = EchoModel.picture(new int[] {x, x, 4, 4, 1, 0});
                for (int i = 0; i < 300; i++) {
                  Detections found = model.detect(picture, OPTIONS);
                  assertEquals(1, found.size());
                  BoundingBox expected = new BoundingBox(x - 2, x - 2, x + 2, x + 2);
                  assertEquals(expected, found.items().get(0).box());
                }
                picture.release();
              }));
    }
    for (Future<?> call : calls) {
      call.get(SECONDS, TimeUnit.SECONDS);
    }
    threads.shutdown();
    assertEquals(2400, model.times().calls());
    model.close();
  }

  @Test
  @DisplayName("N-9: closing in the middle of calls ends each with an answer or a typed error")
  void closesWhileOthersCall() throws Exception {
    Model model = Model.load(EchoModel.files("echo", true), SETTINGS);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CountDownLatch running = new CountDownLatch(4);
    List<Future<?>> calls = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      calls.add(
          threads.submit(
              () -> {
                Image picture = EchoModel.picture(new int[] {5, 5, 4, 4, 1, 0});
                assertEquals(1, model.detect(picture, OPTIONS).size());
                running.countDown();
                assertThrows(
                    ModelClosedException.class,
                    () -> {
                      while (true) {
                        assertEquals(1, model.detect(picture, OPTIONS).size());
                      }
                    });
              }));
    }
    assertTrue(running.await(SECONDS, TimeUnit.SECONDS));
    model.close();
    model.close();
    for (Future<?> call : calls) {
      call.get(SECONDS, TimeUnit.SECONDS);
    }
    threads.shutdown();
  }

  @Test
  @DisplayName("N-10: a picture that was released is refused, and one that is none")
  void refusesPicturesItCannotUse() {
    Model model = Model.load(EchoModel.files("echo", true), SETTINGS);
    Image released = EchoModel.picture();
    released.release();
    ModelException e = assertThrows(ModelException.class, () -> model.detect(released, OPTIONS));
    assertEquals(
        "a run of model 'echo' failed: a released picture cannot be retained", e.getMessage());
    Image four = Pictures.frame(new Mat(4, 4, opencv_core.CV_8UC4));
    assertThrows(ModelException.class, () -> model.detect(four, OPTIONS));
    four.release();
    Image fine = EchoModel.picture(new int[] {5, 5, 4, 4, 1, 0});
    assertEquals(1, model.detect(fine, OPTIONS).size());
    fine.release();
    assertThrows(IllegalStateException.class, fine::retain);
    model.close();
  }

  @Test
  @DisplayName("N-10: a listener that fails fails that call only")
  void survivesAListenerThatFails() {
    Model model = Model.load(EchoModel.files("echo", true), SETTINGS);
    Image picture = EchoModel.picture();
    for (int i = 0; i < 5; i++) {
      assertThrows(
          ModelException.class,
          () ->
              model.detect(
                  picture,
                  OPTIONS,
                  nanos -> {
                    throw new IllegalStateException("full");
                  }));
    }
    assertTrue(model.detect(picture, OPTIONS).isEmpty());
    model.close();
  }

  @Test
  @DisplayName("N-4: what is no detector is refused with its tensors")
  void refusesNetworksThatItCannotRead() {
    List<Long> shape = List.of(1L, 3L, 16L, 16L);
    Map<String, String> names = Map.of("names", EchoModel.NAMES);
    refuse(TinyOnnx.reshape(TinyOnnx.FLOAT, shape, 8, names), "output0 f32[1, 8, 96]");
    refuse(TinyOnnx.reshape(TinyOnnx.FLOAT, shape, 4, Map.of()), "with no class names");
    refuse(TinyOnnx.reshape(TinyOnnx.INT32, shape, 6, names), "must be of 32-bit floats");
    refuse(
        TinyOnnx.reshape(TinyOnnx.FLOAT, List.of(1L, 1L, 16L, 48L), 6, names),
        "the input must be f32[1, 3, height, width], not images f32[1, 1, 16, 48]");
    refuse("not a model".getBytes(StandardCharsets.UTF_8), "ONNX Runtime cannot load the model");
    refuse(new byte[0], "ONNX Runtime cannot load the model");
  }

  private static void refuse(byte[] weights, String reason) {
    ModelException e =
        assertThrows(
            ModelException.class, () -> Model.load(EchoModel.files("bad", weights), SETTINGS));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertFalse(e.getMessage().isBlank());
  }

  @ParameterizedTest
  @ValueSource(longs = {EchoModel.SIDE, -2})
  @DisplayName("N-17: calls that run together find what each finds alone")
  void findsTheSameInBatches(long side) throws Exception {
    ModelPackage files = EchoModel.files("echo", BatchedModel.onnx(side));
    Model alone = Model.load(files, BatchedModel.settings(1, 0));
    Model together = Model.load(files, BatchedModel.settings(3, 20_000_000L));
    ExecutorService threads = Executors.newFixedThreadPool(5);
    List<Future<?>> calls = new ArrayList<>();
    for (int t = 0; t < 5; t++) {
      int x = 2 + t;
      calls.add(
          threads.submit(
              () -> {
                Image picture = EchoModel.picture(new int[] {x, 5, 4, 6, 0, x});
                Detection expected = alone.detect(picture, OPTIONS).items().get(0);
                for (int i = 0; i < 60; i++) {
                  Detections found = together.detect(picture, OPTIONS);
                  assertEquals(1, found.size());
                  Detection one = found.items().get(0);
                  assertEquals(expected.box(), one.box());
                  assertEquals(expected.classId(), one.classId());
                  assertEquals(expected.confidence(), one.confidence(), 1e-4f);
                }
                picture.release();
              }));
    }
    for (Future<?> call : calls) {
      call.get(SECONDS, TimeUnit.SECONDS);
    }
    threads.shutdown();
    assertEquals(300, together.times().calls());
    assertThrows(
        ModelException.class,
        () -> together.detect(EchoModel.picture(), OPTIONS, nanos -> refuse()));
    together.close();
    assertThrows(ModelClosedException.class, () -> together.detect(EchoModel.picture(), OPTIONS));
    alone.close();
  }

  private static void refuse() {
    throw new IllegalStateException("thrown on purpose");
  }
}

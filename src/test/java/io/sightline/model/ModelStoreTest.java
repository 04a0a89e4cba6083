package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.settings.SettingsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelStoreTest {
  private static final long SECONDS = 60;
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);

  private static Settings settings(String... environment) {
    Map<String, String> values = new LinkedHashMap<>(Map.of("SIGHTLINE_MODEL_DEFAULT", "echo"));
    for (int i = 0; i < environment.length; i += 2) {
      values.put(environment[i], environment[i + 1]);
    }
    return new ReferenceFile(values).settings();
  }

  private static ModelStore store(ModelPackage... known) {
    Map<String, ModelPackage> models = new LinkedHashMap<>();
    for (ModelPackage files : known) {
      models.put(files.id(), files);
    }
    return new ModelStore(settings(), models);
  }

  @Test
  @DisplayName("N-1: loads a model when it is first asked for, and once")
  void loadsOnce() throws Exception {
    AtomicInteger reads = new AtomicInteger();
    ModelPackage files = EchoModel.files("echo", true);
    ModelPackage counted =
        new ModelPackage(
            "echo",
            name -> {
              reads.addAndGet(name.equals("weights.onnx") ? 1 : 0);
              return files.files().read(name);
            });
    try (ModelStore store = store(counted)) {
      assertEquals(
          new ModelSnapshot("echo", "idle", null, null, 0, 0, 0), store.snapshots().get(0));
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<Model>> models = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        models.add(threads.submit(() -> store.get("echo")));
      }
      for (Future<Model> model : models) {
        assertSame(store.get("echo"), model.get(SECONDS, TimeUnit.SECONDS));
      }
      threads.shutdown();
    }
    assertEquals(1, reads.get());
  }

  @Test
  void countsTheCallsOfAModel() {
    try (ModelStore store = store(EchoModel.files("echo", true))) {
      store.warmUp();
      assertEquals(
          new ModelSnapshot("echo", "ready", null, "object-detection", 2, 0, 0),
          store.snapshots().get(0));
      store.get("echo").detect(EchoModel.picture(), OPTIONS);
      ModelSnapshot after = store.snapshots().get(0);
      assertEquals(1, after.calls());
      assertTrue(after.millisP50() > 0);
      assertEquals(List.of("a", "b"), store.get("echo").classNames());
      assertEquals("echo", store.get("echo").id());
    }
  }

  @Test
  void listsTheKnownModelsForAnUnknownId() {
    try (ModelStore store = store(EchoModel.files("echo", true), EchoModel.files("other", false))) {
      ModelNotFoundException e =
          assertThrows(ModelNotFoundException.class, () -> store.get("yolov8n-640"));
      assertEquals("no model 'yolov8n-640'; known models: echo, other", e.getMessage());
      assertThrows(ModelNotFoundException.class, () -> store.get(null));
    }
  }

  @Test
  @DisplayName("N-8: a model that does not load is a state with a reason, each time the same")
  void keepsTheReasonOfAFailure() {
    try (ModelStore store =
        store(EchoModel.files("echo", new byte[] {1}), EchoModel.files("fine", true))) {
      store.warmUp();
      ModelSnapshot broken = store.snapshots().get(0);
      assertEquals("failed", broken.state());
      assertTrue(
          broken.problem().startsWith("model 'echo' does not load: weights.onnx is refused"));
      for (int i = 0; i < 2; i++) {
        ModelException e = assertThrows(ModelException.class, () -> store.get("echo"));
        assertEquals(broken.problem(), e.getMessage());
      }
      assertEquals("fine", store.get("fine").id());
      assertNull(store.snapshots().get(1).problem());
    }
  }

  @Test
  @DisplayName("N-8: a native library that does not load is a state that names it")
  void tellsWhichNativeLibraryDoesNotLoad() {
    ModelPackage needy =
        new ModelPackage(
            "echo",
            name -> {
              throw new ExceptionInInitializerError(
                  new UnsatisfiedLinkError("libgomp.so.1: cannot open shared object file"));
            });
    try (ModelStore store = store(needy)) {
      store.warmUp();
      assertEquals("failed", store.snapshots().get(0).state());
      assertEquals(
          "model 'echo' needs a native library that does not load:"
              + " java.lang.UnsatisfiedLinkError: libgomp.so.1: cannot open shared object file",
          store.snapshots().get(0).problem());
    }
  }

  @Test
  void tellsItsStateWhileAModelLoads() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);
    ModelPackage files = EchoModel.files("echo", true);
    ModelPackage slow =
        new ModelPackage(
            "echo",
            name -> {
              reading.countDown();
              try {
                assertTrue(seen.await(SECONDS, TimeUnit.SECONDS));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return files.files().read(name);
            });
    try (ModelStore store = store(slow)) {
      Thread loading = new Thread(store::warmUp);
      loading.start();
      assertTrue(reading.await(SECONDS, TimeUnit.SECONDS));
      assertEquals("loading", store.snapshots().get(0).state());
      seen.countDown();
      loading.join(SECONDS * 1000);
      assertEquals("ready", store.snapshots().get(0).state());
    }
  }

  @Test
  @DisplayName("N-9: after closing, models are refused")
  void refusesModelsOnceClosed() {
    ModelStore store = store(EchoModel.files("echo", true), EchoModel.files("other", true));
    Model model = store.get("echo");
    store.close();
    store.close();
    assertThrows(ModelClosedException.class, () -> model.detect(EchoModel.picture(), OPTIONS));
    assertThrows(ModelClosedException.class, () -> store.get("other"));
    assertEquals("closed", store.snapshots().get(0).state());
    assertEquals("closed", store.snapshots().get(1).state());
  }

  @ParameterizedTest
  @CsvSource({
    "SIGHTLINE_MODEL_CALLERS, 257, a whole number from 0 to 256",
    "SIGHTLINE_MODEL_INTRA_OP_THREADS, 0, a whole number from 1 to 64",
    "SIGHTLINE_MODEL_WARM_UP_RUNS, -1, a whole number from 0 to 100",
    "SIGHTLINE_MODEL_DEFAULT, yolov8n-640, 'one of [pp-ocr-text-direction, ssdlite-mobilenet-v2]'",
  })
  @DisplayName("N-8: only bad settings stop the start")
  void refusesSettingsOutOfBounds(String name, String value, String bounds) {
    SettingsException e =
        assertThrows(SettingsException.class, () -> new ModelStore(settings(name, value)));
    assertTrue(e.getMessage().contains(bounds), e.getMessage());
  }

  @Test
  @DisplayName("N-2: as many callers as cores unless told otherwise")
  void readsItsSettings() {
    ModelSettings usual = ModelSettings.from(new ReferenceFile(Map.of()).settings());
    int cores = Runtime.getRuntime().availableProcessors();
    Batching batching = new Batching(0, 2_000_000);
    assertEquals(
        new ModelSettings(
            "ssdlite-mobilenet-v2", cores, 1, 3, null, 1 << 30, Providers.CPU, batching),
        usual);
    assertEquals(1, batching.most(Provider.CPU));
    assertEquals(8, batching.most(Provider.CUDA));
    assertEquals(
        new ModelSettings("echo", 5, 2, 0, null, 1 << 30, Providers.CPU, new Batching(4, 500_000)),
        ModelSettings.from(
            settings(
                "SIGHTLINE_MODEL_CALLERS", "5",
                "SIGHTLINE_MODEL_BATCH_MAX", "4",
                "SIGHTLINE_MODEL_BATCH_DELAY_MS", "0.5",
                "SIGHTLINE_MODEL_INTRA_OP_THREADS", "2",
                "SIGHTLINE_MODEL_WARM_UP_RUNS", "0")));
  }
}

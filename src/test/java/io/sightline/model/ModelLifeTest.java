package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.model.onnx.OnnxLimits;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading, leaving memory and coming back, hanging. */
class ModelLifeTest {
  private static final long SECONDS = 60;
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);

  @TempDir private Path folder;

  private static ModelStore store(String... environment) {
    Map<String, String> values = new LinkedHashMap<>(Map.of("SIGHTLINE_MODEL_DEFAULT", "stays"));
    for (int i = 0; i < environment.length; i += 2) {
      values.put(environment[i], environment[i + 1]);
    }
    Map<String, ModelPackage> known = new LinkedHashMap<>();
    for (String id : List.of("stays", "a", "b", "c")) {
      known.put(id, EchoModel.files(id, true));
    }
    Settings settings = new ReferenceFile(values).settings();
    return new ModelStore(settings, known);
  }

  private static List<String> states(ModelStore store) {
    return store.snapshots().stream().map(s -> s.id() + " " + s.state()).toList();
  }

  @Test
  @DisplayName(
      "N-12: the one unused the longest leaves memory, the default model never, and returns")
  void modelsLeaveAndReturn() {
    try (ModelStore store =
        store("SIGHTLINE_MODELS_LOADED_MAX", "3", "SIGHTLINE_MODELS_IDLE_TIME", "0")) {
      store.warmUp();
      Model a = store.get("a");
      a.detect(EchoModel.picture(), OPTIONS);
      store.get("b");
      store.get("c");
      assertEquals(List.of("a idle", "b ready", "c ready", "stays ready"), states(store));
      assertThrows(ModelClosedException.class, () -> a.detect(EchoModel.picture(), OPTIONS));
      assertEquals(1, store.report("a").snapshot().calls(), "calls are counted over all its loads");
      Model again = store.get("a");
      assertNotSame(a, again);
      again.detect(EchoModel.picture(), OPTIONS);
      assertEquals(2, store.report("a").snapshot().calls());
      assertEquals(List.of("a ready", "b idle", "c ready", "stays ready"), states(store));
    }
  }

  @Test
  @DisplayName(
      "N-12: a model in use stays; what finds no room is refused with the numbers, for now")
  void modelsInUseStay() {
    try (ModelStore store = store("SIGHTLINE_MODELS_LOADED_MAX", "1")) {
      Model a = store.get("a");
      ModelException e = assertThrows(ModelException.class, () -> store.get("b"));
      assertTrue(e.getMessage().contains("1 of 1 models"), e.getMessage());
      assertEquals("idle", store.report("b").snapshot().state());
      assertEquals(e.getMessage(), store.report("b").snapshot().problem());
      assertSame(a, store.get("a"));
    }
  }

  @Test
  void reportsWhatIsKnownOfAModel() {
    try (ModelStore store = store()) {
      ModelReport idle = store.report("a");
      assertNull(idle.lastUsed());
      assertEquals(0, idle.memoryBytes());
      store.get("a").detect(EchoModel.picture(), OPTIONS);
      ModelReport report = store.report("a");
      assertEquals("bundled", report.origin());
      assertEquals("yolov8", report.family());
      assertEquals("images", report.inputs().get(0).name());
      assertEquals(List.of(1, 6, 128), report.outputs().get(0).shape());
      assertEquals(List.of("a", "b"), report.classNames());
      assertTrue(report.memoryBytes() > 0 && report.memoryBytes() <= store.memoryBytes());
      assertTrue(report.millisP95() >= report.snapshot().millisP50());
      assertNotNull(report.lastUsed());
      assertThrows(ModelNotFoundException.class, () -> store.report("nothing"));
    }
  }

  private ModelLoader loader(Duration loadTime, BiFunction<ModelPackage, Weights, Model> load) {
    StoreSettings bounds =
        new StoreSettings(
            folder,
            1 << 20,
            10,
            Duration.ZERO,
            loadTime,
            loadTime,
            1 << 20,
            false,
            new OnnxLimits(99, 99, 1 << 20, 1 << 20));
    LoadedModels loaded = new LoadedModels(10, 1 << 20, Duration.ZERO, System::nanoTime);
    return new ModelLoader(bounds, new Quarantine(folder), FirstTrial.NONE, loaded, load);
  }

  @Test
  @DisplayName("N-13: a model that hangs is given up, held over restarts, and tried when lifted")
  void aModelThatHangsGoesIntoQuarantine() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    AtomicInteger loads = new AtomicInteger();
    BiFunction<ModelPackage, Weights, Model> hanging =
        (files, weights) -> {
          loads.incrementAndGet();
          try {
            hang.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Model.load(files, settings());
        };
    ModelPackage files = ofTheDirectory(EchoModel.files("mine", true));
    ModelEntry entry = new ModelEntry(files, loader(Duration.ofMillis(400), hanging), false);
    String first = assertThrows(ModelException.class, entry::get).getMessage();
    assertTrue(first.contains("in quarantine: it did not load and warm up within"), first);
    assertEquals("quarantined", entry.report(List.of()).snapshot().state());

    ModelLoader next = loader(Duration.ofSeconds(SECONDS), hanging);
    ModelEntry later = new ModelEntry(files, next, false);
    String second = assertThrows(ModelException.class, later::get).getMessage();
    assertTrue(second.contains("to try it again delete"), second);
    later.reconsider();
    assertEquals("quarantined", later.report(List.of()).snapshot().state());
    assertEquals(1, loads.get());

    try (var held = Files.newDirectoryStream(folder, "*.held")) {
      Files.delete(held.iterator().next());
    }
    later.reconsider();
    hang.countDown();
    assertEquals("mine", later.get().id());
    later.close();
  }

  @Test
  @DisplayName("N-13: the default model that was only slow is tried again, one that hangs is not")
  void theDefaultModelThatWasSlowComesAfterAll() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    AtomicInteger loads = new AtomicInteger();
    BiFunction<ModelPackage, Weights, Model> slow =
        (files, weights) -> {
          loads.incrementAndGet();
          try {
            hang.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Model.load(files, settings());
        };
    ModelLoader loader = loader(Duration.ofMillis(400), slow);
    ModelEntry entry = new ModelEntry(EchoModel.files("echo", true), loader, true);
    String reason = assertThrows(ModelException.class, entry::get).getMessage();
    assertTrue(reason.contains("it did not load and warm up within"), reason);
    entry.reconsider();
    assertEquals("failed", entry.report(List.of()).snapshot().state());
    assertEquals(1, loads.get());
    hang.countDown();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!entry.ready() && System.nanoTime() < end) {
      loader.expire();
      entry.reconsider();
      Thread.sleep(10);
    }
    assertEquals("echo", entry.get().id());
    entry.close();
  }

  private static ModelPackage ofTheDirectory(ModelPackage files) {
    return new ModelPackage(
        files.id(),
        new ModelPackage.Files() {
          @Override
          public byte[] read(String name) throws IOException {
            return files.files().read(name);
          }

          @Override
          public String origin() {
            return "directory";
          }
        });
  }

  @Test
  @DisplayName("N-13: a load that took the server down is not tried again after the next start")
  void aLoadThatTookTheServerDownIsRemembered() {
    ModelPackage files = ofTheDirectory(EchoModel.files("mine", true));
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch loading = new CountDownLatch(1);
    BiFunction<ModelPackage, Weights, Model> dying =
        (f, w) -> {
          loading.countDown();
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return null;
        };
    new ModelEntry(files, loader(Duration.ofSeconds(SECONDS), dying), false).start(true);
    try {
      assertTrue(loading.await(SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // what the next process finds
    ModelLoader next = loader(Duration.ofSeconds(SECONDS), (f, w) -> Model.load(f, w, settings()));
    String reason =
        assertThrows(ModelException.class, () -> new ModelEntry(files, next, false).get())
            .getMessage();
    assertTrue(reason.contains("the server ended while it loaded, as model 'mine'"), reason);
    ModelEntry bundled = new ModelEntry(EchoModel.files("mine", true), next, false);
    assertEquals("mine", bundled.get().id(), "what comes with the server is trusted");
    bundled.close();
  }

  private static ModelSettings settings() {
    return ModelSettings.from(new ReferenceFile(Map.of()).settings());
  }

  @Test
  @DisplayName("N-9: a model that is closed while it loads is freed when it arrives")
  void closingWhileLoadingLeavesNoModelBehind() throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Model> made = new CompletableFuture<>();
    ModelLoader loader =
        loader(
            Duration.ofSeconds(SECONDS),
            (files, weights) -> {
              loading.countDown();
              try {
                assertTrue(go.await(SECONDS, TimeUnit.SECONDS));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Model model = Model.load(files, weights, settings());
              made.complete(model);
              return model;
            });
    ModelEntry entry = new ModelEntry(EchoModel.files("mine", true), loader, false);
    CompletableFuture<Model> future = entry.start(true);
    assertTrue(loading.await(SECONDS, TimeUnit.SECONDS));
    entry.close();
    go.countDown();
    Exception e = assertThrows(Exception.class, () -> future.get(SECONDS, TimeUnit.SECONDS));
    assertTrue(e.getCause() instanceof ModelClosedException, e::toString);
    Model model = made.get();
    assertThrows(ModelClosedException.class, () -> model.detect(EchoModel.picture(), OPTIONS));
    assertEquals(0, loader.loaded().bytes());
    assertFalse(entry.ready());
  }

  @Test
  @DisplayName("N-13: a model that is ready in the last moment is not given up")
  void whatIsReadyInTheLastMomentIsKept() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    ModelLoader loader =
        loader(
            Duration.ZERO,
            (files, weights) -> {
              try {
                assertTrue(go.await(SECONDS, TimeUnit.SECONDS));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Model.load(files, weights, settings());
            });
    ModelPackage files = ofTheDirectory(EchoModel.files("mine", true));
    CompletableFuture<Model> ready =
        loader
            .begin(files, new ModelEntry(files, loader, false), true)
            .whenComplete((model, e) -> loader.expire());
    go.countDown();
    ready.get(SECONDS, TimeUnit.SECONDS).close();
    loader.close();
    try (Stream<Path> held = Files.list(folder)) {
      assertEquals(List.of(), held.filter(file -> file.toString().endsWith(".held")).toList());
    }
  }

  @Test
  @DisplayName("N-9: the stop waits for the load under way, and nothing more is loaded")
  void theStopWaitsForTheLoadUnderWay() throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger loads = new AtomicInteger();
    ModelLoader loader =
        loader(
            Duration.ofSeconds(SECONDS),
            (files, weights) -> {
              loading.countDown();
              try {
                assertTrue(go.await(SECONDS, TimeUnit.SECONDS));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              loads.incrementAndGet();
              return Model.load(files, weights, settings());
            });
    ModelEntry entry = new ModelEntry(EchoModel.files("mine", true), loader, false);
    entry.start(true);
    ModelEntry next = new ModelEntry(EchoModel.files("next", true), loader, false);
    assertTrue(loading.await(SECONDS, TimeUnit.SECONDS));
    CompletableFuture<Model> waiting = next.start(true);
    Thread stop =
        new Thread(
            () -> {
              entry.close();
              loader.close();
            });
    stop.start();
    stop.join(200);
    assertTrue(stop.isAlive(), "the load is still under way");
    go.countDown();
    stop.join(TimeUnit.SECONDS.toMillis(SECONDS));
    assertFalse(stop.isAlive());
    assertEquals(1, loads.get());
    assertEquals(0, loader.loaded().bytes(), "and what it loaded is freed");
    assertThrows(Exception.class, () -> waiting.get(SECONDS, TimeUnit.SECONDS));
    assertEquals(1, loads.get());
  }
}

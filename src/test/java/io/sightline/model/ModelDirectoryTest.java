package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.model.download.FileServer;
import io.sightline.model.trial.Bombs;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.SettingsException;
import io.sightline.vision.Image;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("N-11: the models' directory is taken up while the server runs")
class ModelDirectoryTest {
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);

  @TempDir private Path directory;

  private ModelStore store(String... more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SIGHTLINE_MODEL_DEFAULT", "echo");
    environment.put("SIGHTLINE_MODELS_DIRECTORY", directory.toString());
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return new ModelStore(
        new ReferenceFile(environment).settings(), Map.of("echo", EchoModel.files("echo", true)));
  }

  private void write(String file, byte[] content) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, content);
  }

  private static byte[] weights() throws IOException {
    return EchoModel.files("x", true).weights();
  }

  private static List<String> ids(ModelStore store) {
    return store.snapshots().stream().map(ModelSnapshot::id).toList();
  }

  private static void look(ModelStore store) {
    store.refresh();
    store.refresh();
  }

  @Test
  void findsPackagesAndBareFiles() throws IOException {
    write("project/3/weights.onnx", weights());
    write("plain.onnx", weights());
    write("readme.txt", new byte[3]);
    try (ModelStore store = store()) {
      assertEquals(List.of("echo", "plain", "project/3"), ids(store));
      assertEquals(List.of("a", "b"), store.get("plain").classNames());
      assertEquals(List.of("a", "b"), store.get("project/3").classNames());
    }
  }

  @Test
  void takesUpWhatComesAndLetsGoWhatLeaves() throws IOException {
    try (ModelStore store = store()) {
      write("late.onnx", weights());
      store.refresh();
      assertEquals(List.of("echo"), ids(store), "a file counts when it has stayed the same");
      store.refresh();
      assertEquals(List.of("echo", "late"), ids(store));
      Model model = store.get("late");
      Files.delete(directory.resolve("late.onnx"));
      look(store);
      assertEquals(List.of("echo"), ids(store));
      assertThrows(ModelClosedException.class, () -> model.detect(EchoModel.picture(), OPTIONS));
      assertThrows(ModelNotFoundException.class, () -> store.get("late"));
    }
  }

  @Test
  void replacesAChangedModelAndKeepsTheOldOneWhereTheNewOneIsBad() throws Exception {
    write("mine/weights.onnx", weights());
    try (ModelStore store = store()) {
      Model first = store.get("mine");
      write("mine/class_names.txt", "x\ny\n".getBytes());
      look(store);
      Model second = store.get("mine");
      assertNotSame(first, second);
      assertEquals(List.of("x", "y"), second.classNames());

      write("mine/weights.onnx", "no model".getBytes());
      ModelSnapshot snapshot = refusal(store, "mine");
      assertSame(second, store.get("mine"));
      assertEquals("ready", snapshot.state());
      assertTrue(snapshot.problem().contains("model 'mine' does not load"), snapshot.problem());

      write("mine/weights.onnx", weights());
      look(store);
      assertNotSame(second, store.get("mine"));
    }
  }

  private static ModelSnapshot refusal(ModelStore store, String id) throws Exception {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (store.report(id).snapshot().problem() == null) {
      assertTrue(System.nanoTime() < deadline, store.report(id).toString());
      Thread.sleep(10);
      store.refresh();
    }
    return store.report(id).snapshot();
  }

  /** A model whose weights lie in a file beside it. */
  private void writeWhole() throws IOException {
    write("whole/weights.onnx", TinyOnnx.external("weights.data"));
    write("whole/weights.data", new byte[4]);
    write("whole/class_names.txt", "x\ny\n".getBytes());
  }

  @Test
  void aCopyThatPausesIsLeftAlone() throws Exception {
    byte[] weights = weights();
    try (ModelStore store = store()) {
      write("slow.onnx", Arrays.copyOf(weights, weights.length / 2));
      look(store);
      look(store);
      assertEquals(List.of("echo"), ids(store));
      write("slow.onnx", weights);
      look(store);
      await(store, "slow", "ready");
    }
  }

  @Test
  void weightsInAFileBesideAreWatchedToo() throws Exception {
    writeWhole();
    try (ModelStore store = store()) {
      Model first = store.get("whole");
      write("whole/weights.data", new byte[] {0, 0, 1, 1});
      look(store);
      assertNotSame(first, store.get("whole"));
    }
  }

  @Test
  @DisplayName("N-11: a model that runs does not change with the files that it came from")
  void aModelThatRunsIsItsOwn() throws Exception {
    writeWhole();
    try (ModelStore store = store()) {
      Model model = store.get("whole");
      assertEquals(0, model.detect(EchoModel.picture(), OPTIONS).size());
      Path data = directory.resolve("whole/weights.data");
      try (FileChannel file = FileChannel.open(data, StandardOpenOption.WRITE)) {
        file.write(
            ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, 9)); // in place
      }
      assertEquals(0, model.detect(EchoModel.picture(), OPTIONS).size());
      look(store);
      assertNotEquals(0, store.get("whole").detect(EchoModel.picture(), OPTIONS).size());
      try (var copies = Files.list(directory.resolve(".sightline/loads"))) {
        assertEquals(0, copies.count());
      }
    }
  }

  @Test
  void weightsInAFileBesideNeedNoFolderOfTheServer() throws Exception {
    writeWhole();
    write(".sightline", new byte[1]);
    try (ModelStore store = store()) {
      assertEquals("whole", store.get("whole").id());
    }
  }

  @Test
  @DisplayName("N-11: what was there before the start is loaded in the background, bad ones told")
  void whatWasThereIsLookedAtAfterTheStart() throws Exception {
    write("bad.onnx", "no model".getBytes());
    write("good.onnx", weights());
    try (ModelStore store = store()) {
      assertEquals("idle", store.report("bad").snapshot().state());
      store.warmUp();
      await(store, "bad", "failed");
      await(store, "good", "ready");
      assertTrue(store.report("bad").snapshot().problem().contains("it is no ONNX file"));
      assertNull(store.report("good").lastUsed(), "nobody has asked for it");
    }
  }

  @Test
  @DisplayName("N-12: what is loaded in the background leaves for others, never those for it")
  void theBackgroundNeedsNoRoomOfOthers() throws Exception {
    for (String id : List.of("a", "b", "c")) {
      write(id + ".onnx", weights());
    }
    try (ModelStore store = store("SIGHTLINE_MODELS_LOADED_MAX", "3")) {
      Model used = store.get("b");
      store.warmUp();
      await(store, "c", "ready");
      assertEquals("idle", store.report("a").snapshot().state());
      assertNull(store.report("a").snapshot().problem(), "it was loaded and has left");
      assertSame(used, store.get("b"));
    }
  }

  @Test
  @DisplayName("N-13: a network that needs all the memory or never ends does so in its own process")
  void bombsGoOffElsewhere() throws Exception {
    write("large.onnx", Bombs.constant(1L << 29));
    write("loop.onnx", Bombs.loop());
    write("small.onnx", Bombs.constant(1000));
    String[] bounds = {
      "SIGHTLINE_MODELS_LOAD_MEMORY_MAX_MEBIBYTES", "256", "SIGHTLINE_MODELS_LOAD_TIMEOUT", "5"
    };
    try (ModelStore store = store(bounds)) {
      store.warmUp();
      await(store, "large", "failed");
      await(store, "loop", "quarantined");
      await(store, "small", "ready");
      String reason = store.report("large").snapshot().problem();
      assertTrue(reason.contains("it takes more than 256 MiB"), reason);
      assertTrue(store.report("small").memoryBytes() > 1000, "what it took is counted");
    }
    try (ModelStore store = store(bounds)) {
      store.warmUp();
      await(store, "loop", "quarantined");
      await(store, "small", "ready");
    }
    try (var tried = Files.list(directory.resolve(".sightline/trials"))) {
      assertEquals(1, tried.count(), "what passed is remembered");
    }
  }

  @Test
  @DisplayName("N-11: no frame is lost while a model that is in use is replaced")
  void losesNoFrameWhileItReplacesAModel() throws Exception {
    write("mine/weights.onnx", weights());
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger frames = new AtomicInteger();
    Queue<String> lost = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    try (ModelStore store = store()) {
      Runnable session =
          () -> {
            while (!over.get()) {
              try {
                step(store);
                frames.incrementAndGet();
              } catch (ModelException e) {
                lost.add(e.toString());
              }
            }
          };
      for (int i = 0; i < 3; i++) {
        threads.add(new Thread(session));
        threads.get(i).start();
      }
      for (int i = 1; i <= 10; i++) {
        Model before = store.get("mine");
        write("mine/class_names.txt", ("x".repeat(i) + "\ny\n").getBytes());
        look(store);
        assertEquals(List.of("x".repeat(i), "y"), store.get("mine").classNames());
        assertThrows(ModelClosedException.class, () -> before.detect(EchoModel.picture(), OPTIONS));
        for (int seen = frames.get(); frames.get() < seen + 6 && lost.isEmpty(); ) {
          Thread.sleep(1);
        }
      }
      over.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
    } finally {
      over.set(true);
    }
    assertEquals(List.of(), List.copyOf(lost));
  }

  /** As a block does it: once more where the model was replaced after it was looked up. */
  private static void step(ModelStore store) {
    Image picture = EchoModel.picture();
    try {
      store.get("mine").detect(picture, OPTIONS);
    } catch (ModelClosedException e) {
      store.get("mine").detect(picture, OPTIONS);
    } finally {
      picture.release();
    }
  }

  @Test
  void doesNotFollowALinkOutOfTheDirectory(@TempDir Path outside) throws IOException {
    Files.write(outside.resolve("weights.onnx"), weights());
    Files.createSymbolicLink(directory.resolve("linked"), outside);
    Files.createSymbolicLink(directory.resolve("file.onnx"), outside.resolve("weights.onnx"));
    try (ModelStore store = store()) {
      assertEquals(List.of("echo"), ids(store));
    }
  }

  @Test
  void doesNotReplaceABundledModel() throws IOException {
    write("echo.onnx", "no model".getBytes());
    try (ModelStore store = store()) {
      assertEquals("idle", store.snapshots().get(0).state());
      store.warmUp();
      assertEquals("ready", store.snapshots().get(0).state());
    }
  }

  @Test
  void aBundledModelStaysWhateverComesAndGoesUnderItsName() throws IOException {
    write("echo.onnx", weights());
    try (ModelStore store = store()) {
      Model bundled = store.get("echo");
      write("echo.model.json", "{\"class_names\": [\"x\", \"y\"]}".getBytes());
      look(store);
      assertSame(bundled, store.get("echo"));
      Files.delete(directory.resolve("echo.model.json"));
      Files.delete(directory.resolve("echo.onnx"));
      look(store);
      assertEquals(List.of("echo"), ids(store));
      assertSame(bundled, store.get("echo"));
    }
  }

  @Test
  @DisplayName("N-9: what a look still loads while the store is closed is freed, too")
  void closingWhileAModelIsReplacedLeavesNoneBehind() throws Exception {
    write("busy.onnx", weights());
    write("mine.onnx", weights());
    ModelStore store =
        store(
            "SIGHTLINE_MODELS_LOADED_MAX", "3",
            "SIGHTLINE_MODELS_IDLE_TIME", "0",
            "SIGHTLINE_MODELS_LOAD_TRIAL", "false");
    store.get("echo");
    Model busy = store.get("busy");
    store.get("mine");
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Thread call =
        new Thread(
            () ->
                busy.detect(
                    EchoModel.picture(),
                    OPTIONS,
                    nanos -> {
                      running.countDown();
                      try {
                        go.await();
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                    }));
    call.start();
    running.await();
    write("mine.model.json", "{\"class_names\": [\"x\", \"y\"]}".getBytes());
    Thread look = new Thread(() -> look(store));
    look.start();
    await(store, "busy", "idle", () -> {}); // it leaves for the new one, once its call has ended
    Thread close = new Thread(store::close);
    close.start();
    await(store, "echo", "closed", () -> {});
    go.countDown();
    for (Thread thread : List.of(call, look, close)) {
      thread.join();
    }
    assertEquals(0, store.memoryBytes());
  }

  @Test
  void looksPastHiddenAndDeepFolders() throws IOException {
    write("plain.onnx", weights());
    write(".hidden/weights.onnx", weights());
    write("a/b/c/weights.onnx", weights());
    try (ModelStore store = store()) {
      assertEquals(List.of("echo", "plain"), ids(store));
    }
  }

  @Test
  void aBareFileHasItsDescriptionAndAliasesBeside() throws IOException {
    write("plain.onnx", weights());
    write(
        "plain.model.json",
        "{\"aliases\": [\"also\"], \"class_names\": [\"x\", \"y\"]}".getBytes());
    write("yolov8n-640.onnx", weights());
    try (ModelStore store = store()) {
      assertEquals(List.of("echo", "plain", "yolov8n-640"), ids(store));
      assertEquals(List.of("x", "y"), store.get("also").classNames());
      assertEquals(List.of("also"), store.report("plain").aliases());
      assertEquals("yolov8n-640", store.get("coco/3").id());
    }
  }

  @Test
  @DisplayName("N-11: what is new loads in the background; why it does not is there to see")
  void whatIsNewBeginsToLoad() throws Exception {
    try (ModelStore store = store()) {
      write("good.onnx", weights());
      write("bad/model.json", "{}".getBytes());
      write("bad/weights.onnx", "no model".getBytes());
      write("lonely/model.json", "{\"task\": \"object-detection\"}".getBytes());
      look(store);
      await(store, "good", "ready");
      await(store, "bad", "failed");
      await(store, "lonely", "failed");
      assertTrue(
          store.report("lonely").snapshot().problem().contains("no file that says where to fetch"),
          store.report("lonely").snapshot().problem());
      assertEquals(0, store.report("good").snapshot().calls());
    }
  }

  private static void await(ModelStore store, String id, String state) throws Exception {
    await(store, id, state, store::refresh);
  }

  private static void await(ModelStore store, String id, String state, Runnable meanwhile)
      throws Exception {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (store.snapshots().stream()
        .noneMatch(one -> one.id().equals(id) && one.state().equals(state))) {
      assertTrue(System.nanoTime() < deadline, () -> store.snapshots().toString());
      Thread.sleep(10);
      meanwhile.run();
    }
  }

  @Test
  @DisplayName("N-11: weights that are named by address and hash are fetched, then load")
  void fetchesWhatIsNamedByAddressAndHash(@TempDir Path keys) throws Exception {
    byte[] weights = weights();
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(weights));
    CountDownLatch go = new CountDownLatch(1);
    try (FileServer server = new FileServer(keys)) {
      server.at(
          "/far.onnx",
          exchange -> {
            try {
              go.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            FileServer.send(exchange, weights, weights.length);
          });
      String json =
          "{\"download\": {\"url\": \"%s\", \"sha256\": \"%s\"}}"
              .formatted(server.uri("/far.onnx"), sha256);
      write("far.model.json", json.getBytes());
      System.setProperty("javax.net.ssl.trustStore", keys.resolve("keys.p12").toString());
      System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
      try (ModelStore store = store("SIGHTLINE_MODELS_DOWNLOAD_ADDRESSES", "127.0.0.1")) {
        assertEquals("fetching", store.report("far").snapshot().state());
        ModelException e = assertThrows(ModelException.class, () -> store.get("far"));
        assertTrue(e.getMessage().contains("is being fetched from localhost"), e.getMessage());
        go.countDown();
        await(store, "far", "ready");
        assertEquals("catalogue", store.report("far").origin());
        assertEquals(List.of("a", "b"), store.get("far").classNames());
      } finally {
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
      }
    }
    try (ModelStore store = store()) {
      assertEquals("far", store.get("far").id(), "it is here by now, and nobody is asked");
      Path fetched = directory.resolve(".sightline/downloads/" + sha256 + ".onnx");
      Files.write(fetched, new byte[] {9}, StandardOpenOption.APPEND);
    }
    try (ModelStore store = store()) {
      ModelException e = assertThrows(ModelException.class, () -> store.get("far"));
      assertTrue(e.getMessage().contains("weights.onnx"), e.getMessage());
    }
  }

  @Test
  void tellsWhyWhatIsNamedCannotBeFetched() throws Exception {
    String json = "{\"download\": {\"url\": \"https://localhost:1/a\", \"sha256\": \"%s\"}}";
    write("far/model.json", json.formatted("0".repeat(64)).getBytes());
    try (ModelStore store = store()) {
      await(store, "far", "failed");
      assertEquals(
          "cannot be fetched from localhost: localhost leads to an address that is not public: see"
              + " sightline.models.download.addresses",
          store.report("far").snapshot().problem());
      assertThrows(ModelException.class, () -> store.get("far"));
    }
  }

  @Test
  @DisplayName("N-14: weights in other files are taken from the model's own folder only")
  void takesWeightsOfTheOwnFolderOnly() throws IOException {
    byte[] inside = TinyOnnx.external("weights.data");
    write("whole/weights.onnx", inside);
    write("whole/weights.data", new byte[4]);
    write("whole/class_names.txt", "a\nb".getBytes());
    write("bare.onnx", inside);
    write("secret", new byte[24]);
    write("thief/weights.onnx", TinyOnnx.external("../secret"));
    try (ModelStore store = store()) {
      assertEquals("whole", store.get("whole").id());
      String bare = assertThrows(ModelException.class, () -> store.get("bare")).getMessage();
      assertTrue(bare.contains("needs a folder of its own"), bare);
      String thief = assertThrows(ModelException.class, () -> store.get("thief")).getMessage();
      assertTrue(thief.contains("'../secret', which is no file of the model's own folder"), thief);
    }
  }

  @Test
  @DisplayName("weights of another file that come after the model's are taken up, too")
  void takesWeightsThatComeLater() throws IOException {
    byte[] model = TinyOnnx.external("weights.data");
    write("late/weights.onnx", model);
    write("late/model.json", "{\"class_names\": [\"a\", \"b\"]}".getBytes());
    try (ModelStore store = store()) {
      assertThrows(ModelException.class, () -> store.get("late"));
      write("late/weights.data", new byte[4]);
      look(store);
      assertEquals(List.of("a", "b"), store.get("late").classNames());
    }
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Map<String, String> environment =
        Map.of("SIGHTLINE_MODELS_DIRECTORY", directory.resolve("none").toString());
    assertThrows(
        SettingsException.class, () -> new ModelStore(new ReferenceFile(environment).settings()));
  }
}

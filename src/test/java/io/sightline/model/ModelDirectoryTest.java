package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("N-11: the models' directory is taken up while the server runs")
class ModelDirectoryTest {
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);

  @TempDir private Path directory;

  private ModelStore store() {
    Map<String, String> environment =
        Map.of(
            "SIGHTLINE_MODEL_DEFAULT", "echo", "SIGHTLINE_MODELS_DIRECTORY", directory.toString());
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
  void replacesAChangedModelAndKeepsTheOldOneWhereTheNewOneIsBad() throws IOException {
    write("mine/weights.onnx", weights());
    try (ModelStore store = store()) {
      Model first = store.get("mine");
      write("mine/class_names.txt", "x\ny\n".getBytes());
      look(store);
      Model second = store.get("mine");
      assertNotSame(first, second);
      assertEquals(List.of("x", "y"), second.classNames());

      write("mine/weights.onnx", "no model".getBytes());
      look(store);
      assertSame(second, store.get("mine"));
      ModelSnapshot snapshot =
          store.snapshots().stream().filter(s -> s.id().equals("mine")).findFirst().orElseThrow();
      assertEquals("ready", snapshot.state());
      assertTrue(snapshot.problem().contains("model 'mine' does not load"), snapshot.problem());

      write("mine/weights.onnx", weights());
      look(store);
      assertNotSame(second, store.get("mine"));
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
  void refusesAFolderThatIsNotThere() {
    Map<String, String> environment =
        Map.of("SIGHTLINE_MODELS_DIRECTORY", directory.resolve("none").toString());
    assertThrows(
        SettingsException.class, () -> new ModelStore(new ReferenceFile(environment).settings()));
  }
}

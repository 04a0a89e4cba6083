package io.sightline.workflow.blocks.sinks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.FormException;
import io.sightline.workflow.block.Sinks;
import io.sightline.workflow.blocks.GivenStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileSinkTest {
  private static final LocalFileSinkV1 TYPE = new LocalFileSinkV1();
  private static final List<Object> SAVED = List.of(false, "Data saved successfully");

  @TempDir private Path directory;

  private FileOutbox outbox(long maxBytes, int maxFiles) {
    return new FileOutbox(new FileSettings(directory, maxBytes, maxFiles), Thread::new);
  }

  private static Block block(FileOutbox outbox, Sinks sinks) {
    return TYPE.create(GivenStep.context(Map.of(), type -> type == Sinks.class ? sinks : outbox));
  }

  private static List<Object> save(Block block, String content, Map<String, Object> more) {
    Map<String, Object> values =
        new HashMap<>(
            Map.of("content", content, "target_directory", "logs/a", "output_mode", "append_log"));
    values.putAll(more);
    return ((BlockResult.Values) block.run(GivenStep.input(TYPE.manifest(), values))).values();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void aLogOfTablesHasOneHeader() throws IOException {
    try (FileOutbox outbox = outbox(10_000, 10)) {
      Block block = block(outbox, Sinks.ENABLED);
      assertEquals(SAVED, save(block, "a,b\n1,2\n", Map.of()));
      assertEquals(SAVED, save(block, "a,b\n3,4", Map.of()));
      block.close();
    }
    assertEquals(1, files().size());
    assertEquals(directory.resolve("logs/a"), files().get(0).getParent());
    assertTrue(
        files()
            .get(0)
            .getFileName()
            .toString()
            .matches("workflow_output_\\d{4}(_\\d\\d){5}_\\d{6}\\.csv"));
    assertEquals("a,b\n1,2\n3,4\n", Files.readString(files().get(0)));
  }

  @Test
  void aLogOfObjectsHasALineForEachAndEndsWhenItIsLong() throws IOException {
    try (FileOutbox outbox = outbox(10_000, 10)) {
      Block block = block(outbox, Sinks.ENABLED);
      Map<String, Object> json = Map.of("file_type", "json", "max_entries_per_file", 2);
      for (int i = 0; i < 3; i++) {
        assertEquals(SAVED, save(block, "{\"n\":\n " + i + "}", json));
      }
      assertEquals(List.of(true, "Invalid JSON content"), save(block, "{", json));
      block.close();
    }
    assertEquals(2, files().size());
    assertEquals("{\"n\": 0}\n{\"n\": 1}\n", Files.readString(files().get(0)));
    assertTrue(files().get(1).toString().endsWith(".jsonl"));
  }

  @Test
  void separateFilesHaveOneTextEach() throws IOException {
    try (FileOutbox outbox = outbox(10_000, 10)) {
      Block block = block(outbox, Sinks.ENABLED);
      Map<String, Object> more =
          Map.of(
              "file_type",
              "txt",
              "output_mode",
              "separate_files",
              "file_name_prefix",
              "frame",
              "target_directory",
              directory.toString());
      assertEquals(SAVED, save(block, "one", more));
      assertEquals(SAVED, save(block, "two\n", more));
    }
    assertEquals(2, files().size());
    assertEquals("one\n", Files.readString(files().get(0)));
    assertEquals("two\n", Files.readString(files().get(1)));
  }

  @Test
  @DisplayName("KS-6: paths stay below the directory")
  void refusesOtherPlaces() throws IOException {
    try (FileOutbox outbox = outbox(10_000, 10)) {
      Block block = block(outbox, Sinks.ENABLED);
      for (Map<String, Object> wrong :
          List.<Map<String, Object>>of(
              Map.of("target_directory", "../x"),
              Map.of("target_directory", "/etc"),
              Map.of("target_directory", "a/../../x"),
              Map.of("target_directory", directory + "x"),
              Map.of("target_directory", "x\0y"),
              Map.of("file_name_prefix", "../x"),
              Map.of("file_name_prefix", ".x"),
              Map.of("file_name_prefix", "a\nb"))) {
        assertThrows(BlockException.class, () -> save(block, "x", wrong), wrong.toString());
      }
      Files.createSymbolicLink(directory.resolve("link"), directory.getParent());
      save(block, "x", Map.of("target_directory", "link"));
      awaitFailure(block, "a link leads out of the directory for files");
    }
  }

  /** Saves until a write before has told how it failed. */
  private static void awaitFailure(Block block, String reason) {
    List<Object> answer = SAVED;
    while (answer.equals(SAVED)) {
      answer = save(block, "x", Map.of("target_directory", "link"));
      Thread.onSpinWait();
    }
    assertEquals(true, answer.get(0));
    assertTrue(answer.get(1).toString().contains(reason), answer.toString());
  }

  @Test
  @DisplayName("KS-3: the directory holds so much and not more")
  void boundsWhatTheDirectoryHolds() throws IOException {
    try (FileOutbox outbox = outbox(10, 10)) {
      Block block = block(outbox, Sinks.ENABLED);
      Map<String, Object> more = Map.of("file_type", "txt", "target_directory", "link");
      assertEquals(SAVED, save(block, "123456789", more));
      awaitFailure(block, "the directory for files is full");
      block.close();
    }
    assertEquals("123456789\n", Files.readString(files().get(0)));
  }

  @Test
  @DisplayName("KS-1: without a directory in the setting the step is refused, with its name")
  void refusesStepsWithoutADirectory() {
    try (FileOutbox outbox = new FileOutbox(new FileSettings(null, 1, 1), Thread::new)) {
      BlockException e = assertThrows(BlockException.class, () -> block(outbox, Sinks.ENABLED));
      assertTrue(e.getMessage().contains("sightline.sinks.file.directory"));
      assertEquals(
          List.of(false, "Sink was disabled by workflow execution policy"),
          save(block(outbox, Sinks.DISABLED), "x", Map.of()));
    }
  }

  @Test
  void aLogHasAtLeastOneEntry() {
    Map<String, Object> written =
        Map.of(
            "content",
            "$inputs.c",
            "output_mode",
            "append_log",
            "target_directory",
            "a",
            "max_entries_per_file",
            0);
    assertThrows(FormException.class, () -> GivenStep.fields(TYPE, written));
  }
}

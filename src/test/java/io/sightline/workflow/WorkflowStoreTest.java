package io.sightline.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.settings.SettingsException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowStoreTest {
  private static final String PASSING =
      "{\"version\":\"1.0\",\"inputs\":[{\"type\":\"WorkflowParameter\",\"name\":\"p\","
          + "\"default_value\":7}],\"steps\":[],\"outputs\":[{\"type\":\"JsonField\","
          + "\"name\":\"o\",\"selector\":\"$inputs.p\"}]}";

  @TempDir Path folder;
  private Path directory;
  private WorkflowStore store;

  @BeforeEach
  void open() throws IOException {
    directory = Files.createDirectory(folder.resolve("workflows"));
    store = store(Map.of("SIGHTLINE_WORKFLOWS_DIRECTORY", directory.toString()));
  }

  private static WorkflowStore store(Map<String, String> environment) {
    return new WorkflowEngine(
            new ReferenceFile(environment).settings(), type -> null, Runnable::run)
        .store();
  }

  private String refusal(String id) {
    return assertThrows(WorkflowException.class, () -> store.definition(id)).getMessage();
  }

  private StoredWorkflow listed(String id) {
    return store.list().stream().filter(w -> w.id().equals(id)).findFirst().orElse(null);
  }

  @Test
  @DisplayName("WF-6: a file is a workflow, its name the workflow's")
  void findsAWorkflowByItsName() throws IOException {
    Files.writeString(directory.resolve("my-flow.v2.json"), PASSING);
    assertEquals(PASSING, store.definition("my-flow.v2"));
    StoredWorkflow found = listed("my-flow.v2");
    assertEquals(
        List.of(
            Map.of(
                "name",
                "p",
                "type",
                "WorkflowParameter",
                "kind",
                List.of("*"),
                "default_value",
                7)),
        found.inputs());
    assertEquals(List.of(Map.of("name", "o", "kind", List.of("*"))), found.outputs());
    assertNull(found.error());
  }

  @Test
  void takesADefinitionInsideOfAnObjectAndItsTitle() throws IOException {
    Files.writeString(
        directory.resolve("wrapped.json"),
        "{\"title\":\"Passing\",\"specification\":" + PASSING + "}");
    assertEquals(PASSING, store.definition("wrapped"));
    assertEquals("Passing", listed("wrapped").title());
  }

  @Test
  @DisplayName("WF-6: names lead nowhere else")
  void refusesNamesThatLeadElsewhere() throws IOException {
    Files.writeString(folder.resolve("outside.json"), PASSING);
    Files.createSymbolicLink(directory.resolve("link.json"), folder.resolve("outside.json"));
    Files.createDirectory(directory.resolve("folder.json"));
    for (String id :
        new String[] {"../outside", "..", "", "a/b", "a\\b", "a\0b", ".hidden", "x".repeat(200)}) {
      assertTrue(refusal(id).startsWith("no workflow '"), id);
    }
    assertTrue(refusal("link").contains("'link.json': it is no file inside of the directory"));
    assertTrue(refusal("folder").contains("'folder.json': it is no file inside"));
  }

  @Test
  @DisplayName("WF-6: a file that becomes wrong leaves what it was in its place, and says why")
  void keepsWhatWasThereBeforeAFileBecameWrong() throws IOException {
    Path file = directory.resolve("edited.json");
    Files.writeString(file, PASSING);
    assertEquals(PASSING, store.definition("edited"));
    Files.writeString(file, "{\"version\": ");
    assertEquals(PASSING, store.definition("edited"));
    assertTrue(listed("edited").error().contains("what was there before runs on"));
    assertEquals("o", listed("edited").outputs().get(0).get("name"));
    assertTrue(listed("edited").asMap().containsKey("outputs"));
    Files.writeString(file, PASSING.replace("\"o\"", "\"second\""));
    assertEquals("second", listed("edited").outputs().get(0).get("name"));
    assertNull(listed("edited").error());
    Files.delete(file);
    assertTrue(refusal("edited").contains("no workflow 'edited'"));
    Files.writeString(file, "{");
    assertTrue(refusal("edited").contains("stored workflow 'edited.json'"), "nothing was there");
  }

  @Test
  void listsFilesWhoseNamesNobodyCouldAskFor() throws IOException {
    Files.writeString(directory.resolve("my flow.json"), PASSING);
    Files.writeString(directory.resolve(".hidden.json"), PASSING);
    assertTrue(listed("my flow").error().contains("its name has other characters"));
    assertTrue(refusal("my flow").contains("no workflow"));
    assertNull(listed(".hidden"));
  }

  @Test
  void readsFilesWithAByteOrderMark() throws IOException {
    Files.writeString(directory.resolve("windows.json"), "\uFEFF" + PASSING);
    assertEquals(PASSING, store.definition("windows"));
  }

  @Test
  void followsLinksThatStayInside() throws IOException {
    Files.writeString(directory.resolve("target.json"), PASSING);
    Files.createSymbolicLink(directory.resolve("link.json"), Path.of("target.json"));
    assertEquals(PASSING, store.definition("link"));
  }

  @Test
  @DisplayName("WF-6: a file that changes counts from its next use on")
  void readsAFileAgainWhenItHasChanged() throws IOException {
    Path file = directory.resolve("flow.json");
    Files.writeString(file, PASSING);
    assertEquals(PASSING, store.definition("flow"));
    String other = PASSING.replace("\"o\"", "\"x\"");
    Files.writeString(file, other);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    assertEquals(other, store.definition("flow"));
    Files.delete(file);
    assertTrue(refusal("flow").startsWith("no workflow 'flow' is stored on this server"));
  }

  @Test
  @DisplayName("WF-6: a file that cannot be used is named with the reason, everywhere")
  void namesTheFileThatCannotBeUsed() throws IOException {
    Files.writeString(directory.resolve("broken.json"), "{\"version\":");
    Files.writeString(
        directory.resolve("unknown.json"),
        PASSING.replace("[],", "[{\"type\":\"nope\",\"name\":\"a\"}],"));
    Files.writeString(directory.resolve("large.json"), " ".repeat(1_048_577));
    assertTrue(refusal("broken").startsWith("stored workflow 'broken.json': "), refusal("broken"));
    assertTrue(refusal("broken").contains("line 1"), refusal("broken"));
    assertTrue(refusal("unknown").contains("nope"), refusal("unknown"));
    assertTrue(refusal("large").contains("more than 1048576 bytes"), refusal("large"));
    assertEquals(refusal("broken"), listed("broken").error());
    assertEquals(
        "WorkflowSyntaxError",
        assertThrows(WorkflowException.class, () -> store.definition("unknown")).errorType());
  }

  @Test
  void listsSamplesAndLetsTheDirectoryReplaceThem() throws IOException {
    assertTrue(listed("default-workflow").sample());
    Files.writeString(directory.resolve("default-workflow.json"), PASSING);
    assertEquals(PASSING, store.definition("default-workflow"));
    assertTrue(!listed("default-workflow").sample());
  }

  @Test
  void hasSamplesWithoutADirectory() {
    assertTrue(store(Map.of()).definition("default-workflow").contains("annotated_image"));
  }

  @Test
  void everySampleIsListedAndRunsHere() throws IOException, URISyntaxException {
    Path samples = Path.of(Samples.class.getResource("samples/samples.list").toURI()).getParent();
    try (Stream<Path> files = Files.list(samples)) {
      Set<String> there =
          files
              .map(f -> f.getFileName().toString())
              .filter(n -> n.endsWith(".json"))
              .map(n -> n.replace(".json", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(there, new TreeSet<>(Samples.ids()));
    }
    store(Map.of()).list().forEach(w -> assertNull(w.error(), w::error));
  }

  @Test
  void refusesADirectoryThatIsNone() {
    Map<String, String> missing =
        Map.of("SIGHTLINE_WORKFLOWS_DIRECTORY", folder.resolve("missing").toString());
    assertThrows(SettingsException.class, () -> store(missing));
  }
}

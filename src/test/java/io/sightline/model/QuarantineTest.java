package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("N-13: a model that hangs or crashes the server is remembered")
class QuarantineTest {
  private static final Duration LOAD_TIME = Duration.ofSeconds(45);

  @TempDir private Path directory;
  private Path folder;

  @BeforeEach
  void choose() {
    folder = directory.resolve("quarantine");
  }

  private Quarantine quarantine() {
    return new Quarantine(folder, LOAD_TIME);
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aLoadThatEndsLeavesNothingBehind() throws IOException {
    Quarantine quarantine = quarantine();
    quarantine.begin("aa", "mine/3");
    assertEquals(List.of("aa.loading"), files());
    quarantine.end("aa");
    assertEquals(List.of(), files());
    assertNull(quarantine().reason("aa"));
  }

  @Test
  void aLoadThatNeverEndedIsHeldAfterTheNextStart() throws IOException {
    quarantine().begin("aa", "mine/3");
    Quarantine next = quarantine();
    assertTrue(
        next.reason("aa").startsWith("the server ended while it loaded, as model 'mine/3'"),
        next.reason("aa"));
    assertEquals(List.of("aa.held"), files());
    assertNull(next.reason("bb"));
  }

  @Test
  void whoDeletesTheFileLiftsIt() throws IOException {
    Quarantine quarantine = quarantine();
    quarantine.hold("aa", "it hung");
    assertTrue(quarantine.reason("aa").contains("quarantine/aa.held"), quarantine.reason("aa"));
    Files.delete(folder.resolve("aa.held"));
    assertNull(quarantine.reason("aa"));
  }

  @Test
  void anOrderlyStopBlamesNobody() throws IOException {
    Quarantine quarantine = quarantine();
    quarantine.begin("aa", "mine");
    quarantine.forgetLoads();
    assertEquals(List.of(), files());
  }

  @Test
  void theLoadOfAnotherServerIsLeftAloneUntilItMustBeOver() throws IOException {
    Files.createDirectories(folder);
    Path mark = Files.writeString(folder.resolve("aa.loading"), "another-host 1 mine\n");
    assertNull(quarantine().reason("aa"));
    Files.setLastModifiedTime(mark, FileTime.from(Instant.now().minus(Duration.ofMinutes(5))));
    assertTrue(quarantine().reason("aa").contains("the server ended"));
  }

  @Test
  void remembersWithoutAFolderWhileTheServerRuns() {
    Quarantine quarantine = new Quarantine(null, LOAD_TIME);
    quarantine.begin("aa", "mine");
    quarantine.hold("aa", "it hung");
    assertEquals("it hung", quarantine.reason("aa"));
  }
}

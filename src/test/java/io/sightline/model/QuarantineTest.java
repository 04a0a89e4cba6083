package io.sightline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("N-13: a model that hangs or crashes the server is remembered")
class QuarantineTest {
  @TempDir private Path directory;
  private Path folder;

  @BeforeEach
  void choose() {
    folder = directory.resolve("quarantine");
  }

  private Quarantine quarantine() {
    return new Quarantine(folder);
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  /** A server that begins to load a model and goes no further. */
  static final class Loading {
    private Loading() {}

    public static void main(String[] args) throws IOException {
      new Quarantine(Path.of(args[0])).begin("aa", "mine/3");
      System.out.println("loading");
      System.in.read();
    }
  }

  private Process anotherServer() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                place(Quarantine.class) + File.pathSeparator + place(QuarantineTest.class),
                Loading.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals("loading", process.inputReader().readLine());
    return process;
  }

  private static String place(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
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
  void aServerThatStillLoadsIsLetUntilItIsKilled() throws Exception {
    Process server = anotherServer();
    Quarantine soon = quarantine();
    assertNull(soon.reason("aa"), "another server that still loads it is let");
    assertEquals(List.of("aa.loading"), files());
    server.destroyForcibly().waitFor();
    assertTrue(
        soon.reason("aa").startsWith("the server ended while it loaded, as model 'mine/3'"),
        "by one that had started before, too");
    assertEquals(List.of("aa.held"), files());
    assertTrue(quarantine().reason("aa").contains("the server ended"));
    assertNull(quarantine().reason("bb"));
  }

  @Test
  void whatLoadedWhenItsServerWasKilledIsHeldFromTheNextStartOn() throws Exception {
    anotherServer().destroyForcibly().waitFor();
    quarantine();
    assertEquals(List.of("aa.held"), files());
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
  void remembersWithoutAFolderWhileTheServerRuns() {
    Quarantine quarantine = new Quarantine(null);
    quarantine.begin("aa", "mine");
    quarantine.hold("aa", "it hung");
    assertEquals("it hung", quarantine.reason("aa"));
  }
}

package io.sightline.model.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class TrialKitTest {
  @Test
  @DisplayName("TR-2: what a server that was killed has left goes, what one uses stays")
  void sweepsWhatWasLeft() throws Exception {
    Path left = Files.createTempDirectory(TrialKit.PREFIX);
    Files.createFile(left.resolve(OwnFolder.LOCK));
    Files.createFile(Files.createDirectory(left.resolve("io")).resolve("a.class"));
    Path beginning = Files.createTempDirectory(TrialKit.PREFIX);
    try (TrialKit one = TrialKit.make()) {
      Path another;
      try (TrialKit other = TrialKit.make()) {
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(beginning), "its lock is still to come");
        assertTrue(one.isWhole());
        assertTrue(other.isWhole());
        another = other.folder();
      }
      assertFalse(Files.exists(another));
      assertTrue(one.isWhole());
    } finally {
      Files.delete(beginning);
    }
  }

  @Test
  @DisplayName("an archive is found however its address writes a space")
  void findsAnArchiveInAFolderWithASpace(@TempDir Path folder) throws Exception {
    Path archive = Files.createFile(Files.createDirectory(folder.resolve("a b")).resolve("c.jar"));
    assertEquals(archive, TrialKit.local(archive.toUri().toURL()));
    assertEquals(archive, TrialKit.local(new URL("file", "", archive.toString())));
  }
}

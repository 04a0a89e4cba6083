package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the WAR holds, and above all what it does not. */
class ArchiveIT {
  private static List<String> entries;

  @BeforeAll
  static void readTheArchive() throws IOException {
    try (ZipFile war = new ZipFile(ServerDirectory.war().toFile())) {
      entries = war.stream().map(ZipEntry::getName).toList();
    }
  }

  @Test
  void bringsNoLibraryWithNativeCode() {
    List<String> refused = List.of("webrtc", "onnxruntime", "javacpp", "opencv", "openblas");
    assertEquals(
        List.of(),
        entries.stream()
            .filter(e -> e.startsWith("WEB-INF/lib/"))
            .filter(e -> refused.stream().anyMatch(e::contains))
            .toList());
  }

  @Test
  void bringsNoApiThatTheServerHas() {
    assertEquals(
        List.of(),
        entries.stream()
            .filter(e -> e.matches("WEB-INF/lib/(jakarta|microprofile|cdi|servlet).*"))
            .toList());
  }

  @Test
  void bringsThePageAndTheSettingsReference() {
    assertTrue(entries.contains("index.html"));
    assertTrue(entries.contains("WEB-INF/classes/META-INF/microprofile-config.properties"));
  }

  @Test
  void bringsNoNativeFileOfItsOwn() {
    assertFalse(entries.stream().anyMatch(e -> e.endsWith(".so") || e.endsWith(".dll")));
  }
}

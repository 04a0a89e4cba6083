package io.sightline.datachannel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AbandonedUploadsTest {
  @TempDir private Path base;

  @Test
  @DisplayName("DC-12: files of a JVM that was killed are deleted, those of one that lives are not")
  void sweepsWhatAKilledJvmHasLeft() throws Exception {
    Process other = new ProcessBuilder(command()).redirectErrorStream(true).start();
    try (FileUpload ours = new FileUpload(base, 1000)) {
      assertEquals('u', other.getInputStream().read(), "it uploads");
      assertTrue(ours.take(new byte[] {0, 0, 0, 0, 1, 0, 0, 0, 7}), "whole, and still ours");
      assertEquals(0, AbandonedUploads.sweep(base));
      assertEquals(2, folders().size());
      other.destroyForcibly().waitFor();
      assertEquals(1, AbandonedUploads.sweep(base));
      assertTrue(Files.exists(ours.file()));
      assertEquals(1, folders().size());
    } finally {
      other.destroyForcibly();
    }
    assertEquals(List.of(), folders());
  }

  @Test
  void leavesAloneWhatIsNoUpload() throws IOException {
    Path elsewhere = Files.createDirectory(base.resolve("elsewhere"));
    Path precious = Files.writeString(elsewhere.resolve("video"), "precious");
    Files.createSymbolicLink(base.resolve("sightline-upload-link"), elsewhere);
    Path young = Files.createDirectory(base.resolve(".sightline-upload-young"));
    Path empty = Files.createDirectory(base.resolve("sightline-upload-empty"));
    assertEquals(1, AbandonedUploads.sweep(base));
    assertTrue(Files.exists(precious));
    assertTrue(Files.exists(young), "its file may be about to be locked");
    assertTrue(Files.notExists(empty));
    assertEquals(0, AbandonedUploads.sweep(base.resolve("nowhere")));
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(base)) {
      return all.toList();
    }
  }

  private List<String> command() {
    String path =
        Stream.of(FileUpload.class, AbandonedUploadsTest.class, Test.class)
            .map(c -> new File(c.getProtectionDomain().getCodeSource().getLocation().getPath()))
            .map(File::getPath)
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        path,
        Uploading.class.getName(),
        base.toString());
  }

  /** A JVM in the middle of an upload. */
  static final class Uploading {
    private Uploading() {}

    public static void main(String[] arguments) throws Exception {
      try (FileUpload upload = new FileUpload(Path.of(arguments[0]), 1_000_000)) {
        upload.take(new byte[] {0, 0, 0, 0, 1, 0, 0, 0, 7});
        System.out.write('u');
        System.out.flush();
        Thread.sleep(600_000);
      }
    }
  }
}

package io.sightline.datachannel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUploadTest {
  private static final int CHUNK = 2000;

  @TempDir private Path folder;

  @Test
  void isTheFileWhateverTheOrderOfItsChunks() throws IOException {
    byte[] content = new byte[3 * CHUNK + 7];
    new Random(1).nextBytes(content);
    for (List<Integer> order :
        List.of(List.of(0, 1, 2, 3), List.of(3, 2, 0, 1), List.of(1, 3, 1, 0, 3, 2))) {
      try (FileUpload upload = new FileUpload(folder, content.length)) {
        boolean whole = false;
        for (int index : order) {
          assertFalse(whole);
          whole = upload.take(chunk(index, 4, content));
        }
        assertTrue(whole);
        assertArrayEquals(content, Files.readAllBytes(upload.file()));
      }
      assertEquals(0, folder.toFile().list().length, "nothing stays");
    }
  }

  @Test
  void takesASmallFileInOneChunk() throws IOException {
    try (FileUpload upload = new FileUpload(folder, 10)) {
      assertTrue(upload.take(message(0, 1, new byte[] {1, 2})));
      assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(upload.file()));
    }
  }

  @Test
  void refusesWhatIsNoChunkOfTheFile() throws IOException {
    try (FileUpload upload = new FileUpload(folder, 100_000)) {
      upload.take(message(0, 3, new byte[CHUNK]));
      refused(upload, message(1, 4, new byte[CHUNK]));
      refused(upload, message(3, 3, new byte[CHUNK]));
      refused(upload, message(-1, 3, new byte[CHUNK]));
      refused(upload, message(1, 3, new byte[CHUNK - 1]));
      refused(upload, message(2, 3, new byte[CHUNK + 1]));
      refused(upload, message(1, 3, new byte[0]));
      refused(upload, new byte[3]);
    }
  }

  @Test
  void refusesAFileThatIsTooLargeBeforeItIsWritten() throws IOException {
    try (FileUpload upload = new FileUpload(folder, 5 * CHUNK)) {
      refused(upload, message(0, 6, new byte[CHUNK]));
    }
    try (FileUpload upload = new FileUpload(folder, 5 * CHUNK)) {
      refused(upload, message(0, 2, new byte[1]));
    }
    try (FileUpload upload = new FileUpload(folder, CHUNK)) {
      refused(upload, message(0, 1, new byte[CHUNK + 1]));
    }
    try (FileUpload upload = new FileUpload(folder, 2 * CHUNK - 1)) {
      upload.take(message(1, 2, new byte[CHUNK]));
      refused(upload, message(0, 2, new byte[CHUNK]));
    }
    try (FileUpload upload = new FileUpload(folder, 5 * CHUNK)) {
      refused(upload, message(0, Integer.MAX_VALUE, new byte[CHUNK]));
      refused(upload, message(Integer.MAX_VALUE - 1, Integer.MAX_VALUE, new byte[1]));
    }
  }

  @Test
  void bearsRepeatedChunksOnlyForAWhile() throws IOException {
    try (FileUpload upload = new FileUpload(folder, 100_000)) {
      byte[] again = message(0, 2, new byte[CHUNK]);
      for (int i = 0; i <= 1000; i++) {
        upload.take(again);
      }
      refused(upload, again);
    }
  }

  private static void refused(FileUpload upload, byte[] message) {
    assertThrows(DataChannelException.class, () -> upload.take(message));
  }

  private static byte[] chunk(int index, int total, byte[] content) {
    return message(
        index,
        total,
        Arrays.copyOfRange(content, index * CHUNK, Math.min(content.length, (index + 1) * CHUNK)));
  }

  private static byte[] message(int index, int total, byte[] bytes) {
    return ByteBuffer.allocate(8 + bytes.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(index)
        .putInt(total)
        .put(bytes)
        .array();
  }
}

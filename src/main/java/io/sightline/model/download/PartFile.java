package io.sightline.model.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** A file on its way: grows under another name and gets its own when it is right. */
final class PartFile {
  private final Path part;
  private final Path whole;
  private final String sha256;

  /**
   * @param sha256 hexadecimal digits, lower case; the file's name, too
   */
  PartFile(Path folder, String sha256) {
    this.part = folder.resolve(sha256 + ".part");
    this.whole = place(folder, sha256);
    this.sha256 = sha256;
  }

  static Path place(Path folder, String sha256) {
    return folder.resolve(sha256 + ".onnx");
  }

  /** Bytes that are here. */
  long size() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  void drop() throws IOException {
    Files.deleteIfExists(part);
  }

  /**
   * Adds what comes to the end.
   *
   * @param progress told now and then how many bytes are here; may throw to stop
   */
  void append(InputStream in, long mostBytes, LongConsumer progress) throws IOException {
    Files.createDirectories(part.getParent());
    long size = size();
    byte[] piece = new byte[1 << 16];
    try (OutputStream out =
        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        size += count;
        if (size > mostBytes) {
          throw new RefusedException(
              "it has more than the %d bytes of sightline.models.file.max.bytes"
                  .formatted(mostBytes));
        }
        out.write(piece, 0, count);
        progress.accept(size);
      }
    }
  }

  /**
   * Moves it into its place.
   *
   * @throws RefusedException where it is another file; it is gone then
   */
  void finish() throws IOException {
    String found = digest();
    if (!found.equals(sha256)) {
      drop();
      throw new RefusedException("it has the SHA-256 %s, not %s".formatted(found, sha256));
    }
    Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
  }

  private String digest() throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    try (InputStream in = Files.newInputStream(part)) {
      byte[] piece = new byte[1 << 16];
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        digest.update(piece, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}

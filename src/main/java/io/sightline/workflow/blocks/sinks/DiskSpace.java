package io.sightline.workflow.blocks.sinks;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.LongSupplier;

/** How much the directory holds of what it may. For one thread. */
final class DiskSpace {
  /** What others do in the directory is seen after so many nanoseconds where it seems full. */
  private static final long RECOUNT_AFTER = 60_000_000_000L;

  private final FileSettings settings;
  private final LongSupplier nanoTime;
  private boolean counted;
  private long countedAt;
  private long bytes;
  private long files;

  DiskSpace(FileSettings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  /**
   * Takes space for what is about to be written.
   *
   * @throws IOException where there is not so much left
   */
  void take(long moreBytes, int moreFiles) throws IOException {
    boolean old = counted && nanoTime.getAsLong() - countedAt > RECOUNT_AFTER;
    if (!counted || old && !fits(moreBytes, moreFiles)) {
      count();
    }
    if (!fits(moreBytes, moreFiles)) {
      throw new IOException(
          "the directory for files is full: %d files with %d bytes, at most %d and %d are allowed"
              .formatted(files, bytes, settings.maxFiles(), settings.maxBytes()));
    }
    bytes += moreBytes;
    files += moreFiles;
  }

  private boolean fits(long moreBytes, int moreFiles) {
    return bytes + moreBytes <= settings.maxBytes() && files + moreFiles <= settings.maxFiles();
  }

  private void count() throws IOException {
    bytes = 0;
    files = 0;
    Files.walkFileTree(
        settings.directory(),
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            files++;
            return files > settings.maxFiles()
                ? FileVisitResult.TERMINATE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    counted = true;
    countedAt = nanoTime.getAsLong();
  }
}

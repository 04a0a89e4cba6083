package io.sightline.datachannel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;

/**
 * Uploaded files whose JVM was killed before it could delete them. Files of a JVM that lives, this
 * one or another, are locked and stay.
 */
public final class AbandonedUploads {
  private static final System.Logger LOG = System.getLogger(AbandonedUploads.class.getName());
  private static final String FOLDERS = "{,.}" + FileUpload.PREFIX + "*";
  private static final Duration UNFINISHED_MAX = Duration.ofMinutes(1);

  private AbandonedUploads() {}

  /**
   * Deletes them. What cannot be deleted is logged.
   *
   * @param base the folder that {@link FileUpload}s were made in
   * @return how many there were
   */
  public static int sweep(Path base) {
    int swept = 0;
    try (DirectoryStream<Path> found = Files.newDirectoryStream(base, FOLDERS)) {
      for (Path folder : found) {
        swept += abandoned(folder) && delete(folder) ? 1 : 0;
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "uploaded files of before were not looked for: {0}",
          e.toString());
    }
    if (swept > 0) {
      LOG.log(System.Logger.Level.INFO, "deleted {0} abandoned uploads in {1}", swept, base);
    }
    return swept;
  }

  /** A folder of this user that nobody holds; links of others lead nowhere. */
  private static boolean abandoned(Path folder) throws IOException {
    UserPrincipal owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        || !owner.getName().equals(System.getProperty("user.name"))) {
      return false;
    }
    if (folder.getFileName().toString().startsWith(FileUpload.UNFINISHED)) {
      Instant changed = Files.getLastModifiedTime(folder).toInstant();
      return changed.plus(UNFINISHED_MAX).isBefore(Instant.now());
    }
    Path lock = folder.resolve(FileUpload.LOCK);
    return !FileUpload.has(folder)
        && (!Files.exists(lock, LinkOption.NOFOLLOW_LINKS) || unlocked(lock));
  }

  private static boolean unlocked(Path file) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static boolean delete(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(FileUpload.NAME));
      Files.deleteIfExists(folder.resolve(FileUpload.LOCK));
      return Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "an abandoned upload could not be deleted: {0}",
          e.toString());
      return false;
    }
  }
}

package io.sightline.model.trial;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A temporary folder of this process, as a locked file in it tells: a lock ends with its process,
 * however that does, and who makes the next folder deletes what was left so.
 */
final class OwnFolder implements AutoCloseable {
  static final String LOCK = "lock";
  private static final System.Logger LOG = System.getLogger(OwnFolder.class.getName());

  /** Those of this process: to open the file of one and close it again would end its lock. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private FileChannel lock;

  private OwnFolder(Path path) {
    this.path = path;
  }

  /**
   * Makes one, and deletes those of the same beginning that nobody owns any more.
   *
   * @param prefix with which its name begins
   */
  static OwnFolder make(String prefix) throws IOException {
    OwnFolder folder = new OwnFolder(Files.createTempDirectory(prefix));
    OWN.add(folder.path);
    try {
      folder.lock();
      folder.sweep(prefix);
    } catch (IOException | DirectoryIteratorException e) {
      LOG.log(System.Logger.Level.DEBUG, "temporary folders are left to the system: {0}", e);
    }
    return folder;
  }

  /** Locks it before others can see the file. */
  private void lock() throws IOException {
    Path part = path.resolve(LOCK + ".part");
    lock = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    Files.move(part, path.resolve(LOCK));
  }

  private void sweep(String prefix) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(path.getParent(), prefix + "*")) {
      for (Path other : all) {
        if (!OWN.contains(other) && isLeft(other)) {
          delete(other);
        }
      }
    }
  }

  private boolean isLeft(Path other) {
    try {
      if (!Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
          || !Files.getOwner(other).equals(Files.getOwner(path))) {
        return false;
      }
      try (FileChannel channel = FileChannel.open(other.resolve(LOCK), StandardOpenOption.WRITE)) {
        return channel.tryLock() != null;
      }
    } catch (IOException | RuntimeException e) {
      return false; // gone, without a lock, or of another application in this process
    }
  }

  Path path() {
    return path;
  }

  /** Deletes it with all that is in it. */
  @Override
  public void close() {
    delete(path);
    OWN.remove(path);
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a lock ends with the process: {0}", e);
    }
  }

  /** Deletes what there is of a file, or of a folder with all that is in it. */
  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the system empties its temporary folder: {0}", e);
    }
  }
}

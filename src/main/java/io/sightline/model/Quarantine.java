package io.sightline.model;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Models that hung or took the server down while they loaded, by the hash of their weights. While a
 * model loads a file lies in a folder and is locked; one that is found at the start and that nobody
 * has locked is of a load that never ended, because a lock ends with its process, however that
 * does. Who wants to try such a model again deletes its file there. Safe for several threads.
 */
final class Quarantine {
  private static final System.Logger LOG = System.getLogger(Quarantine.class.getName());
  private static final String LOADING = ".loading";
  private static final String HELD = ".held";
  private static final String WHERE = " in sightline.models.state.directory)";

  private final Path folder;
  private final Map<String, FileChannel> loading = new ConcurrentHashMap<>();
  private final Map<String, String> held = new ConcurrentHashMap<>();

  /**
   * @param folder made when first needed; null to remember only while the server runs
   */
  Quarantine(Path folder) {
    this.folder = folder;
    if (folder != null && Files.isDirectory(folder)) {
      recover();
    }
  }

  /** Why the model with this hash is not loaded; null where it may be. */
  String reason(String sha256) {
    if (folder == null) {
      return held.get(sha256);
    }
    Path file = folder.resolve(sha256 + HELD);
    try {
      Path mark = folder.resolve(sha256 + LOADING);
      if (!loading.containsKey(sha256) && Files.exists(mark)) {
        blame(mark); // a process that was still ending when this one started
      }
      return Files.exists(file)
          ? Files.readString(file).strip()
              + " (to try it again delete quarantine/"
              + name(file)
              + WHERE
          : null;
    } catch (IOException e) {
      return held.get(sha256);
    }
  }

  /** A model with this hash begins to load. */
  void begin(String sha256, String id) {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, sha256, ".part");
      FileChannel mark = FileChannel.open(part, StandardOpenOption.WRITE);
      loading.put(sha256, mark);
      mark.tryLock();
      mark.write(ByteBuffer.wrap(id.getBytes(StandardCharsets.UTF_8)));
      Files.move(part, folder.resolve(sha256 + LOADING), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      forgetful(e);
    }
  }

  /** Its load has ended, one way or another. */
  void end(String sha256) {
    FileChannel mark = loading.remove(sha256);
    if (mark != null) {
      try (mark) {
        Files.deleteIfExists(folder.resolve(sha256 + LOADING));
      } catch (IOException e) {
        LOG.log(Level.WARNING, "a mark of the models'' quarantine stays: {0}", e.toString());
      }
    }
  }

  /** It is not loaded any more until somebody lifts this. */
  void hold(String sha256, String reason) {
    held.put(sha256, reason);
    if (folder != null) {
      try {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(sha256 + HELD), reason + "\n");
      } catch (IOException e) {
        forgetful(e);
      }
    }
    end(sha256);
  }

  /** The server ends in good order: what still loads is not to blame. */
  void forgetLoads() {
    loading.keySet().forEach(this::end);
  }

  private void recover() {
    try (DirectoryStream<Path> marks = Files.newDirectoryStream(folder, "*" + LOADING)) {
      for (Path mark : marks) {
        blame(mark);
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the models'' quarantine cannot be read: {0}", e.toString());
    }
  }

  private void blame(Path mark) throws IOException {
    if (isOver(mark)) {
      String id = Files.readString(mark).strip();
      hold(
          name(mark).replace(LOADING, ""),
          "the server ended while it loaded, as model '%s'".formatted(id));
      Files.deleteIfExists(mark);
      LOG.log(Level.ERROR, "model {0} is in quarantine: the server ended while it loaded", id);
    }
  }

  /** Whether no other process loads what is marked. */
  private static boolean isOver(Path mark) throws IOException {
    try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return true; // of an application that is no more in this process
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static void forgetful(IOException e) {
    LOG.log(
        Level.WARNING,
        "a model that crashes the server cannot be remembered: {0}; see"
            + " sightline.models.state.directory",
        e.toString());
  }
}

package io.sightline.model;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Models that hung or took the server down while they loaded, by the hash of their weights. A mark
 * lies in a folder while a model loads; one that is found at the start is of a load that never
 * ended. Who wants to try such a model again deletes its file there. Safe for several threads.
 */
final class Quarantine {
  private static final System.Logger LOG = System.getLogger(Quarantine.class.getName());
  private static final String LOADING = ".loading";
  private static final String HELD = ".held";
  private static final String WHERE = "in sightline.models.state.directory quarantine/";

  private final Path folder;
  private final Duration loadTime;
  private final String self = host() + " " + ProcessHandle.current().pid();
  private final Set<String> loading = ConcurrentHashMap.newKeySet();
  private final Map<String, String> held = new ConcurrentHashMap<>();

  /**
   * @param folder made when first needed; null to remember only while the server runs
   * @param loadTime after which a mark of another machine is one of a load that never ended
   */
  Quarantine(Path folder, Duration loadTime) {
    this.folder = folder;
    this.loadTime = loadTime;
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
      return Files.exists(file)
          ? Files.readString(file).strip()
              + " (to try it again delete "
              + WHERE
              + file.getFileName()
              + ")"
          : null;
    } catch (IOException e) {
      return held.get(sha256);
    }
  }

  /** A model with this hash begins to load. */
  void begin(String sha256, String id) {
    loading.add(sha256);
    write(sha256 + LOADING, self + " " + id);
  }

  /** Its load has ended, one way or another. */
  void end(String sha256) {
    loading.remove(sha256);
    delete(sha256 + LOADING);
  }

  /** It is not loaded any more until somebody lifts this. */
  void hold(String sha256, String reason) {
    held.put(sha256, reason);
    write(sha256 + HELD, reason);
    end(sha256);
  }

  /** The server ends in good order: what still loads is not to blame. */
  void forgetLoads() {
    loading.forEach(this::end);
  }

  private void recover() {
    try (DirectoryStream<Path> marks = Files.newDirectoryStream(folder, "*" + LOADING)) {
      for (Path mark : marks) {
        if (isOver(mark)) {
          String[] words = Files.readString(mark).strip().split(" ", 3);
          String id = words.length == 3 ? words[2] : "?";
          String sha256 = mark.getFileName().toString().replace(LOADING, "");
          hold(sha256, "the server ended while it loaded, as model '%s'".formatted(id));
          LOG.log(Level.ERROR, "model {0} is in quarantine: the server ended while it loaded", id);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the models'' quarantine cannot be read: {0}", e.toString());
    }
  }

  /** Whether the process that set the mark is gone, as far as can be seen from here. */
  private boolean isOver(Path mark) throws IOException {
    String[] words = Files.readString(mark).strip().split(" ", 3);
    if (words.length == 3 && words[0].equals(host()) && words[1].matches("\\d{1,18}")) {
      long pid = Long.parseLong(words[1]);
      return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }
    FileTime since = Files.getLastModifiedTime(mark);
    return since.toInstant().plus(loadTime).isBefore(Instant.now());
  }

  private void write(String name, String text) {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, name, ".part");
      Files.writeString(part, text + "\n");
      Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "a model that crashes the server cannot be remembered: {0}; see"
              + " sightline.models.state.directory",
          e.toString());
    }
  }

  private void delete(String name) {
    try {
      if (folder != null) {
        Files.deleteIfExists(folder.resolve(name));
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "{0} cannot be deleted: {1}", folder.resolve(name), e.toString());
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName().replace(' ', '_');
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}

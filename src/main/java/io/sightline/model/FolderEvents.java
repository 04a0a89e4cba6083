package io.sightline.model;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Hears from the system when something changes in folders, so that nobody has to look all the time.
 * Only a hint: file systems of networks tell nothing, and there may be more folders than the system
 * watches. For one thread at a time; any may close it.
 */
final class FolderEvents implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(FolderEvents.class.getName());
  private static final int MOST_FOLDERS = 1000;
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final WatchService service;
  private final Map<Path, WatchKey> keys = new HashMap<>();

  FolderEvents() {
    service = open();
  }

  private static WatchService open() {
    try {
      return FileSystems.getDefault().newWatchService();
    } catch (IOException | UnsupportedOperationException e) {
      LOG.log(Level.DEBUG, "changes of models are seen by looking only: {0}", e.toString());
      return null;
    }
  }

  /** Watches these folders and no others. */
  void watch(Collection<Path> folders) {
    keys.values().removeIf(key -> !key.isValid());
    keys.entrySet()
        .removeIf(
            watched -> {
              boolean gone = !folders.contains(watched.getKey());
              if (gone) {
                watched.getValue().cancel();
              }
              return gone;
            });
    for (Path folder : folders) {
      if (service == null || keys.size() >= MOST_FOLDERS) {
        return;
      }
      if (!keys.containsKey(folder)) {
        try {
          keys.put(folder, folder.register(service, KINDS));
        } catch (IOException | ClosedWatchServiceException e) {
          LOG.log(Level.DEBUG, "changes in a folder of models are not told: {0}", e.toString());
        }
      }
    }
  }

  /** Whether anything has changed since this was last asked. Never waits. */
  boolean any() {
    boolean any = false;
    for (WatchKey key = poll(); key != null; key = poll()) {
      any |= !key.pollEvents().isEmpty();
      key.reset();
    }
    return any;
  }

  private WatchKey poll() {
    try {
      return service == null ? null : service.poll();
    } catch (ClosedWatchServiceException e) {
      return null; // by the store's end, which does not wait for a look
    }
  }

  @Override
  public void close() {
    try {
      if (service != null) {
        service.close();
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "changes of models are still told: {0}", e.toString());
    }
  }
}

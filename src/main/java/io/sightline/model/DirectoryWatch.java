package io.sightline.model;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps the store as the directory is. A file counts once it has stayed the same between two looks,
 * so that one that is still being copied is left alone. For one thread.
 */
final class DirectoryWatch {
  private static final System.Logger LOG = System.getLogger(DirectoryWatch.class.getName());

  private final ModelDirectory directory;
  private final ModelSettings settings;
  private final Map<String, ModelEntry> entries;
  private final Map<String, String> seen = new HashMap<>();
  private final Map<String, String> used = new HashMap<>();
  private String complaint = "";

  /**
   * @param entries the store's, safe for use by several threads; those that the directory brings
   *     are put in and taken out
   */
  DirectoryWatch(
      ModelDirectory directory, ModelSettings settings, Map<String, ModelEntry> entries) {
    this.directory = directory;
    this.settings = settings;
    this.entries = entries;
  }

  /** Looks once; loads what has changed and is in use. May take seconds. */
  void look() {
    Map<String, ModelDirectory.Found> found;
    try {
      found = directory.scan();
      complaint = "";
    } catch (IOException e) {
      if (!complaint.equals(e.toString())) {
        complaint = e.toString();
        LOG.log(Level.WARNING, "sightline.models.directory cannot be read: {0}", complaint);
      }
      return;
    }
    used.keySet().removeIf(id -> !found.containsKey(id) && remove(id));
    found.forEach(this::take);
  }

  private boolean remove(String id) {
    ModelEntry entry = entries.remove(id);
    if (entry != null) {
      entry.close();
      LOG.log(Level.INFO, "model {0} is gone from the directory", id);
    }
    seen.remove(id);
    return true;
  }

  private void take(String id, ModelDirectory.Found model) {
    boolean steady = model.stamp().equals(seen.put(id, model.stamp()));
    if (!steady || model.stamp().equals(used.get(id))) {
      return;
    }
    ModelEntry old = entries.get(id);
    if (old != null && !used.containsKey(id)) {
      LOG.log(Level.WARNING, "model {0} in the directory has the name of a bundled one", id);
    } else if (old == null || !old.ready()) {
      entries.put(id, new ModelEntry(model.files(), settings));
      LOG.log(Level.INFO, "model {0} is in the directory", id);
    } else {
      replace(id, old, new ModelEntry(model.files(), settings));
    }
    used.put(id, model.stamp());
  }

  /** Those who ask from now on get the new one; the old one goes when its calls have ended. */
  private void replace(String id, ModelEntry old, ModelEntry changed) {
    try {
      changed.get();
    } catch (ModelException e) {
      old.refused(e.getMessage());
      changed.close();
      LOG.log(Level.ERROR, "{0}; the model that was there before goes on serving", e.getMessage());
      return;
    }
    entries.put(id, changed);
    old.close();
  }
}

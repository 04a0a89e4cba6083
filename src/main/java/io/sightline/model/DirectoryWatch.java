package io.sightline.model;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Keeps the store as the directory is. A file counts once it has stayed the same between two looks,
 * so that one that is still being copied is left alone. For one thread at a time.
 */
final class DirectoryWatch {
  private static final System.Logger LOG = System.getLogger(DirectoryWatch.class.getName());

  private final ModelDirectory directory;
  private final Map<String, ModelEntry> entries;
  private final Function<ModelPackage, ModelEntry> maker;
  private final Map<String, String> seen = new HashMap<>();
  private final Map<String, String> used = new HashMap<>();
  private Map<String, String> aliases = Map.of();
  private String complaint = "";

  /**
   * @param entries the store's, safe for use by several threads; those that the directory brings
   *     are put in and taken out
   */
  DirectoryWatch(
      ModelDirectory directory,
      Map<String, ModelEntry> entries,
      Function<ModelPackage, ModelEntry> maker) {
    this.directory = directory;
    this.entries = entries;
    this.maker = maker;
  }

  /**
   * Looks once; loads what has changed and is in use, which may take seconds.
   *
   * @param begin whether what is new begins to load, where there is room
   */
  void look(boolean begin) {
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
    seen.keySet().retainAll(found.keySet());
    found.forEach((id, model) -> take(id, model, begin));
    Map<String, String> names = new HashMap<>();
    found.forEach((id, model) -> model.aliases().forEach(name -> names.putIfAbsent(name, id)));
    aliases = names;
  }

  /** Alias to id, as the models' own files have them. */
  Map<String, String> aliases() {
    return aliases;
  }

  private boolean remove(String id) {
    ModelEntry entry = entries.remove(id);
    if (entry != null) {
      entry.close();
      LOG.log(Level.INFO, "model {0} is gone from the directory", id);
    }
    return true;
  }

  private void take(String id, ModelDirectory.Found model, boolean begin) {
    boolean steady = model.stamp().equals(seen.put(id, model.stamp()));
    if (!steady || model.stamp().equals(used.get(id))) {
      return;
    }
    ModelEntry old = entries.get(id);
    if (old != null && !used.containsKey(id)) {
      LOG.log(Level.WARNING, "model {0} in the directory has the name of a bundled one", id);
    } else if (old != null && old.ready()) {
      if (model.pending()) {
        old.refused("a newer version " + model.files().files().fetching());
        return;
      }
      if (!replace(id, old, maker.apply(model.files()))) {
        return;
      }
    } else {
      ModelEntry entry = maker.apply(model.files());
      entries.put(id, entry);
      if (old != null) {
        old.close();
      }
      LOG.log(Level.INFO, "model {0} is in the directory", id);
      if (begin && !model.pending()) {
        begin(entry);
      }
    }
    used.put(id, model.stamp());
  }

  private static void begin(ModelEntry entry) {
    entry
        .start(false)
        .whenComplete(
            (model, e) -> {
              if (e != null) {
                Throwable reason = e.getCause() == null ? e : e.getCause();
                LOG.log(Level.WARNING, reason.getMessage());
              }
            });
  }

  /**
   * Those who ask from now on get the new one; the old one goes when its calls have ended.
   *
   * @return false where it is to be tried again, because there was no room for both
   */
  private boolean replace(String id, ModelEntry old, ModelEntry changed) {
    try {
      changed.load();
    } catch (ModelException e) {
      changed.close();
      if (!Objects.equals(e.getMessage(), old.trouble())) {
        LOG.log(
            Level.ERROR, "{0}; the model that was there before goes on serving", e.getMessage());
      }
      old.refused(e.getMessage());
      return !(e instanceof ModelRoomException);
    }
    entries.put(id, changed);
    old.close();
    return true;
  }
}

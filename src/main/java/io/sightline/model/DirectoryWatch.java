package io.sightline.model;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Keeps the store as the directory is. A file counts once it has stayed the same between two looks
 * and is whole; one that is not whole, once it has stayed so for a while, because a copy may pause.
 * For one thread at a time.
 */
final class DirectoryWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DirectoryWatch.class.getName());

  /** Between two looks where nothing is told to change. */
  private static final long USUAL_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** For which what is not whole must have stayed the same. */
  private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final ModelDirectory directory;
  private final Map<String, ModelEntry> entries;
  private final Function<ModelPackage, ModelEntry> maker;
  private final Predicate<ModelPackage> isWhole;
  private final Consumer<ModelEntry> background;
  private final LongSupplier nanos;
  private final Complaints complaints;
  private final Map<String, Seen> seen = new HashMap<>();
  private final Map<String, String> used = new HashMap<>();
  private final FolderEvents events = new FolderEvents();
  private long looked;
  private boolean isSettling;
  private Map<String, String> aliases = Map.of();
  private String complaint = "";

  /** How a model lay there, and since when it has. */
  private record Seen(String stamp, long since) {}

  /**
   * @param entries the store's, safe for use by several threads; those that the directory brings
   *     are put in and taken out
   * @param isWhole whether the weights are a file from its beginning to its end
   * @param background takes what is to be loaded although nobody asks
   * @param nanos a clock as {@link System#nanoTime()}
   * @param complaints that the directory has, too; each look is one round of them
   */
  DirectoryWatch(
      ModelDirectory directory,
      Map<String, ModelEntry> entries,
      Function<ModelPackage, ModelEntry> maker,
      Predicate<ModelPackage> isWhole,
      Consumer<ModelEntry> background,
      LongSupplier nanos,
      Complaints complaints) {
    this.directory = directory;
    this.entries = entries;
    this.maker = maker;
    this.isWhole = isWhole;
    this.background = background;
    this.nanos = nanos;
    this.complaints = complaints;
  }

  /** Whether something has changed, may still change, or nobody has looked for a second. */
  boolean isDue() {
    return events.any() || isSettling || nanos.getAsLong() - looked >= USUAL_NANOS;
  }

  /**
   * Looks once; loads what has changed and is in use, which may take seconds.
   *
   * @param begin whether what is new begins to load; else it counts at once, because nobody copied
   *     it while the server ran
   */
  void look(boolean begin) {
    Map<String, ModelDirectory.Found> found;
    looked = nanos.getAsLong();
    try {
      found = directory.scan();
      events.watch(directory.folders());
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
    found.forEach((id, model) -> model.aliases().forEach(name -> lead(names, name, id)));
    aliases = names;
    complaints.next();
    isSettling =
        found.entrySet().stream()
            .anyMatch(
                one ->
                    !one.getValue().stamp().equals(used.get(one.getKey()))
                        && looked - seen.get(one.getKey()).since < SETTLED_NANOS);
  }

  /** Alias to id, as the models' own files have them. */
  Map<String, String> aliases() {
    return aliases;
  }

  private void lead(Map<String, String> names, String alias, String id) {
    String other = entries.containsKey(alias) ? alias : names.putIfAbsent(alias, id);
    if (other != null && !other.equals(id)) {
      complaints.say(
          "alias '%s' of model '%s' leads to model '%s' instead".formatted(alias, id, other));
    }
  }

  private boolean remove(String id) {
    ModelEntry entry = entries.get(id);
    if (entry != null && !entry.files().isBundled()) {
      entries.remove(id);
      entry.close();
      LOG.log(Level.INFO, "model {0} is gone from the directory", id);
    }
    return true;
  }

  private void take(String id, ModelDirectory.Found model, boolean begin) {
    Seen before = seen.get(id);
    if (before == null || !before.stamp.equals(model.stamp())) {
      seen.put(id, new Seen(model.stamp(), looked));
      return;
    }
    if (model.stamp().equals(used.get(id))
        || begin && looked - before.since < SETTLED_NANOS && !isWhole.test(model.files())) {
      return;
    }
    ModelEntry old = entries.get(id);
    if (old != null && old.files().isBundled()) {
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
        background.accept(entry);
      }
    }
    used.put(id, model.stamp());
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

  /** Hears of no more changes. */
  @Override
  public void close() {
    events.close();
  }
}

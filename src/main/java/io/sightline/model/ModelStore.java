package io.sightline.model;

import io.sightline.settings.Settings;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The models of the whole server, one OrtSession each. Safe for use by several threads. */
public final class ModelStore implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ModelStore.class.getName());

  private final String defaultModel;
  private final Map<String, ModelEntry> entries = new ConcurrentSkipListMap<>();
  private final DirectoryWatch watch;
  private final ModelSettings settings;
  private TextReader text;
  private boolean closed;

  /**
   * Knows the bundled models and those in the directory, loads none yet and touches no native
   * library.
   *
   * @throws io.sightline.settings.SettingsException where a setting of models is out of bounds
   */
  public ModelStore(Settings settings) {
    this(settings, BundledModels.all());
  }

  ModelStore(Settings settings, Map<String, ModelPackage> known) {
    ModelSettings own = ModelSettings.from(settings);
    this.settings = own;
    defaultModel = own.defaultModel();
    known.forEach((id, files) -> entries.put(id, new ModelEntry(files, own)));
    watch = own.directory() == null ? null : watch(own);
    refresh();
    refresh();
    if (!entries.containsKey(defaultModel)) {
      throw settings.refuse("sightline.model.default", "one of " + entries.keySet());
    }
  }

  private DirectoryWatch watch(ModelSettings own) {
    ModelDirectory directory = new ModelDirectory(own.directory(), own.maxFileBytes());
    return new DirectoryWatch(directory, own, entries);
  }

  /**
   * Looks into the models' directory for what is new, changed or gone. A changed model that is in
   * use loads here, on the caller's thread, and then takes the place of the old one; one that does
   * not load is refused and the old one stays. Called every second or so; never throws.
   */
  public synchronized void refresh() {
    if (watch == null || closed) {
      return;
    }
    try {
      watch.look();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the models' directory could not be looked through", e);
    }
  }

  /**
   * Loads and warms the default model; what fails is logged and kept for {@link #snapshots()}.
   * Blocks for about a second; meant for a thread at the start.
   */
  public void warmUp() {
    try {
      get(defaultModel);
    } catch (ModelException e) {
      LOG.log(Level.ERROR, e.getMessage(), e);
    }
  }

  /**
   * The model of that id; the first call for it loads and warms it and blocks for about a second.
   *
   * @throws ModelNotFoundException where no such model exists (lists the ids that do)
   * @throws ModelClosedException once the store is closed
   * @throws ModelException where it does not load
   */
  public Model get(String id) {
    ModelEntry entry = id == null ? null : entries.get(id);
    if (entry == null) {
      throw new ModelNotFoundException(id, entries.keySet());
    }
    return entry.get();
  }

  /**
   * What reads text; the first call loads it and blocks for about a second.
   *
   * @throws ModelClosedException once the store is closed
   * @throws ModelException where it does not load
   */
  public synchronized TextReader textReader() {
    if (closed) {
      throw new ModelClosedException("text");
    }
    if (text == null) {
      text = TextModels.load(settings);
    }
    return text;
  }

  /** The state of every known model. Never waits. */
  public List<ModelSnapshot> snapshots() {
    return entries.values().stream().map(ModelEntry::snapshot).toList();
  }

  /** Frees every model; calls under way end first. May be called twice, from any thread. */
  @Override
  public synchronized void close() {
    closed = true;
    entries.values().forEach(ModelEntry::close);
    if (text != null) {
      text.close();
    }
  }
}

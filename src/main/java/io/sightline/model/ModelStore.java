package io.sightline.model;

import io.sightline.model.download.Downloads;
import io.sightline.model.onnx.OnnxLimits;
import io.sightline.settings.Settings;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The models of the whole server, one OrtSession each. Safe for use by several threads. */
public final class ModelStore implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ModelStore.class.getName());

  private final String defaultModel;
  private final Map<String, ModelEntry> entries = new ConcurrentSkipListMap<>();
  private final ModelSettings settings;
  private final ModelLoader loader;
  private final Downloads downloads;
  private final DirectoryWatch watch;
  private final BackgroundLoads background = new BackgroundLoads();
  private volatile ModelIds ids = new ModelIds(Map.of());
  private TextReader text;
  private volatile boolean closed;

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
    this.settings = ModelSettings.from(settings);
    StoreSettings bounds = StoreSettings.from(settings);
    Path state = bounds.state();
    Quarantine quarantine = new Quarantine(state == null ? null : state.resolve("quarantine"));
    LoadedModels loaded =
        new LoadedModels(bounds.loaded(), bounds.memoryBytes(), bounds.idle(), System::nanoTime);
    loader =
        new ModelLoader(
            bounds,
            quarantine,
            FirstTrial.of(bounds, this.settings),
            loaded,
            (files, weights) -> Model.load(files, weights, this.settings));
    defaultModel = this.settings.defaultModel();
    known.forEach((id, files) -> entries.put(id, entry(files)));
    downloads = Downloads.of(state, settings);
    watch = this.settings.directory() == null ? null : watch(bounds.onnx());
    look(false);
    look(false);
    if (!entries.containsKey(defaultModel)) {
      throw settings.refuse("sightline.model.default", "one of " + entries.keySet());
    }
  }

  private DirectoryWatch watch(OnnxLimits limits) {
    Complaints complaints = new Complaints();
    ModelDirectory directory =
        new ModelDirectory(settings.directory(), settings.maxFileBytes(), downloads, complaints);
    return new DirectoryWatch(
        directory,
        entries,
        this::entry,
        files -> isWhole(files, limits),
        background::addFirst,
        System::nanoTime,
        complaints);
  }

  /** Whether the weights are an ONNX file from beginning to end; what is fetched is. */
  private static boolean isWhole(ModelPackage files, OnnxLimits limits) {
    try {
      return files.files().fetching() != null || files.source().check(limits) != null;
    } catch (RuntimeException | IOException e) {
      return false;
    }
  }

  /** The default model stays in memory: without it the server would not be ready. */
  private ModelEntry entry(ModelPackage files) {
    return new ModelEntry(files, loader, files.id().equals(defaultModel));
  }

  /** {@link #refresh} where it is due. Called several times a second; never throws. */
  public void follow() {
    boolean due;
    if (watch == null) {
      due = true;
    } else {
      synchronized (watch) {
        due = closed || watch.isDue();
      }
    }
    if (due) {
      refresh();
    }
  }

  /**
   * Looks into the models' directory for what is new, changed or gone. What is new begins to load
   * in the background. A changed model that is in use loads while the caller waits, and then takes
   * the place of the old one; one that does not load is refused and the old one stays. Never
   * throws.
   */
  public void refresh() {
    loader.expire();
    entries.values().forEach(ModelEntry::reconsider);
    look(true);
  }

  private void look(boolean begin) {
    if (watch == null) {
      return;
    }
    synchronized (watch) {
      if (closed) {
        return;
      }
      try {
        watch.look(begin);
        ids = new ModelIds(watch.aliases());
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "the models' directory could not be looked through", e);
      }
    }
    if (closed) { // meanwhile: what came in its last look is freed, too
      entries.values().forEach(ModelEntry::close);
    }
  }

  /**
   * Loads and warms the default model, and begins to load those of the directory in the background,
   * so that what is wrong with one shows before somebody needs it; what fails is logged and kept
   * for {@link #snapshots()}. Blocks for about a second; meant for a thread at the start.
   */
  public void warmUp() {
    try {
      get(defaultModel);
    } catch (ModelException e) {
      LOG.log(Level.ERROR, e.getMessage(), e);
    }
    entries.values().stream()
        .filter(entry -> !entry.files().isBundled() && entry.isUntouched())
        .forEach(background::addLast);
  }

  /**
   * The model of that id or alias. Where it is not in memory it loads and warms up, and the caller
   * waits for about a second.
   *
   * @throws ModelNotFoundException where no such model exists (lists the ids that do)
   * @throws ModelClosedException once the store is closed
   * @throws ModelException where it does not load
   */
  public Model get(String id) {
    ModelEntry entry = id == null ? null : entries.get(id);
    if (entry == null) {
      entry = find(id);
    }
    try {
      return entry.get();
    } catch (ModelClosedException e) {
      ModelEntry now = find(id);
      if (now == entry) {
        throw e;
      }
      return now.get(); // another one took its place while it loaded
    }
  }

  private ModelEntry find(String id) {
    String meant = ids.resolve(id, entries.keySet());
    ModelEntry entry = meant == null ? null : entries.get(meant);
    if (entry == null) {
      throw new ModelNotFoundException(id, entries.keySet());
    }
    return entry;
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
    return entries.values().stream().map(e -> e.report(List.of()).snapshot()).toList();
  }

  /** All that is known of every model. Never waits. */
  public List<ModelReport> reports() {
    return entries.values().stream().map(this::report).toList();
  }

  /**
   * All that is known of the model of that id or alias. Never waits.
   *
   * @throws ModelNotFoundException where no such model exists
   */
  public ModelReport report(String id) {
    return report(find(id));
  }

  private ModelReport report(ModelEntry entry) {
    Collection<String> known = entries.keySet();
    return entry.report(ids.aliases(entry.id(), known));
  }

  /** Bytes that all models in memory take. */
  public long memoryBytes() {
    return loader.loaded().bytes();
  }

  /** Frees every model; calls under way end first. May be called twice, from any thread. */
  @Override
  public void close() {
    closed = true;
    background.close();
    downloads.close();
    entries.values().forEach(ModelEntry::close);
    loader.close();
    closeText();
    if (watch != null) {
      watch.close();
    }
  }

  private synchronized void closeText() {
    if (text != null) {
      text.close();
    }
  }
}

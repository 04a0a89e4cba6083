package io.sightline.model;

import java.lang.System.Logger.Level;
import java.util.Locale;

/**
 * A known model, loaded by the first who asks for it; the others wait. A failure stays: what keeps
 * a bundled model from loading does not pass while the server runs.
 */
final class ModelEntry implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ModelEntry.class.getName());

  private enum State {
    IDLE,
    LOADING,
    READY,
    FAILED,
    CLOSED
  }

  private final ModelPackage files;
  private final ModelSettings settings;
  private volatile State state = State.IDLE;
  private volatile Model model;
  private volatile ModelException problem;
  private volatile String refusal;

  ModelEntry(ModelPackage files, ModelSettings settings) {
    this.files = files;
    this.settings = settings;
  }

  /**
   * @throws ModelException where it does not load, each time with the same reason
   */
  Model get() {
    Model loaded = model;
    return loaded != null ? loaded : load();
  }

  private synchronized Model load() {
    if (state == State.CLOSED) {
      throw new ModelClosedException(files.id());
    }
    if (problem != null) {
      throw new ModelException(problem.getMessage(), problem);
    }
    if (model == null) {
      state = State.LOADING;
      long start = System.nanoTime();
      try {
        model = Model.load(files, settings);
      } catch (RuntimeException | LinkageError e) {
        problem = new ModelException(reason(e), e);
        state = State.FAILED;
        throw problem;
      }
      state = State.READY;
      long millis = (System.nanoTime() - start) / 1_000_000;
      ProviderChoice provider = model.providers();
      LOG.log(Level.INFO, "model ready after {0} ms on {1}: {2}", millis, provider.text(), model);
      if (provider.isFallback()) {
        LOG.log(
            Level.WARNING,
            "model ''{0}'' runs on {1}: {2}",
            files.id(),
            provider.text(),
            String.join("; ", provider.refused()));
      }
    }
    return model;
  }

  private String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && e instanceof LinkageError) {
      root = root.getCause();
    }
    return e instanceof LinkageError
        ? "model '%s' needs a native library that does not load: %s".formatted(files.id(), root)
        : "model '%s' does not load: %s".formatted(files.id(), e.getMessage());
  }

  /** True where a model is loaded. */
  boolean ready() {
    return model != null && state == State.READY;
  }

  /** Notes that a newer version of this model was not taken. */
  void refused(String reason) {
    refusal = reason;
  }

  /** Never waits, also while it loads. */
  ModelSnapshot snapshot() {
    String name = state.name().toLowerCase(Locale.ROOT);
    Model loaded = model;
    ModelException failed = problem;
    if (loaded == null) {
      return new ModelSnapshot(
          files.id(), name, failed == null ? null : failed.getMessage(), null, 0, 0, 0);
    }
    RunTimes times = loaded.times();
    return new ModelSnapshot(
        files.id(),
        name,
        refusal,
        loaded.task().text(),
        loaded.classNames().size(),
        times.calls(),
        times.millisP50());
  }

  @Override
  public synchronized void close() {
    state = State.CLOSED;
    if (model != null) {
      model.close();
    }
  }
}

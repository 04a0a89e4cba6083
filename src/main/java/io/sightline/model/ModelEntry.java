package io.sightline.model;

import io.sightline.threads.LongWait;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A known model, loaded when somebody asks for it and taken out of memory when others need the
 * room. Why it does not load stays: the files decide, and a change of them makes a new entry. What
 * passes by itself, such as want of room, is tried again by the next who asks.
 */
final class ModelEntry implements LoadedModels.Holder, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ModelEntry.class.getName());
  private static final long LOOK_MILLIS = 250;

  private enum State {
    IDLE,
    LOADING,
    READY,
    FAILED,
    CLOSED
  }

  private final ModelPackage files;
  private final ModelLoader loader;
  private final boolean stays;
  private volatile State state = State.IDLE;
  private volatile Model model;
  private volatile ModelException problem;
  private volatile String refusal;
  private volatile long lastUsed = System.nanoTime();
  private volatile boolean asked;
  private volatile long callsBefore;
  private CompletableFuture<Model> loading;

  /**
   * @param stays whether it is never taken out of memory for others
   */
  ModelEntry(ModelPackage files, ModelLoader loader, boolean stays) {
    this.files = files;
    this.loader = loader;
    this.stays = stays;
  }

  /**
   * The model; waits where it is not loaded.
   *
   * @throws ModelException where it does not load
   */
  Model get() {
    Model now = model;
    lastUsed = System.nanoTime();
    asked = true;
    if (now != null) {
      return now;
    }
    try {
      return await(start(true));
    } catch (ModelRoomException e) {
      // somebody may have begun this load without asking others to leave
      return await(start(true));
    }
  }

  /**
   * Loads it and waits, as {@link #get()}, but nobody has asked for it yet.
   *
   * @throws ModelException where it does not load
   */
  void load() {
    await(start(true));
  }

  /**
   * Loads it and waits, without others leaving that were asked for.
   *
   * @throws ModelException where it does not load
   */
  void loadUnasked() {
    await(start(false));
  }

  /**
   * Begins to load it, unless somebody has.
   *
   * @param wanted whether somebody waits for it, so that others may have to leave
   */
  synchronized CompletableFuture<Model> start(boolean wanted) {
    if (state == State.CLOSED) {
      return CompletableFuture.failedFuture(new ModelClosedException(files.id()));
    }
    if (problem != null) {
      return CompletableFuture.failedFuture(new ModelException(problem.getMessage(), problem));
    }
    if (model != null) {
      return CompletableFuture.completedFuture(model);
    }
    if (loading == null) {
      state = State.LOADING;
      long start = System.nanoTime();
      CompletableFuture<Model> begun =
          loader.begin(files, this, wanted).handle((loaded, e) -> arrived(loaded, e, start));
      // one that is over by now has arrived already, on this thread
      loading = begun.isDone() ? null : begun;
      return begun;
    }
    return loading;
  }

  private Model await(CompletableFuture<Model> future) {
    try {
      return LongWait.of(
          () -> {
            while (true) {
              try {
                return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
              } catch (TimeoutException e) {
                loader.expire();
              }
            }
          });
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ModelException known) {
        throw known;
      }
      throw new ModelException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException("interrupted while model '%s' loads".formatted(files.id()), e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Model arrived(Model loaded, Throwable e, long start) {
    boolean late;
    synchronized (this) {
      loading = null;
      late = state == State.CLOSED;
      if (late) {
        model = null;
      } else if (e == null) {
        refusal = null;
        lastUsed = System.nanoTime();
        model = loaded;
        state = State.READY;
      } else {
        refuse(e);
      }
    }
    if (late || e != null) {
      loader.loaded().give(this);
    }
    if (late && loaded != null) {
      loaded.close();
    }
    if (late) {
      throw new CompletionException(new ModelClosedException(files.id()));
    }
    if (e != null) {
      throw new CompletionException(
          e instanceof ModelRoomException ? e : LoadFailure.of(files.id(), e));
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    ProviderChoice provider = loaded.providers();
    LOG.log(Level.INFO, "model ready after {0} ms on {1}: {2}", millis, provider.text(), loaded);
    if (provider.isFallback()) {
      LOG.log(
          Level.WARNING,
          "model ''{0}'' runs on {1}: {2}",
          files.id(),
          provider.text(),
          String.join("; ", provider.refused()));
    }
    return loaded;
  }

  private void refuse(Throwable e) {
    if (e instanceof ModelRoomException) {
      refusal = e.getMessage();
      state = State.IDLE;
    } else {
      problem = LoadFailure.of(files.id(), e);
      state = State.FAILED;
    }
  }

  /**
   * Where somebody has lifted its quarantine, or a load that was given up has ended after all, it
   * may be tried again; one that must stay in memory is.
   */
  synchronized void reconsider() {
    if (problem != null && mayWork(problem.getCause())) {
      problem = null;
      state = State.IDLE;
      if (stays) {
        start(false);
      }
    }
  }

  /** Whether it is there to be loaded and nobody has tried. */
  boolean isUntouched() {
    return state == State.IDLE && refusal == null && files.files().fetching() == null;
  }

  private boolean mayWork(Throwable failure) {
    return failure instanceof ModelQuarantinedException held && !loader.holds(held.sha256())
        || failure instanceof ModelLateException late && late.isOver();
  }

  /** True where a model is loaded. */
  boolean ready() {
    return model != null && state == State.READY;
  }

  /** Notes that a newer version of this model was not taken, or not yet. */
  void refused(String reason) {
    refusal = reason;
  }

  @Override
  public String id() {
    return files.id();
  }

  @Override
  public long lastUsed() {
    return lastUsed;
  }

  @Override
  public boolean wasAskedFor() {
    return asked;
  }

  @Override
  public boolean mayLeave() {
    return !stays && ready();
  }

  @Override
  public void leave() {
    Model gone;
    synchronized (this) {
      if (state != State.READY) {
        return;
      }
      gone = model;
      callsBefore += gone.times().calls();
      model = null;
      state = State.IDLE;
    }
    gone.close();
  }

  /** Never waits, also while it loads. */
  ModelReport report(List<String> aliases) {
    return ModelReport.of(this, aliases);
  }

  /** When somebody last asked for it; null for never. */
  Instant lastAsked() {
    return asked ? Instant.now().minusNanos(System.nanoTime() - lastUsed) : null;
  }

  ModelPackage files() {
    return files;
  }

  /** The loaded model; null where there is none. */
  Model model() {
    return model;
  }

  long callsBefore() {
    return callsBefore;
  }

  long bytes() {
    return loader.loaded().bytes(this);
  }

  /** Why it failed, or why a newer one was not taken; null for neither. */
  String trouble() {
    ModelException failed = problem;
    String fetching = files.files().fetching();
    return failed != null ? failed.getMessage() : fetching != null ? fetching : refusal;
  }

  String stateName() {
    if (state == State.IDLE && files.files().fetching() != null) {
      return files.files().isFetchFailed() ? "failed" : "fetching";
    }
    if (problem != null && problem.getCause() instanceof ModelQuarantinedException) {
      return "quarantined";
    }
    return state.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    Model gone;
    synchronized (this) {
      state = State.CLOSED;
      gone = model;
    }
    if (gone != null) {
      gone.close();
    }
    loader.loaded().give(this);
  }
}

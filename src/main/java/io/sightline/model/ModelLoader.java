package io.sightline.model;

import io.sightline.model.onnx.OnnxException;
import io.sightline.model.onnx.OnnxOutline;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * Loads models, one after the other, on threads of their own: who waits for one can be told that it
 * takes too long, and the thread that hangs in native code is left to itself. Models that come with
 * the server are never in quarantine: whoever ends the process at its start does not lose them, and
 * where one was only slow, because the machine was busy, it is tried again. Safe for several
 * threads.
 */
final class ModelLoader {
  /** Threads that may hang before nothing is loaded any more: they keep their memory. */
  private static final int MOST_HUNG = 4;

  private final StoreSettings bounds;
  private final Quarantine quarantine;
  private final LoadedModels loaded;
  private final BiFunction<ModelPackage, Weights, Model> load;
  private final Semaphore turn = new Semaphore(1, true);
  private final Set<Load> running = ConcurrentHashMap.newKeySet();
  private final AtomicInteger hung = new AtomicInteger();

  /**
   * @param load loads and warms up, and blocks meanwhile
   */
  ModelLoader(
      StoreSettings bounds,
      Quarantine quarantine,
      LoadedModels loaded,
      BiFunction<ModelPackage, Weights, Model> load) {
    this.bounds = bounds;
    this.quarantine = quarantine;
    this.loaded = loaded;
    this.load = load;
  }

  LoadedModels loaded() {
    return loaded;
  }

  /** Whether the weights with this hash are in quarantine. */
  boolean holds(String sha256) {
    return quarantine.reason(sha256) != null;
  }

  /**
   * Begins to load a model.
   *
   * @param holder takes the room; gives it back itself where it does not keep the model
   * @param mayEvict whether others may have to leave for it
   * @return ends with the model or a {@link ModelException}, on a thread of this loader
   */
  CompletableFuture<Model> begin(ModelPackage files, LoadedModels.Holder holder, boolean mayEvict) {
    Load one = new Load(files, holder, mayEvict);
    Thread thread = new Thread(null, one, "model-load-" + files.id());
    thread.setDaemon(true);
    thread.setContextClassLoader(ModelLoader.class.getClassLoader());
    thread.start();
    return one.result;
  }

  /** Gives up what has taken too long. Called by those who wait, and now and then. */
  void expire() {
    long now = System.nanoTime();
    running.stream()
        .filter(one -> now - one.since > bounds.loadTime().toNanos())
        .forEach(Load::giveUp);
  }

  /** The server ends in good order. */
  void close() {
    quarantine.forgetLoads();
  }

  /** One model on its way. */
  private final class Load implements Runnable {
    private final ModelPackage files;
    private final LoadedModels.Holder holder;
    private final boolean mayEvict;
    private final CompletableFuture<Model> result = new CompletableFuture<>();
    private volatile long since;
    private volatile String sha256;
    private volatile boolean over;

    Load(ModelPackage files, LoadedModels.Holder holder, boolean mayEvict) {
      this.files = files;
      this.holder = holder;
      this.mayEvict = mayEvict;
    }

    @Override
    public void run() {
      turn.acquireUninterruptibly();
      since = System.nanoTime();
      running.add(this);
      try {
        Model model = loadNow();
        if (!result.complete(model)) {
          model.close();
        }
      } catch (Throwable e) {
        result.completeExceptionally(e);
      } finally {
        if (running.remove(this)) {
          turn.release();
          if (sha256 != null) {
            quarantine.end(sha256);
          }
        } else {
          hung.decrementAndGet();
          over = true;
        }
      }
    }

    private Model loadNow() {
      if (hung.get() >= MOST_HUNG) {
        throw new ModelRoomException(
            "%d loads hang: no further model loads until the server is restarted"
                .formatted(hung.get()));
      }
      Weights weights = files.source();
      try {
        OnnxOutline outline = weights.check(bounds.onnx());
        String hash = files.isBundled() ? null : admit(weights.sha256(outline));
        loaded.take(holder, outline.dataBytes(), mayEvict);
        if (hash != null) {
          quarantine.begin(hash, files.id());
          sha256 = hash;
        }
      } catch (OnnxException e) {
        throw new ModelException("weights.onnx is refused: " + e.getMessage(), e);
      } catch (IOException e) {
        throw new ModelException("weights.onnx cannot be read: " + e.getMessage(), e);
      }
      return load.apply(files, weights);
    }

    /** The hash, where weights with it may be loaded. */
    private String admit(String hash) {
      String expected = files.files().sha256();
      if (expected != null && !expected.equals(hash)) {
        throw new ModelException("weights.onnx has changed since it was fetched: " + hash);
      }
      String reason = quarantine.reason(hash);
      if (reason != null) {
        throw new ModelQuarantinedException(reason, hash);
      }
      return hash;
    }

    private void giveUp() {
      if (!running.remove(this)) {
        return;
      }
      hung.incrementAndGet();
      turn.release();
      String reason =
          ("it did not load and warm up within %d s: see sightline.models.load.timeout, and"
                  + " sightline.models.compile.timeout for TensorRT")
              .formatted(bounds.loadTime().toSeconds());
      if (sha256 != null) {
        quarantine.hold(sha256, reason);
        result.completeExceptionally(new ModelQuarantinedException(reason, sha256));
      } else {
        result.completeExceptionally(new ModelLateException(reason, () -> over));
      }
    }
  }
}

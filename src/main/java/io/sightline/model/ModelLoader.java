package io.sightline.model;

import io.sightline.model.onnx.OnnxException;
import io.sightline.model.onnx.OnnxOutline;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

  /** For which the stop waits for a load: less than containers give a stop. */
  private static final long STOP_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final int STOP_POLL_MILLIS = 10;
  private static final System.Logger LOG = System.getLogger(ModelLoader.class.getName());

  private final StoreSettings bounds;
  private final Quarantine quarantine;
  private final FirstTrial trial;
  private final LoadedModels loaded;
  private final BiFunction<ModelPackage, Weights, Model> load;
  private final Semaphore turn = new Semaphore(1, true);
  private final Set<Load> running = ConcurrentHashMap.newKeySet();
  private final AtomicInteger hung = new AtomicInteger();
  private final Path copies;
  private volatile boolean closing;

  /**
   * @param trial what weights of others go through first
   * @param load loads and warms up, and blocks meanwhile
   */
  ModelLoader(
      StoreSettings bounds,
      Quarantine quarantine,
      FirstTrial trial,
      LoadedModels loaded,
      BiFunction<ModelPackage, Weights, Model> load) {
    this.bounds = bounds;
    this.quarantine = quarantine;
    this.trial = trial;
    this.loaded = loaded;
    this.load = load;
    this.copies = bounds.state() == null ? null : bounds.state().resolve("loads");
    if (copies != null) {
      WeightsCopy.sweep(copies);
    }
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
   * @param wanted whether somebody waits for it; else none leaves for it that was ever asked for
   * @return ends with the model or a {@link ModelException}, on a thread of this loader
   */
  CompletableFuture<Model> begin(ModelPackage files, LoadedModels.Holder holder, boolean wanted) {
    Load one = new Load(files, holder, wanted);
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
        .filter(one -> one.isTimed && now - one.since > bounds.loadTime().toNanos())
        .forEach(Load::giveUp);
  }

  /**
   * The server ends in good order: nothing more is loaded, and what is under way ends first,
   * because native code that still works must not lose its process. What hangs is not waited for
   * for ever.
   */
  void close() {
    closing = true;
    trial.close();
    long deadline = System.nanoTime() + STOP_NANOS;
    try {
      while (!running.isEmpty() && System.nanoTime() < deadline) {
        Thread.sleep(STOP_POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    running.forEach(
        one -> LOG.log(Level.WARNING, "model {0} still loads while the server stops", one.id()));
    quarantine.forgetLoads();
  }

  /**
   * What may be loaded.
   *
   * @param hash of its weights, null for what comes with the server
   * @param bytes that it takes
   */
  private record Admitted(Weights weights, String hash, long bytes) {}

  /** One model on its way. */
  private final class Load implements Runnable {
    private final ModelPackage files;
    private final LoadedModels.Holder holder;
    private final boolean wanted;
    private final CompletableFuture<Model> result = new CompletableFuture<>();
    private volatile long since;
    private volatile boolean isTimed;
    private WeightsCopy copy;
    private boolean isInTurn;
    private boolean isGivenUp;
    private volatile String sha256;
    private volatile boolean over;

    Load(ModelPackage files, LoadedModels.Holder holder, boolean wanted) {
      this.files = files;
      this.holder = holder;
      this.wanted = wanted;
    }

    @Override
    public void run() {
      running.add(this);
      startClock();
      boolean hasTurn = false;
      try {
        Admitted admitted = admit();
        isTimed = false;
        turn.acquireUninterruptibly();
        hasTurn = inTurn();
        Model model = load(admitted);
        if (!result.complete(model)) {
          model.close();
        }
      } catch (Throwable e) {
        result.completeExceptionally(e);
      } finally {
        if (copy != null) {
          copy.close();
        }
        if (!running.remove(this)) {
          hung.decrementAndGet(); // given up, and its turn with it
          over = true;
        } else {
          if (hasTurn) {
            turn.release();
          }
          if (sha256 != null) {
            quarantine.end(sha256);
          }
        }
      }
    }

    /** It is this one's turn, unless it was given up while it waited. */
    private synchronized boolean inTurn() {
      if (isGivenUp) {
        turn.release();
        throw new ModelException("it was given up before its turn");
      }
      isInTurn = true;
      startClock();
      return true;
    }

    String id() {
      return files.id();
    }

    private void startClock() {
      since = System.nanoTime();
      isTimed = true;
    }

    /** Looks the file through, and tries it; others may load meanwhile. */
    private Admitted admit() {
      checkOpen();
      Weights weights = files.source();
      try {
        OnnxOutline outline = weights.check(bounds.onnx());
        if (weights instanceof Weights.OnDisk parts && !outline.files().isEmpty()) {
          copy = WeightsCopy.of(parts, outline, copies);
          weights = copy.weights();
          outline = weights.check(bounds.onnx());
        }
        String hash = files.isBundled() ? null : known(weights.sha256(outline));
        long tried = hash == null ? 0 : tried(weights, hash);
        return new Admitted(weights, hash, Math.max(tried, outline.dataBytes()));
      } catch (OnnxException e) {
        throw new ModelException("weights.onnx is refused: " + e.getMessage(), e);
      } catch (IOException e) {
        throw new ModelException("weights.onnx cannot be read: " + e.getMessage(), e);
      }
    }

    private Model load(Admitted admitted) {
      checkOpen();
      if (hung.get() >= MOST_HUNG) {
        throw new ModelRoomException(
            "%d loads hang: no further model loads until the server is restarted"
                .formatted(hung.get()));
      }
      loaded.take(holder, admitted.bytes, wanted);
      if (admitted.hash != null) {
        quarantine.begin(admitted.hash, files.id());
        sha256 = admitted.hash;
      }
      return load.apply(files, admitted.weights);
    }

    private void checkOpen() {
      if (closing) {
        throw new ModelClosedException(files.id());
      }
    }

    /** Bytes that it took in a process of its own, which has a clock of its own. */
    private long tried(Weights weights, String hash) {
      isTimed = false;
      long bytes = trial.bytes(files, weights, hash, quarantine);
      startClock();
      return bytes;
    }

    /** The hash, where weights with it may be loaded. */
    private String known(String hash) {
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

    private synchronized void giveUp() {
      if (result.isDone() || !running.remove(this)) {
        return; // it has ended in the last moment
      }
      isGivenUp = true;
      hung.incrementAndGet();
      if (isInTurn) {
        turn.release();
      }
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

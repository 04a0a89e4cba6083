package io.sightline.pipeline;

import io.sightline.pipeline.FairQueue.Turn;
import io.sightline.threads.LongWait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * At most so many tasks at once on the container's executor; the rest wait, and each session's
 * {@link #share} gets as much of the threads as the others' ({@link FairQueue}). Its queue stays
 * short: sessions submit through {@link SerialExecutor}, one entry each, and a frame asks for no
 * more hands than it has steps side by side. A thread stays as long as tasks wait.
 *
 * <p>A task that does not return would take its thread from the others for ever. {@link #relieve}
 * puts another thread in its place, a bounded number of times. A task that waits through {@link
 * LongWait} lends its place meanwhile.
 */
public final class BoundedExecutor implements Executor {
  /** Stuck threads that get a substitute; where there are more the server needs a restart. */
  static final int SUBSTITUTES_MAX = 16;

  private static final System.Logger LOG = System.getLogger(BoundedExecutor.class.getName());
  private static final int STACK_LINES = 6;

  private final Executor shared;
  private final int threads;
  private final LongSupplier nanos;
  private final FairQueue waiting = new FairQueue();
  private final Share everybodyElse = new Share();
  private final ThreadLocal<Share> here = new ThreadLocal<>();
  private final Set<Worker> workers = new LinkedHashSet<>();
  private int running;
  private int stuck;

  /** A thread at work; guarded by the queue's lock. */
  private final class Worker implements LongWait.Place {
    private final Thread thread = Thread.currentThread();
    private Turn turn;
    private boolean stuck;

    /** Waiting it is neither at work nor stuck. */
    @Override
    public void leave() {
      boolean more;
      synchronized (waiting) {
        workers.remove(this);
        waiting.end(turn, nanos.getAsLong());
        if (!stuck) {
          running--;
        }
        more = waiting.size() > 0 && running < threads;
        running += more ? 1 : 0;
      }
      if (more) {
        begin();
      }
    }

    @Override
    public void comeBack() {
      synchronized (waiting) {
        turn = waiting.resume(turn, nanos.getAsLong());
        workers.add(this);
        if (!stuck) {
          running++;
        }
      }
    }
  }

  public BoundedExecutor(Executor shared, int threads) {
    this(shared, threads, System::nanoTime);
  }

  /**
   * @param nanos a clock as {@link System#nanoTime()}
   */
  BoundedExecutor(Executor shared, int threads, LongSupplier nanos) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed, not " + threads);
    }
    this.shared = shared;
    this.threads = threads;
    this.nanos = nanos;
  }

  /**
   * An executor for the tasks of one session, on these threads: what they take is counted together
   * with what they submit here themselves. Needs no closing.
   */
  public Executor share() {
    Share share = new Share();
    return task -> execute(share, task);
  }

  /**
   * Runs a task on the share of the one that calls this, or on one that all others have in common.
   *
   * @throws RejectedExecutionException where the shared executor takes nothing any more and no
   *     thread of it works here; the task then does not run
   */
  @Override
  public void execute(Runnable task) {
    Share own = here.get();
    execute(own == null ? everybodyElse : own, task);
  }

  private void execute(Share share, Runnable task) {
    synchronized (waiting) {
      waiting.add(share, task);
      if (running >= threads) {
        return;
      }
      running++;
    }
    try {
      shared.execute(this::work);
    } catch (RejectedExecutionException e) {
      synchronized (waiting) {
        running--;
        if (running == 0 && waiting.remove(share, task)) {
          throw e;
        }
      }
    }
  }

  /**
   * Puts another thread in the place of each whose task has not returned for so long. A task that
   * returns after all ends its thread. Called by the housekeeper.
   */
  public void relieve(Duration longest) {
    List<Worker> found = new ArrayList<>();
    int substitutes = 0;
    synchronized (waiting) {
      for (Worker worker : workers) {
        boolean late = nanos.getAsLong() - worker.turn.start() >= longest.toNanos();
        if (late && !worker.stuck && stuck < SUBSTITUTES_MAX) {
          worker.stuck = true;
          stuck++;
          running--;
          found.add(worker);
        }
      }
      while (running < threads && substitutes < Math.min(found.size(), waiting.size())) {
        running++;
        substitutes++;
      }
    }
    found.forEach(worker -> log(worker, longest));
    for (int i = 0; i < substitutes; i++) {
      begin();
    }
  }

  /** One more thread, which counts already. */
  private void begin() {
    try {
      shared.execute(this::work);
    } catch (RejectedExecutionException e) {
      synchronized (waiting) {
        running--;
      }
    }
  }

  /** Threads whose task has not returned for too long. */
  public int stuck() {
    synchronized (waiting) {
      return stuck;
    }
  }

  /** Whether no further stuck thread will get a substitute. */
  public boolean exhausted() {
    return stuck() >= SUBSTITUTES_MAX;
  }

  private void work() {
    Worker self = new Worker();
    try {
      for (Turn turn = next(self); turn != null; turn = next(self)) {
        here.set(turn.share());
        run(self, turn.task());
      }
    } finally {
      here.remove();
    }
  }

  private static void run(Worker self, Runnable task) {
    try {
      LongWait.lend(self, task);
    } catch (Throwable e) {
      LOG.log(System.Logger.Level.ERROR, "a task failed", e);
    }
  }

  /** The task whose turn it is; null where none waits, and then this thread no longer counts. */
  private Turn next(Worker self) {
    synchronized (waiting) {
      long now = nanos.getAsLong();
      if (self.turn != null) {
        waiting.end(self.turn, now);
      }
      if (self.stuck) {
        stuck--;
        workers.remove(self);
        return null;
      }
      // more than there should be, where one has come back from a long wait
      self.turn = running > threads ? null : waiting.poll(now);
      if (self.turn == null) {
        running--;
        workers.remove(self);
      } else {
        workers.add(self);
      }
      return self.turn;
    }
  }

  private static void log(Worker worker, Duration longest) {
    List<StackTraceElement> stack =
        Arrays.stream(worker.thread.getStackTrace()).limit(STACK_LINES).toList();
    LOG.log(
        System.Logger.Level.WARNING,
        "a task of {0} has not returned for {1} s, another thread takes its place; it is at {2}",
        worker.thread.getName(),
        longest.toSeconds(),
        stack);
  }
}

package io.sightline.threads;

import java.util.concurrent.Callable;

/**
 * A wait of seconds on a thread that may have one of few places. Whoever runs tasks on few threads
 * lends each its place; whoever waits in a task waits through here.
 */
public final class LongWait {
  private static final ThreadLocal<Place> PLACE = new ThreadLocal<>();

  private LongWait() {}

  /** One of few places. Both are called on the thread that has it, in turn. */
  public interface Place {
    /** The thread will wait; another one may work. Must not throw. */
    void leave();

    /** The thread goes on, at once, whether or not there is room. Must not throw. */
    void comeBack();
  }

  /** Runs a task on this thread, which has {@code place} meanwhile. */
  public static void lend(Place place, Runnable task) {
    PLACE.set(place);
    try {
      task.run();
    } finally {
      PLACE.remove();
    }
  }

  /**
   * Waits.
   *
   * @param wait waits and answers what it waited for
   */
  public static <T> T of(Callable<T> wait) throws Exception {
    Place place = PLACE.get();
    if (place == null) {
      return wait.call();
    }
    place.leave();
    try {
      return wait.call();
    } finally {
      place.comeBack();
    }
  }
}

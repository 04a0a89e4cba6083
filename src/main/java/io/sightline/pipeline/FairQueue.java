package io.sightline.pipeline;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Tasks of several shares, in fair order: of the shares that have had least of the threads, give or
 * take the leeway, the one whose task waits longest. Equal shares so take turns, a share of long
 * tasks waits until the others have had as much, and one that never asks for more than there is
 * finds its turn at once.
 *
 * <p>A share that was idle comes back as if it had kept up with the others: it has saved nothing up
 * and need not make up for what it did not use. It is start-time fair queueing (Goyal, Vin and
 * Cheng, 1996) with the cost of a task measured instead of known before. Holds nothing of a share
 * without waiting tasks. Not safe for use by several threads.
 */
final class FairQueue {
  /** Differences below this are chance; to act on them would let frames overtake older ones. */
  static final long LEEWAY_NANOS = 50_000_000L;

  /**
   * As are so many usual tasks of whoever has the shortest: what equal sessions take for a frame
   * varies, and must not make their rates unequal.
   */
  static final int LEEWAY_TASKS = 10;

  private final Set<Share> waiting = new LinkedHashSet<>();
  private int size;
  private long arrivals;
  private long reached;

  /** A task that begins: whose it is, and when. */
  record Turn(Share share, Runnable task, long start) {}

  void add(Share share, Runnable task) {
    if (share.isIdle()) {
      share.raise(reached);
    }
    share.add(task, arrivals++);
    waiting.add(share);
    size++;
  }

  int size() {
    return size;
  }

  /** Takes the next task, which begins now; null where none waits. */
  Turn poll(long now) {
    Share next = next(now);
    if (next == null) {
      return null;
    }
    reached = Math.max(reached, next.spent(now));
    Turn turn = new Turn(next, next.poll(), now);
    next.begin(now);
    left(next);
    return turn;
  }

  private Share next(long now) {
    long least = Long.MAX_VALUE;
    long shortest = Long.MAX_VALUE;
    for (Share share : waiting) {
      least = Math.min(least, share.spent(now));
      shortest = Math.min(shortest, share.usual());
    }
    if (waiting.isEmpty()) {
      return null;
    }
    long leeway = Math.max(LEEWAY_NANOS, LEEWAY_TASKS * shortest);
    Share next = null;
    for (Share share : waiting) {
      boolean due = share.spent(now) - least <= leeway;
      if (due && (next == null || share.oldest() < next.oldest())) {
        next = share;
      }
    }
    return next;
  }

  /** Takes a task back that has not begun; answers whether it was still there. */
  boolean remove(Share share, Runnable task) {
    boolean removed = share.remove(task);
    if (removed) {
      left(share);
    }
    return removed;
  }

  private void left(Share share) {
    size--;
    if (!share.isWaiting()) {
      waiting.remove(share);
    }
  }

  /** A task goes on that {@link #end} was told of; answers what to tell of from now on. */
  Turn resume(Turn turn, long now) {
    turn.share.begin(now);
    return new Turn(turn.share, turn.task, now);
  }

  /** A task has returned, or waits for something that needs no thread. */
  void end(Turn turn, long now) {
    turn.share.end(turn.start, now);
  }
}

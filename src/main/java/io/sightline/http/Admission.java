package io.sightline.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Places for requests; who finds none is told so at once, instead of waiting. */
final class Admission {
  private final int limit;
  private final Semaphore free;

  Admission(int limit) {
    this.limit = limit;
    this.free = new Semaphore(limit);
  }

  /**
   * A place, given back when all its holders have let go.
   *
   * @param holders that let go of it, once each
   * @throws HttpException (503) where all are taken
   */
  Place take(int holders) {
    if (!free.tryAcquire()) {
      throw new HttpException(
          Reply.problem(
                  503,
                  "RequestLimitReached",
                  "request limit reached: %d of %d under way".formatted(limit, limit))
              .with("Retry-After", "1"));
    }
    return new Place(new AtomicInteger(holders));
  }

  int free() {
    return free.availablePermits();
  }

  /** One request's place. */
  final class Place {
    private final AtomicInteger holders;

    private Place(AtomicInteger holders) {
      this.holders = holders;
    }

    /** One holder needs it no longer. */
    void letGo() {
      if (holders.decrementAndGet() == 0) {
        free.release();
      }
    }

    /** Nobody needs it any longer. */
    void giveBack() {
      if (holders.getAndSet(0) > 0) {
        free.release();
      }
    }
  }
}

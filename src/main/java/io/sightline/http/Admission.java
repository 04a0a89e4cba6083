package io.sightline.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Places for requests and room for their bodies; who finds none is told so at once, instead of
 * waiting.
 */
final class Admission {
  private final int limit;
  private final Semaphore free;
  private final long maxBytes;
  private final AtomicLong bytes = new AtomicLong();

  /**
   * @param limit requests at once
   * @param maxBytes of the bodies of all of them together
   */
  Admission(int limit, long maxBytes) {
    this.limit = limit;
    this.free = new Semaphore(limit);
    this.maxBytes = maxBytes;
  }

  /**
   * A place, given back when all its holders have let go.
   *
   * @param holders that let go of it, once each
   * @throws HttpException (503) where all are taken
   */
  Place take(int holders) {
    if (!free.tryAcquire()) {
      throw refusal("%d of %d under way".formatted(limit, limit));
    }
    return new Place(holders);
  }

  int free() {
    return free.availablePermits();
  }

  private static HttpException refusal(String numbers) {
    return new HttpException(
        Reply.problem(503, "RequestLimitReached", "request limit reached: " + numbers)
            .with("Retry-After", "1"));
  }

  /** One request's place. */
  final class Place {
    private final AtomicInteger holders;
    private final AtomicLong mine = new AtomicLong();

    private Place(int holders) {
      this.holders = new AtomicInteger(holders);
    }

    /**
     * Room for more bytes of the body, until the place is given back.
     *
     * @throws HttpException (503) where there is none
     */
    void reserve(int count) {
      mine.addAndGet(count);
      if (bytes.addAndGet(count) > maxBytes) {
        throw refusal("bodies of %d bytes at most in all".formatted(maxBytes));
      }
    }

    /** One holder needs it no longer. */
    void letGo() {
      if (holders.decrementAndGet() == 0) {
        release();
      }
    }

    /** Nobody needs it any longer. */
    void giveBack() {
      if (holders.getAndSet(0) > 0) {
        release();
      }
    }

    private void release() {
      bytes.addAndGet(-mine.get());
      free.release();
    }
  }
}

package io.sightline.session;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that several may take together, up to a limit. Safe for use by several threads. */
final class ByteBudget {
  private final long limit;
  private final AtomicLong taken = new AtomicLong();

  ByteBudget(long limit) {
    this.limit = limit;
  }

  /** Takes so many, all or none. */
  boolean take(int bytes) {
    long before = taken.getAndUpdate(now -> now + bytes <= limit ? now + bytes : now);
    return before + bytes <= limit;
  }

  void give(int bytes) {
    taken.addAndGet(-bytes);
  }

  long taken() {
    return taken.get();
  }
}

package io.sightline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Threads that do the same again and again for a time. */
final class Turns {
  private Turns() {}

  /**
   * How often it was done a second, all threads together.
   *
   * @param maker makes what a thread does, once for each
   */
  static double perSecond(int threads, double seconds, Supplier<Runnable> maker)
      throws InterruptedException {
    AtomicLong done = new AtomicLong();
    List<Thread> all = new ArrayList<>();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    for (int i = 0; i < threads; i++) {
      Runnable work = maker.get();
      Thread thread =
          new Thread(
              () -> {
                while (System.nanoTime() < end) {
                  work.run();
                  done.incrementAndGet();
                }
              });
      all.add(thread);
      thread.start();
    }
    for (Thread thread : all) {
      thread.join();
    }
    return done.get() * 1e9 / (System.nanoTime() - start);
  }
}

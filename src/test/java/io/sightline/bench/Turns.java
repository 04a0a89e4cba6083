package io.sightline.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Threads that do the same again and again for a time. */
final class Turns {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Turns() {}

  /**
   * What threads did in a time, each until it had done its last.
   *
   * @param perSecond how often it was done a second, all threads together
   * @param processorMillis processor time that it took once, user and system, mean
   */
  record Done(double perSecond, double processorMillis) {}

  private record One(int times, long nanos, long processorNanos) {}

  /**
   * Does it, on as many threads.
   *
   * @param maker makes what a thread does, once for each
   */
  static Done run(int threads, double seconds, Supplier<Runnable> maker)
      throws InterruptedException {
    ExecutorService all = Executors.newFixedThreadPool(threads);
    try {
      List<Runnable> works = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        works.add(maker.get());
      }
      List<Future<One>> running = new ArrayList<>();
      for (Runnable work : works) {
        running.add(all.submit(() -> repeat(seconds, work)));
      }
      double rate = 0;
      double times = 0;
      double processor = 0;
      for (Future<One> future : running) {
        One one = future.get();
        rate += one.times * 1e9 / one.nanos;
        times += one.times;
        processor += one.processorNanos;
      }
      return new Done(rate, processor / times / 1e6);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      all.shutdown();
    }
  }

  private static One repeat(double seconds, Runnable work) {
    long start = System.nanoTime();
    long processor = THREADS.getCurrentThreadCpuTime();
    long end = start + (long) (seconds * 1e9);
    int times = 0;
    do {
      work.run();
      times++;
    } while (System.nanoTime() < end);
    return new One(times, System.nanoTime() - start, THREADS.getCurrentThreadCpuTime() - processor);
  }
}

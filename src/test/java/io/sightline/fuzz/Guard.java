package io.sightline.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs code on input that nobody in his right mind would send. It may refuse it with one of the
 * exceptions that it promises; anything else fails, and so does what does not come to an end or
 * makes more objects than its input can be worth.
 */
public final class Guard {
  /** Far beyond what the slowest machine takes for one input: only an endless loop lasts longer. */
  private static final long PATIENCE_SECONDS = 60;

  private static final long MAX_BYTES = 512L << 20;
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  private static volatile Thread worker;

  private static final ExecutorService WORKER =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "fuzz");
            thread.setDaemon(true);
            worker = thread;
            return thread;
          });

  private final List<Class<? extends RuntimeException>> refusals;

  private Guard(List<Class<? extends RuntimeException>> refusals) {
    this.refusals = refusals;
  }

  /** What the code may throw. */
  public static Guard allowing(Class<? extends RuntimeException> refusal) {
    return new Guard(List.of(refusal));
  }

  /** For code that takes everything. */
  public static Guard allowingNothing() {
    return new Guard(List.of());
  }

  /**
   * @param input says in a failure what the code was given
   */
  public void run(Object input, Runnable code) {
    Future<Long> made = WORKER.submit(() -> allocated(code));
    try {
      long bytes = made.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (bytes > MAX_BYTES) {
        throw new AssertionError("%d MB made of %s".formatted(bytes >> 20, shown(input)));
      }
    } catch (ExecutionException e) {
      if (refusals.stream().noneMatch(type -> type.isInstance(e.getCause()))) {
        throw new AssertionError(e.getCause() + " for " + shown(input), e.getCause());
      }
    } catch (TimeoutException e) {
      String stack =
          Stream.of(worker.getStackTrace()).map(f -> "\n  at " + f).collect(Collectors.joining());
      throw new AssertionError("hangs with " + shown(input) + stack, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static long allocated(Runnable code) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    code.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static String shown(Object input) {
    String text = String.valueOf(input);
    return text.length() > 4000 ? text.substring(0, 4000) + "..." : text;
  }
}

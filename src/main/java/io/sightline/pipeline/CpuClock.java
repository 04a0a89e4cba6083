package io.sightline.pipeline;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The processor time that the current thread has taken, where the JVM can tell. */
final class CpuClock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final boolean TELLS = THREADS.isCurrentThreadCpuTimeSupported();

  private CpuClock() {}

  /** Nanoseconds, or 0 everywhere. */
  static long nanos() {
    return TELLS ? Math.max(0, THREADS.getCurrentThreadCpuTime()) : 0;
  }
}

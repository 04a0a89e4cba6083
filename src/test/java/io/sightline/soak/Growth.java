package io.sightline.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a process grows with each cycle of something: samples resident memory and threads and fits a
 * line. Linux only.
 */
public final class Growth {
  private static final String LINE = "\\d+ \\d+ \\d+";

  private record Sample(long cycle, long kib, long threads) {}

  private final List<Sample> samples = new ArrayList<>();

  /**
   * Collects this process's garbage and samples it after so many cycles; prints {@code cycle,
   * resident KiB, threads}.
   */
  public void sample(int cycle) {
    System.gc();
    String line = cycle + " " + status("VmRSS") + " " + status("Threads");
    System.out.println(line);
    read(line);
  }

  /** Takes what {@link #sample} printed, perhaps in another process; passes other lines over. */
  public void read(String line) {
    if (line.matches(LINE)) {
      long[] v = Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
      samples.add(new Sample(v[0], v[1], v[2]));
    }
  }

  /** How many samples there are. */
  public int size() {
    return samples.size();
  }

  /** Resident memory that each cycle adds from {@code warmUp} cycles on, KiB. */
  public double kibPerCycle(int warmUp) {
    return slope(warmUp, Sample::kib);
  }

  /** Threads that each cycle adds from {@code warmUp} cycles on. */
  public double threadsPerCycle(int warmUp) {
    return slope(warmUp, Sample::threads);
  }

  /** Least squares over the number of cycles. */
  private double slope(int warmUp, ToDoubleFunction<Sample> value) {
    List<Sample> fitted = samples.stream().filter(s -> s.cycle >= warmUp).toList();
    if (fitted.size() < 2) {
      throw new IllegalStateException("no line through fewer than two samples: " + fitted);
    }
    double meanX = fitted.stream().mapToDouble(Sample::cycle).average().orElseThrow();
    double meanY = fitted.stream().mapToDouble(value).average().orElseThrow();
    double up = 0;
    double down = 0;
    for (Sample sample : fitted) {
      up += (sample.cycle - meanX) * (value.applyAsDouble(sample) - meanY);
      down += (sample.cycle - meanX) * (sample.cycle - meanX);
    }
    return up / down;
  }

  private static long status(String key) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith(key + ":")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
      throw new IllegalStateException("the system does not tell " + key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return samples.toString();
  }
}

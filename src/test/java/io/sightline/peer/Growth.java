package io.sightline.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How this process grows with each cycle of something: samples resident memory and threads and fits
 * a line. Linux only.
 */
public final class Growth {
  private record Sample(int cycle, double kib, double threads) {}

  private final List<Sample> samples = new ArrayList<>();

  /** Collects garbage and samples after so many cycles; prints what it saw. */
  public void sample(int cycle) {
    System.gc();
    Sample sample = new Sample(cycle, status("VmRSS"), status("Threads"));
    samples.add(sample);
    System.out.printf("%5d cycles  %9.0f KiB  %4.0f threads%n", cycle, sample.kib, sample.threads);
  }

  /** Resident memory that each cycle adds from {@code warmUp} cycles on, KiB. */
  public double kibPerCycle(int warmUp) {
    return slope(warmUp, true);
  }

  /** Threads that each cycle adds from {@code warmUp} cycles on. */
  public double threadsPerCycle(int warmUp) {
    return slope(warmUp, false);
  }

  /** Least squares over the number of cycles. */
  private double slope(int warmUp, boolean memory) {
    List<Sample> fitted = samples.stream().filter(s -> s.cycle >= warmUp).toList();
    double meanX = fitted.stream().mapToDouble(s -> s.cycle).average().orElse(0);
    double meanY = fitted.stream().mapToDouble(s -> value(s, memory)).average().orElse(0);
    double up = 0;
    double down = 0;
    for (Sample sample : fitted) {
      up += (sample.cycle - meanX) * (value(sample, memory) - meanY);
      down += (sample.cycle - meanX) * (sample.cycle - meanX);
    }
    return down == 0 ? 0 : up / down;
  }

  private static double value(Sample sample, boolean memory) {
    return memory ? sample.kib : sample.threads;
  }

  private static double status(String key) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith(key + ":")) {
          return Double.parseDouble(line.replaceAll("\\D", ""));
        }
      }
      throw new IllegalStateException("the system does not tell " + key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

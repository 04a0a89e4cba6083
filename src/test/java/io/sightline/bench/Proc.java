package io.sightline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux says of a process: processor time, memory, threads. */
final class Proc {
  /** Ticks a second in /proc, the same on every Linux that Java runs on. */
  private static final double TICKS = 100;

  private static final Pattern HEAP = Pattern.compile("total \\d+K, used (\\d+)K");

  private final long pid;

  Proc(long pid) {
    this.pid = pid;
  }

  /** Processor seconds, user and system, since the process began. */
  double cpuSeconds() throws IOException {
    return cpuSeconds(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
  }

  /** The process's share of memory (PSS), MiB. */
  double pssMebibytes() throws IOException {
    return mebibytes("Pss", Files.readAllLines(Path.of("/proc", "" + pid, "smaps_rollup")));
  }

  /** Resident memory, MiB. */
  double rssMebibytes() throws IOException {
    return mebibytes("VmRSS", Files.readAllLines(Path.of("/proc", "" + pid, "status")));
  }

  int threads() throws IOException {
    return (int) field("Threads", Files.readAllLines(Path.of("/proc", "" + pid, "status")));
  }

  /** Collects the garbage of a JVM of this user. */
  void collectGarbage() throws IOException, InterruptedException {
    jcmd("GC.run");
  }

  /** Used heap of a JVM of this user, MiB. */
  double heapMebibytes() throws IOException, InterruptedException {
    return heapMebibytes(jcmd("GC.heap_info"));
  }

  /** Idle processor seconds of the whole machine since it started. */
  static double idleSeconds() throws IOException {
    return idleSeconds(Files.readAllLines(Path.of("/proc/stat")).get(0));
  }

  static double cpuSeconds(String stat) {
    // the name in brackets may hold blanks and brackets; user and system time are fields 14 and 15
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
  }

  static double idleSeconds(String line) {
    return Long.parseLong(line.trim().split("\\s+")[4]) / TICKS;
  }

  static double mebibytes(String name, List<String> lines) {
    return field(name, lines) / 1024.0;
  }

  static double heapMebibytes(String heapOutline) {
    Matcher matcher = HEAP.matcher(heapOutline);
    double used = 0;
    while (matcher.find()) {
      used += Long.parseLong(matcher.group(1)) / 1024.0;
    }
    return used;
  }

  private static long field(String name, List<String> lines) {
    for (String line : lines) {
      if (line.startsWith(name + ":")) {
        return Long.parseLong(line.substring(name.length() + 1).trim().split("\\s+")[0]);
      }
    }
    throw new IllegalArgumentException("no line " + name + " among " + lines.size());
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return output;
  }
}

package io.sightline.model.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The process of one trial, watched until it has ended. */
final class TrialProcess {
  /** What the Java machine and ONNX Runtime take by themselves. */
  private static final long OWN_BYTES = 384L << 20;

  /** A machine with other work takes so many times longer than the processor time. */
  private static final int PATIENCE = 3;

  private static final int POLL_MILLIS = 20;
  private static final int MOST_OUTPUT = 8192;
  private static final int SIGNAL = 128;
  private static final int KILLED = SIGNAL + 9;
  private static final int OUT_OF_PROCESSOR_TIME = SIGNAL + 24;

  /** First to go where memory ends; no core files; a bound of memory. */
  private static final String BOUNDS =
      "echo 1000 > /proc/self/oom_score_adj; ulimit -c 0; ulimit -d $1; shift; exec \"$@\"";

  private final TrialBounds bounds;
  private final Process process;
  private final long deadline;
  private boolean tooLarge;
  private boolean late;

  private TrialProcess(TrialBounds bounds, Process process) {
    this.bounds = bounds;
    this.process = process;
    this.deadline = System.nanoTime() + PATIENCE * bounds.time().toNanos();
  }

  /**
   * @param width as {@link TrialRun} has it
   * @param height as {@link TrialRun} has it
   */
  static TrialProcess start(TrialKit kit, Path file, int width, int height, TrialBounds bounds)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/bin/sh", "-c", BOUNDS, "sh"));
    command.add(Long.toString((bounds.memoryBytes() + OWN_BYTES) >> 10));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx64m",
            "-Xshare:auto",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=16m",
            "-XX:MaxDirectMemorySize=2g",
            "-XX:ErrorFile=/dev/null",
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + kit.folder(),
            "-Donnxruntime.native.path=" + kit.folder(),
            "-cp",
            kit.classPath(),
            TrialMain.class.getName(),
            file.toString(),
            Integer.toString(width),
            Integer.toString(height),
            Integer.toString(bounds.pictures()),
            Integer.toString(bounds.threads())));
    ProcessBuilder builder = new ProcessBuilder(command).directory(kit.folder().toFile());
    Map<String, String> environment = builder.environment();
    String libraries = environment.get("LD_LIBRARY_PATH");
    environment.clear();
    environment.put("ORT_DISABLE_TELEMETRY", "1");
    environment.put("LC_ALL", "C.UTF-8");
    if (libraries != null) {
      environment.put("LD_LIBRARY_PATH", libraries);
    }
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new TrialProcess(bounds, builder.start());
  }

  /** Ends it; {@link #outcome} answers soon. */
  void kill() {
    process.destroyForcibly();
  }

  /** Waits for its end. */
  TrialOutcome outcome() throws InterruptedException, IOException {
    try {
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        tooLarge |= resident() > bounds.memoryBytes() + OWN_BYTES;
        late |= System.nanoTime() > deadline || processorTime().compareTo(bounds.time()) > 0;
        if (tooLarge || late) {
          kill();
        }
      }
      return outcome(process.exitValue(), said());
    } finally {
      process.destroyForcibly();
      process.getOutputStream().close();
    }
  }

  private String said() {
    try {
      byte[] bytes = process.getInputStream().readNBytes(MOST_OUTPUT);
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return ""; // of one that was killed
    }
  }

  private TrialOutcome outcome(int code, String said) {
    if (tooLarge || said.startsWith("short ")) {
      return tooLarge();
    } else if (late || code == OUT_OF_PROCESSOR_TIME) {
      return new TrialOutcome(
          TrialOutcome.End.HUNG,
          0,
          "it did not load and run within %d s: see sightline.models.load.timeout"
              .formatted(bounds.time().toSeconds()));
    } else if (code == KILLED) {
      return new TrialOutcome(
          TrialOutcome.End.UNKNOWN, 0, "the process that tried it was ended from outside");
    } else if (code > SIGNAL) {
      return new TrialOutcome(
          TrialOutcome.End.CRASHED,
          0,
          "the process that tried it crashed with signal %d".formatted(code - SIGNAL));
    } else if (said.startsWith("took ")) {
      long bytes = Long.parseLong(said.substring(said.indexOf(' ') + 1));
      return bytes > bounds.memoryBytes()
          ? tooLarge()
          : new TrialOutcome(TrialOutcome.End.WELL, bytes, null);
    } else if (said.startsWith("refused ")) {
      return new TrialOutcome(TrialOutcome.End.REFUSED, 0, said.substring(said.indexOf(' ') + 1));
    }
    return new TrialOutcome(
        TrialOutcome.End.UNKNOWN,
        0,
        "the process that should try it ended with code %d: %s".formatted(code, firstLine(said)));
  }

  private TrialOutcome tooLarge() {
    return new TrialOutcome(
        TrialOutcome.End.TOO_LARGE,
        0,
        "it takes more than %d MiB to load and run once: see".formatted(bounds.memoryBytes() >> 20)
            + " sightline.models.load.memory.max.mebibytes");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("it said nothing");
  }

  private Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).dividedBy(bounds.threads());
  }

  /** Bytes that it has in memory, 0 once it has ended. */
  private long resident() {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          << 10;
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }
}

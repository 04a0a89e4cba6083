package io.sightline.model.trial;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process that opens a network, runs it and says on one line what that took ({@code took BYTES})
 * or why it did not go ({@code refused REASON}, {@code short REASON} for want of memory). Ends when
 * its input does, which is when the server ends.
 *
 * <p>Arguments: the file; width and height for networks that take any, 0 where nobody says; how
 * many pictures go through it at once; threads of a call.
 */
final class TrialMain {
  private static final int KIB = 1024;

  /** Characters of a reason. */
  private static final int MOST = 2000;

  private TrialMain() {}

  public static void main(String[] args) throws IOException {
    Thread watch = new Thread(TrialMain::endWithTheServer, "server-watch");
    watch.setDaemon(true);
    watch.start();
    String line;
    try {
      line = "took " + tried(args);
    } catch (OrtException | OutOfMemoryError e) {
      String reason = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
      boolean isShort = e instanceof OutOfMemoryError || TrialRun.isShortOfMemory(reason);
      // longer than its pipe holds, it would wait for the server, which reads at the end
      line =
          (isShort ? "short " : "refused ") + reason.substring(0, Math.min(MOST, reason.length()));
    }
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    // the native threads end with the process
    Runtime.getRuntime().halt(0);
  }

  private static long tried(String[] args) throws OrtException, IOException {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "trial");
    environment.setTelemetry(false);
    long before = resident("VmRSS:");
    try (OrtSession.SessionOptions options = NetworkOptions.of(Integer.parseInt(args[4]))) {
      OrtSession network = environment.createSession(args[0], options);
      new TrialRun(environment, network, Integer.parseInt(args[1]), Integer.parseInt(args[2]))
          .run(Integer.parseInt(args[3]));
    }
    return (resident("VmHWM:") - before) * KIB;
  }

  /** KiB of this process. */
  private static long resident(String name) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("/proc/self/status has no " + name);
  }

  private static void endWithTheServer() {
    try {
      while (System.in.read() >= 0) {
        // nothing is sent
      }
    } catch (IOException e) {
      // the same as its end
    }
    Runtime.getRuntime().halt(1);
  }
}

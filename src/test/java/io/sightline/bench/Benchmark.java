package io.sightline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the installed server and prints one table. Arguments: the Liberty folder and a folder
 * for logs. BENCH_SECONDS, BENCH_FPS and BENCH_CALLS in the environment change the length of a
 * window, the cameras' rate and the number of calls that are timed from offer to first frame.
 */
public final class Benchmark implements AutoCloseable {
  private static final int[] SESSIONS = {1, 2, 4};

  private final double seconds = setting("BENCH_SECONDS", 15);
  private final double rate = setting("BENCH_FPS", 30);
  private final int rounds = (int) setting("BENCH_CALLS", 10);
  private final Call.Load vga = new Call.Load(640, 480, rate);
  private final Call.Load hd = new Call.Load(1280, 720, rate);
  private final HttpClient http = HttpClient.newHttpClient();
  private final PeerConnectionFactory factory =
      new PeerConnectionFactory(new HeadlessAudioDeviceModule());
  private final EchoProcess echo;
  private final ServerProcess server;
  private final Proc serverProc;
  private final Table table = new Table();

  private Benchmark(Path liberty, Path work) throws Exception {
    Files.createDirectories(work);
    echo = new EchoProcess(work.resolve("echo.log"));
    server = new ServerProcess(liberty, work);
    serverProc = new Proc(server.pid());
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  public static void main(String[] args) throws Exception {
    int status = 1;
    try (Benchmark benchmark = new Benchmark(Path.of(args[0]), Path.of(args[1]))) {
      benchmark.run();
      status = 0;
    } catch (Exception e) {
      e.printStackTrace();
    }
    // the native threads end with the process
    Runtime.getRuntime().halt(status);
  }

  private void run() throws Exception {
    say("starting the server");
    server.awaitReady(http, Duration.ofSeconds(180));
    say("warming up");
    try (Call call = call(vga)) {
      Window.of(Math.max(8, seconds / 2), List.of(call), serverProc);
    }
    Loads loads = loads();
    Latency small = compare(vga);
    Latency large = compare(hd);
    Sample firstFrame = firstFrames();

    table.heading("A frame on its pipeline thread, outside the model");
    small.overheadRows(table, 3);
    large.overheadRows(table, 6);
    table.heading("From capture to display");
    small.rows(table);
    large.rows(table);
    table.heading("From offer to first annotated frame, warm server");
    table.goal("median of " + firstFrame.size(), 600, firstFrame.median(), "ms", "");
    table.figure("slowest", firstFrame.percentile(100), "ms", "");
    loads.rows(table);
    System.out.printf(
        "%nSightline benchmark: %d cores (%s), cameras of %.0f frames/s, windows of %.0f s%n%n%s%n",
        Runtime.getRuntime().availableProcessors(), processor(), rate, seconds, table);
  }

  private Call call(Call.Load load) throws Exception {
    return Call.toServer(factory, load, http, server.socket());
  }

  /** Opens sessions up to each number and measures there; they stay open until all are measured. */
  private Loads loads() throws Exception {
    Loads loads = new Loads(memory());
    List<Call> calls = new ArrayList<>();
    try {
      for (int sessions : SESSIONS) {
        while (calls.size() < sessions) {
          calls.add(call(vga));
        }
        say(sessions + " sessions of " + vga);
        settle(calls);
        Window window = Window.of(seconds, calls, serverProc);
        List<JsonNode> stats = new ArrayList<>();
        for (Call call : calls) {
          stats.add(call.stats());
        }
        loads.add(new Loads.Level(sessions, window, stats, memory()));
      }
    } finally {
      for (Call call : calls) {
        call.close();
      }
    }
    return loads;
  }

  /** The latency by way of the server and, right after it, by way of the echo. */
  private Latency compare(Call.Load load) throws Exception {
    say("1 session of " + load);
    Latency.Served served;
    try (Call call = call(load)) {
      settle(List.of(call));
      Window window = Window.of(seconds, List.of(call), serverProc);
      Display display = call.display();
      served =
          new Latency.Served(
              display.latencyMillis(), display.unread(), display.size(), call.stats(), window);
    }
    say("echo of " + load);
    try (Call call = Call.toEcho(factory, load, echo)) {
      settle(List.of(call));
      Window window = Window.of(seconds, List.of(call), new Proc(echo.pid()));
      return new Latency(load, served, call.display().latencyMillis(), window);
    }
  }

  private Sample firstFrames() throws Exception {
    say(rounds + " calls, offer to first frame");
    Sample sample = new Sample();
    for (int i = 0; i < rounds; i++) {
      try (Call call = call(vga)) {
        sample.add(call.firstFrameMillis());
      }
    }
    return sample;
  }

  /** Until the senders' bandwidth estimation has come up and jitter buffers have settled. */
  private void settle(List<Call> calls) throws Exception {
    Window.of(Math.max(4, seconds / 2), calls, serverProc);
  }

  private Loads.Memory memory() throws Exception {
    serverProc.collectGarbage();
    return new Loads.Memory(
        serverProc.pssMebibytes(),
        serverProc.rssMebibytes(),
        serverProc.heapMebibytes(),
        serverProc.threads());
  }

  private static String processor() throws Exception {
    return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static double setting(String name, double otherwise) {
    String text = System.getenv(name);
    return text == null || text.isBlank() ? otherwise : Double.parseDouble(text);
  }

  private static void say(String what) {
    System.err.printf(Locale.ROOT, "bench: %s%n", what);
  }

  @Override
  public synchronized void close() {
    try (echo) {
      server.close();
    } catch (Exception e) {
      e.printStackTrace();
    }
  }
}

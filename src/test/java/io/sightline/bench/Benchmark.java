package io.sightline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightline.peer.Film;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the installed server and prints one table. Arguments: the Liberty folder and a folder
 * for logs. BENCH_MODELS names a folder of models to measure instead of those that ship, BENCH_ONLY
 * "models" leaves out everything else. BENCH_SECONDS, BENCH_FPS and BENCH_CALLS in the environment
 * change the length of a window, the cameras' rate and the number of calls that are timed from
 * offer to first picture.
 */
public final class Benchmark implements AutoCloseable {
  private static final int[] SESSIONS = {1, 2, 4, 8};
  private static final int TURNS = 2;

  /** Frames of the slowest session before rates are compared: one is less than two in a hundred. */
  private static final int FRAMES = 60;

  /** Seconds for which they are waited for. */
  private static final int PATIENCE = 60;

  private static final int ENGINE_RUNS = 1_000_000;

  private final double seconds = setting("BENCH_SECONDS", 15);
  private final double rate = setting("BENCH_FPS", 30);
  private final int rounds = (int) setting("BENCH_CALLS", 12);
  private final Film small = new Film(640, 480, rate, "VP8", true);
  private final Film large = new Film(1280, 720, rate, "VP8", true);
  private final HttpClient http = HttpClient.newHttpClient();
  private final EchoProcess echo;
  private final ServerProcess server;
  private final Proc serverProc;
  private final List<String> models;
  private final EngineCost engine;
  private final Table table = new Table();

  private Benchmark(Path liberty, Path work) throws Exception {
    Files.createDirectories(work);
    say("models, a few minutes; their words are in models.log");
    models = models(work);
    say("the engine alone");
    engine = EngineCost.measure(ENGINE_RUNS, work.resolve("engine.log"));
    echo = new EchoProcess(work.resolve("echo.log"));
    server = new ServerProcess(liberty, work);
    serverProc = new Proc(server.pid());
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  public static void main(String[] args) throws Exception {
    int status = 1;
    if ("models".equals(System.getenv("BENCH_ONLY"))) {
      Table table = new Table();
      ModelRows.read(models(Files.createDirectories(Path.of(args[1]))), table);
      System.out.println(table);
      return;
    }
    try (Benchmark benchmark = new Benchmark(Path.of(args[0]), Path.of(args[1]))) {
      benchmark.run();
      status = 0;
    } catch (Exception e) {
      e.printStackTrace();
    }
    // the library has words for its last thread as the process ends; nobody needs to read them
    System.out.close();
    Runtime.getRuntime().halt(status);
  }

  private static List<String> models(Path work) throws Exception {
    return ModelRows.measure(setting("BENCH_SECONDS", 15) / 2, System.getenv("BENCH_MODELS"), work);
  }

  private void run() throws Exception {
    say("starting the server");
    server.awaitReady(http, Duration.ofSeconds(180));
    say("warming up");
    try (Call call = call(small)) {
      settle(List.of(call));
      settle(List.of(call));
      say("a result: " + call.newestResult());
    }
    Loads loads = loads();
    Latency smallLatency = compare(small);
    Latency largeLatency = compare(large);
    Sample first = firstPictures();

    table.heading("A frame on its pipeline thread, outside the model");
    smallLatency.overheadRows(table, 3);
    largeLatency.overheadRows(table, 6);
    table.heading("From capture to display, one session");
    smallLatency.rows(table);
    largeLatency.rows(table);
    table.heading("From offer to first annotated picture, warm server");
    table.goal("median of " + first.size(), 600, first.median(), "ms", "");
    table.figure("quickest", first.percentile(0), "ms", "");
    table.figure("slowest", first.percentile(100), "ms", "");
    loads.rows(table);
    engine.rows(table);
    ModelRows.read(models, table);
    System.out.printf(
        "%nSightline benchmark: %d cores (%s), films of %.0f frames/s in VP8, windows of %.0f"
            + " s%n%s%n",
        Runtime.getRuntime().availableProcessors(), processor(), rate, seconds, table);
  }

  private Call call(Film film) throws Exception {
    return Call.toServer(film, http, server.socket());
  }

  /** Opens sessions up to each number and measures there; they stay open until all are measured. */
  private Loads loads() throws Exception {
    Loads loads = new Loads(memory());
    List<Call> calls = new ArrayList<>();
    try {
      for (int sessions : SESSIONS) {
        while (calls.size() < sessions) {
          calls.add(call(small));
        }
        say(Loads.sessions(sessions) + " of " + size(small));
        settle(calls);
        List<JsonNode> before = stats(calls);
        Window window = Window.of(seconds, calls, serverProc);
        List<JsonNode> after = stats(calls);
        for (int i = 0; i < PATIENCE && Loads.fewest(before, after) < FRAMES; i++) {
          Thread.sleep(1000);
          after = stats(calls);
        }
        loads.add(new Loads.Level(sessions, window, before, after, memory()));
      }
    } finally {
      calls.forEach(Call::close);
    }
    return loads;
  }

  /** All at once: an answer waits where cores are short, and the last would be of later frames. */
  private static List<JsonNode> stats(List<Call> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Callable<JsonNode>> questions = new ArrayList<>();
      calls.forEach(call -> questions.add(call::stats));
      List<JsonNode> stats = new ArrayList<>();
      for (Future<JsonNode> answer : threads.invokeAll(questions)) {
        stats.add(answer.get());
      }
      return stats;
    } finally {
      threads.shutdown();
    }
  }

  /**
   * The latency by way of the server and by way of the echo, in turns, so that what else happens on
   * the machine meets both.
   */
  private Latency compare(Film film) throws Exception {
    List<Window> served = new ArrayList<>();
    List<Window> echoed = new ArrayList<>();
    JsonNode stats = null;
    for (int turn = 1; turn <= TURNS; turn++) {
      say("turn %d of %d: 1 session of %s, then the echo".formatted(turn, TURNS, size(film)));
      try (Call call = call(film)) {
        settle(List.of(call));
        served.add(Window.of(seconds / TURNS, List.of(call), serverProc));
        stats = call.stats();
        say("by the server: " + call.receiver());
      }
      try (Call call = Call.toEcho(film, echo)) {
        settle(List.of(call));
        echoed.add(Window.of(seconds / TURNS, List.of(call), new Proc(echo.pid())));
        say("by the echo: " + call.receiver());
      }
    }
    return new Latency(size(film), Window.join(served), stats, Window.join(echoed));
  }

  private Sample firstPictures() throws Exception {
    say(rounds + " calls, offer to first picture");
    Sample sample = new Sample();
    for (int i = 0; i < rounds; i++) {
      try (Call call = call(small)) {
        sample.add(call.firstPictureMillis());
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

  private static String size(Film film) {
    return film.width() + "x" + film.height();
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
    System.err.println("bench: " + what);
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

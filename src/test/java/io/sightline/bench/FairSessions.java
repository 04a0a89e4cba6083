package io.sightline.bench;

import io.sightline.model.DetectionOptions;
import io.sightline.model.Model;
import io.sightline.pipeline.BoundedExecutor;
import io.sightline.pipeline.SerialExecutor;
import io.sightline.vision.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Eight sessions, each with a frame ready whenever its turn comes, on as many threads as cores. */
final class FairSessions {
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);
  private static final int SESSIONS = 8;
  private static final int HEAVY = 5;

  private final Model model;
  private final Image image;

  FairSessions(Model model, Image image) {
    this.model = model;
    this.image = image;
  }

  void rows(double seconds, ModelRows out) throws InterruptedException {
    List<Session> equal = run(2 * seconds, 1);
    out.goal(
        "slowest session behind the quickest, all equal", 10, spread(equal), "%", rates(equal));
    List<Session> mixed = run(2 * seconds, HEAVY);
    Session heavy = mixed.remove(0);
    double share =
        100.0 * heavy.frames.get() * HEAVY * SESSIONS / (total(mixed) + heavyRuns(heavy));
    out.goal(
        "slowest behind the quickest beside one of %d runs a frame".formatted(HEAVY),
        10,
        spread(mixed),
        "%",
        rates(mixed));
    out.figure("that one's part of an equal share", share, "%", heavy.frames + " frames");
  }

  private static int heavyRuns(Session heavy) {
    return heavy.frames.get() * HEAVY;
  }

  private static int total(List<Session> sessions) {
    return sessions.stream().mapToInt(session -> session.frames.get()).sum();
  }

  private static double spread(List<Session> sessions) {
    int most = sessions.stream().mapToInt(session -> session.frames.get()).max().orElse(0);
    int least = sessions.stream().mapToInt(session -> session.frames.get()).min().orElse(0);
    return 100.0 * (most - least) / most;
  }

  private static String rates(List<Session> sessions) {
    return "frames: " + String.join(" ", sessions.stream().map(s -> "" + s.frames).toList());
  }

  /**
   * @param first runs a frame of the first session; the others have one
   */
  private List<Session> run(double seconds, int first) throws InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService threads = Executors.newFixedThreadPool(cores);
    BoundedExecutor bounded = new BoundedExecutor(threads, cores);
    List<Session> sessions = new ArrayList<>();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    for (int i = 0; i < SESSIONS; i++) {
      sessions.add(new Session(new SerialExecutor(bounded.share()), i == 0 ? first : 1, end));
    }
    sessions.forEach(Session::turn);
    threads.awaitTermination((long) (seconds * 1000), TimeUnit.MILLISECONDS);
    while (System.nanoTime() < end || sessions.stream().anyMatch(session -> !session.over)) {
      Thread.sleep(5);
    }
    threads.shutdown();
    return sessions;
  }

  /** A session that always has another frame. */
  private final class Session {
    private final SerialExecutor turns;
    private final int runs;
    private final long end;
    private final AtomicInteger frames = new AtomicInteger();
    private volatile boolean over;

    Session(SerialExecutor turns, int runs, long end) {
      this.turns = turns;
      this.runs = runs;
      this.end = end;
    }

    void turn() {
      turns.execute(
          () -> {
            if (System.nanoTime() >= end) {
              over = true;
              return;
            }
            for (int i = 0; i < runs; i++) {
              model.detect(image, OPTIONS);
            }
            frames.incrementAndGet();
            turn();
          });
    }
  }
}

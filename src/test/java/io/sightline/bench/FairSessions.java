package io.sightline.bench;

import io.sightline.model.DetectionOptions;
import io.sightline.model.Model;
import io.sightline.pipeline.BoundedExecutor;
import io.sightline.pipeline.SerialExecutor;
import io.sightline.vision.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Eight sessions, each with a frame ready whenever its turn comes, on as many threads as cores. */
final class FairSessions {
  private static final DetectionOptions OPTIONS =
      new DetectionOptions(0.4f, 0.3f, 300, false, null);
  private static final int SESSIONS = 8;
  private static final int HEAVY = 5;

  /** Frames of each session, on average: with fewer a single one is more than the goal. */
  private static final int FRAMES = 60;

  private final Model model;
  private final Image image;

  FairSessions(Model model, Image image) {
    this.model = model;
    this.image = image;
  }

  void rows(ModelRows out) throws InterruptedException {
    List<Session> equal = run(1);
    out.goal(
        "slowest session behind the quickest, all equal", 10, spread(equal), "%", rates(equal));
    List<Session> mixed = run(HEAVY);
    Session heavy = mixed.remove(0);
    double runs = (double) HEAVY * heavy.frames.get();
    double share = 100 * SESSIONS * runs / (runs + total(mixed));
    out.goal(
        "slowest behind the quickest beside one of %d runs a frame".formatted(HEAVY),
        10,
        spread(mixed),
        "%",
        rates(mixed));
    out.figure("that one's part of an equal share", share, "%", heavy.frames + " frames");
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
  private List<Session> run(int first) throws InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService threads = Executors.newFixedThreadPool(cores);
    BoundedExecutor bounded = new BoundedExecutor(threads, cores);
    AtomicInteger left = new AtomicInteger(SESSIONS * FRAMES);
    CountDownLatch over = new CountDownLatch(SESSIONS);
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      SerialExecutor turns = new SerialExecutor(bounded.share());
      sessions.add(new Session(turns, i == 0 ? first : 1, left, over));
    }
    sessions.forEach(Session::turn);
    over.await();
    threads.shutdown();
    return sessions;
  }

  /** A session that always has another frame, until all sessions have had so many runs together. */
  private final class Session {
    private final SerialExecutor turns;
    private final int runs;
    private final AtomicInteger left;
    private final CountDownLatch over;
    private final AtomicInteger frames = new AtomicInteger();

    Session(SerialExecutor turns, int runs, AtomicInteger left, CountDownLatch over) {
      this.turns = turns;
      this.runs = runs;
      this.left = left;
      this.over = over;
    }

    void turn() {
      turns.execute(
          () -> {
            if (left.getAndAdd(-runs) <= 0) {
              over.countDown();
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

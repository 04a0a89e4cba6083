package io.sightline.pipeline;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Threads that take frames from a {@link FairQueue}, on a clock of whole milliseconds. */
final class SimulatedThreads {
  private static final long NANOS = 1_000_000L;

  private final FairQueue queue = new FairQueue();
  private final List<Busy> busy = new ArrayList<>();
  private final int threads;
  private final List<FrameDemand> sessions;

  private record Busy(FairQueue.Turn turn, FrameDemand session, long until) {}

  SimulatedThreads(int threads, List<FrameDemand> sessions) {
    this.threads = threads;
    this.sessions = sessions;
  }

  void run(long millis) {
    for (long milli = 0; milli < millis; milli++) {
      for (FrameDemand session : sessions) {
        session.tick(milli, queue);
      }
      end(milli);
      begin(milli);
    }
  }

  private void end(long milli) {
    for (Iterator<Busy> each = busy.iterator(); each.hasNext(); ) {
      Busy one = each.next();
      if (one.until <= milli) {
        each.remove();
        one.session.end(milli, queue);
        queue.end(one.turn, milli * NANOS);
      }
    }
  }

  private void begin(long milli) {
    while (busy.size() < threads) {
      FairQueue.Turn turn = queue.poll(milli * NANOS);
      if (turn == null) {
        return;
      }
      FrameDemand session =
          sessions.stream().filter(s -> s.share == turn.share()).findFirst().orElseThrow();
      busy.add(new Busy(turn, session, milli + session.begin(milli)));
    }
  }
}

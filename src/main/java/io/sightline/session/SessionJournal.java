package io.sightline.session;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One line of the server's log for the beginning of a session and one for its end. However many
 * sessions come and go, the log grows slowly: what is left out is counted, and the next line tells.
 * Safe for several threads.
 */
final class SessionJournal {
  /** Lines at once, and lines a second on average after them. */
  static final int LINES_AT_ONCE = 100;

  static final double LINES_PER_SECOND = 1;

  private final RateLimit rate;
  private final Consumer<String> log;
  private final AtomicLong leftOut = new AtomicLong();

  /**
   * @param nanos a clock as {@link System#nanoTime()}
   * @param log takes one line
   */
  SessionJournal(LongSupplier nanos, Consumer<String> log) {
    this.rate = new RateLimit(LINES_PER_SECOND, LINES_AT_ONCE, nanos);
    this.log = log;
  }

  /** Writes to the log of {@link Session}. */
  static SessionJournal ofServer() {
    System.Logger logger = System.getLogger(Session.class.getName());
    return new SessionJournal(
        System::nanoTime, line -> logger.log(System.Logger.Level.INFO, "{0}", line));
  }

  void connected(String id, String client, double afterSeconds) {
    write(
        String.format(
            Locale.ROOT, "session %s is connected with %s after %.1f s", id, client, afterSeconds));
  }

  /**
   * @param connected whether it ever was
   */
  void ended(
      SessionSnapshot session, String client, boolean connected, EndReason reason, String message) {
    SessionSnapshot.Frames frames = session.frames();
    write(
        String.format(
            Locale.ROOT,
            "session %s of %s%s ended after %.1f s, %s: %s; %s; frames: %d received, %d processed,"
                + " %d dropped, %d failed",
            session.id(),
            client,
            connected ? "" : ", never connected,",
            session.uptimeSeconds(),
            reason.wireName(),
            Excerpt.line(message),
            video(session.video()),
            frames.received(),
            frames.processed(),
            frames.dropped(),
            frames.failed()));
  }

  private static String video(SessionSnapshot.Video video) {
    if (video.codec() == null || video.width() == null) {
      return "no video sent";
    }
    return "%s %dx%d".formatted(video.codec(), video.width(), video.height());
  }

  private void write(String line) {
    if (!rate.allows()) {
      leftOut.incrementAndGet();
      return;
    }
    long missing = leftOut.getAndSet(0);
    log.accept(missing == 0 ? line : line + " (" + missing + " such lines before it left out)");
  }
}

package io.sightline.admin;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Up while the housekeeper makes its rounds. */
final class Rounds implements HealthCheck {
  /** Rounds that may be missed, for a machine that is short of breath. */
  private static final int MISSED = 10;

  private static final Duration LEAST = Duration.ofSeconds(60);

  private final Duration allowed;
  private final LongSupplier nanoTime;
  private volatile long last;
  private volatile long total;
  private volatile String latest = "none";

  /**
   * @param interval between two rounds
   * @param nanoTime {@link System#nanoTime()}
   */
  Rounds(Duration interval, LongSupplier nanoTime) {
    Duration missed = interval.multipliedBy(MISSED);
    this.allowed = missed.compareTo(LEAST) > 0 ? missed : LEAST;
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  /**
   * @param ended sessions that this round has ended: id, reason and limit; ids are nobody's
   *     business
   */
  void made(List<String> ended) {
    last = nanoTime.getAsLong();
    total += ended.size();
    if (!ended.isEmpty()) {
      String ending = ended.get(ended.size() - 1);
      latest = ending.substring(ending.indexOf(' ') + 1);
    }
  }

  @Override
  public HealthCheckResponse call() {
    Duration since = Duration.ofNanos(nanoTime.getAsLong() - last);
    Answer answer = new Answer("housekeeper");
    if (since.compareTo(allowed) > 0) {
      answer.down();
    }
    return answer
        .with("seconds since the last round", since.toSeconds())
        .with("seconds allowed", allowed.toSeconds())
        .with("sessions ended", total)
        .with("the latest of them", latest)
        .response();
  }
}

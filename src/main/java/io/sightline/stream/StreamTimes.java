package io.sightline.stream;

import io.sightline.session.EndReason;
import io.sightline.session.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** When things happened in one pipeline, and the limits that follow. Safe for several threads. */
final class StreamTimes {
  /** Who asks for the state once in a while sees the end, although nothing is left to consume. */
  private static final Duration LINGER_MIN = Duration.ofSeconds(2);

  private final StreamLimits limits;
  private final Duration consumption;
  private final LongSupplier nanos;
  private final long opened;
  private long consumed;
  private Long finished;

  /**
   * @param consumption how long nobody may consume a result; null for as long as others do
   * @param nanos a clock as {@link System#nanoTime()}
   */
  StreamTimes(StreamLimits limits, Duration consumption, LongSupplier nanos) {
    this.limits = limits;
    this.consumption = consumption;
    this.nanos = nanos;
    opened = nanos.getAsLong();
    consumed = opened;
  }

  double uptimeSeconds() {
    return (nanos.getAsLong() - opened) / 1e9;
  }

  synchronized void consumed() {
    consumed = nanos.getAsLong();
  }

  /** The last frame is done; true the first time. */
  synchronized boolean finish() {
    boolean first = finished == null;
    if (first) {
      finished = nanos.getAsLong();
    }
    return first;
  }

  /**
   * The first limit that is passed now.
   *
   * @param working since when a round is in the workflow, null where none is
   * @param empty whether no result waits to be consumed
   */
  synchronized Optional<Expiry> expiry(Long working, boolean empty) {
    if (passed(opened, limits.life())) {
      return expired(EndReason.TIMEOUT_REACHED, "time limit of %s s reached", limits.life());
    }
    if (passed(working, limits.frame())) {
      return expired(
          EndReason.ERROR, "a frame is in the workflow for more than %s s", limits.frame());
    }
    if (passed(finished, limits.linger()) || empty && passed(finished, LINGER_MIN)) {
      return Optional.of(new Expiry(EndReason.SOURCE_ENDED, "all sources have ended"));
    }
    if (consumption != null && passed(consumed, consumption)) {
      return expired(EndReason.IDLE, "no result was consumed for %s s", consumption);
    }
    return Optional.empty();
  }

  private boolean passed(Long since, Duration limit) {
    return since != null && nanos.getAsLong() - since > limit.toNanos();
  }

  private static Optional<Expiry> expired(EndReason reason, String message, Duration limit) {
    String seconds = String.valueOf(limit.toMillis() / 1000.0).replaceAll("\\.0$", "");
    return Optional.of(new Expiry(reason, message.formatted(seconds)));
  }
}

package io.sightline.session;

import io.sightline.pipeline.FramePipeline;
import io.sightline.pipeline.PipelineSnapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * When things happened in one session, and the limits of time that follow from it. Safe for several
 * threads.
 */
final class SessionTimes {
  private final SessionLimits limits;
  private final LongSupplier nanos;
  private final long opened;
  private Duration life;
  private Long disconnectedSince;
  private Long socketLostAt;
  private boolean everConnected;
  private long lastActive;
  private boolean sends;
  private Long sourceStoppedAt;
  private long framesSeen;
  private Long frameSince;

  /**
   * @param nanos a clock as {@link System#nanoTime()}
   */
  SessionTimes(SessionLimits limits, LongSupplier nanos) {
    this.limits = limits;
    this.life = limits.life();
    this.nanos = nanos;
    this.opened = nanos.getAsLong();
    this.lastActive = opened;
  }

  /** The session's own, shorter limit. */
  synchronized void life(Duration longest) {
    life = longest;
  }

  synchronized void connected() {
    everConnected = true;
    disconnectedSince = null;
    lastActive = nanos.getAsLong();
  }

  synchronized void disconnected() {
    if (disconnectedSince == null) {
      disconnectedSince = nanos.getAsLong();
    }
  }

  synchronized void socketLost() {
    socketLostAt = nanos.getAsLong();
  }

  /** Whether the client sends its video now; one that has sent it may stop for a while. */
  synchronized void sending(boolean now) {
    if (now) {
      sourceStoppedAt = null;
    } else if (sends) {
      sourceStoppedAt = nanos.getAsLong();
    }
    sends = now;
  }

  /** The client gave a sign of life. */
  synchronized void active() {
    lastActive = nanos.getAsLong();
  }

  /** So many frames have come in since the start. */
  synchronized void frames(long received) {
    if (received != framesSeen) {
      framesSeen = received;
      lastActive = nanos.getAsLong();
    }
  }

  /** What the pipeline's figures tell, where there is one already. */
  void observe(FramePipeline pipeline) {
    if (pipeline != null) {
      observe(pipeline.snapshot());
    }
  }

  /** What the pipeline's figures tell. */
  void observe(PipelineSnapshot figures) {
    frames(figures.source().received());
    frameBegan(figures.workingSinceNanos());
  }

  /** The frame that is in work began then; null where none is. */
  synchronized void frameBegan(Long since) {
    frameSince = since;
  }

  double uptimeSeconds() {
    return (nanos.getAsLong() - opened) / 1e9;
  }

  /** The first limit that is passed now. */
  synchronized Optional<Expiry> expiry() {
    if (passed(opened, life)) {
      return expired(EndReason.TIMEOUT_REACHED, "time limit of %s s reached", life);
    }
    if (!everConnected && passed(opened, limits.connect())) {
      return expired(EndReason.ERROR, "not connected within %s s", limits.connect());
    }
    if (everConnected && passed(disconnectedSince, limits.disconnected())) {
      return expired(EndReason.ERROR, "cut off from the peer for %s s", limits.disconnected());
    }
    if (passed(socketLostAt, limits.socketGrace())) {
      return expired(EndReason.ERROR, "signaling socket lost for %s s", limits.socketGrace());
    }
    if (passed(sourceStoppedAt, limits.sourceGrace())) {
      return expired(
          EndReason.SOURCE_ENDED,
          "the client has sent no video for %s s since it stopped it",
          limits.sourceGrace());
    }
    if (passed(frameSince, limits.frame())) {
      return expired(
          EndReason.ERROR, "a frame is in the workflow for more than %s s", limits.frame());
    }
    if (everConnected && passed(lastActive, limits.idle())) {
      return expired(EndReason.IDLE, "no frame and no message for %s s", limits.idle());
    }
    return Optional.empty();
  }

  private boolean passed(Long since, Duration limit) {
    return since != null && nanos.getAsLong() - since >= limit.toNanos();
  }

  private static Optional<Expiry> expired(EndReason reason, String sentence, Duration limit) {
    String seconds =
        limit.toMillis() % 1000 == 0
            ? Long.toString(limit.toSeconds())
            : Double.toString(limit.toMillis() / 1000.0);
    return Optional.of(new Expiry(reason, sentence.formatted(seconds)));
  }
}

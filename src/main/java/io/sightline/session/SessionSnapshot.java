package io.sightline.session;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One session's figures at one moment.
 *
 * @param uptimeSeconds since it opened
 * @param connected whether the peer is reachable now
 * @param declaredFps frames a second that the client declared, null where it did not
 * @param measuredFps frames a second measured at the start, null before
 * @param refusedMessages messages on the data channel that were none
 * @param updates what happened to it, the latest, the oldest first
 */
public record SessionSnapshot(
    String id,
    SessionState state,
    Instant openedAt,
    double uptimeSeconds,
    boolean connected,
    Frames frames,
    Drops drops,
    Rates fps,
    Latency latencyMillis,
    Inference inferenceMillis,
    Inference overheadMillis,
    Video video,
    Results results,
    Double declaredFps,
    Double measuredFps,
    long refusedMessages,
    Resources resources,
    List<StatusUpdate> updates) {
  /** The same with what only a session with a peer connection knows. */
  SessionSnapshot with(UnaryOperator<Resources> more, List<StatusUpdate> latest) {
    return new SessionSnapshot(
        id,
        state,
        openedAt,
        uptimeSeconds,
        connected,
        frames,
        drops,
        fps,
        latencyMillis,
        inferenceMillis,
        overheadMillis,
        video,
        results,
        declaredFps,
        measuredFps,
        refusedMessages,
        more.apply(resources),
        latest);
  }

  /** Counts since the start. */
  public record Frames(long received, long processed, long dropped, long failed, long sent) {
    static final Frames NONE = new Frames(0, 0, 0, 0, 0);
  }

  /**
   * The dropped frames by cause, since the start.
   *
   * @param replaced by a newer one before its turn came
   * @param refused for an impossible size
   * @param paused while the session was paused, or beyond the rate that was asked for
   */
  public record Drops(long replaced, long refused, long paused) {
    static final Drops NONE = new Drops(0, 0, 0);
  }

  /** Frames a second over the last seconds. */
  public record Rates(double in, double processed, double out) {
    static final Rates NONE = new Rates(0, 0, 0);
  }

  /** Arrival to push over the last frames, milliseconds. */
  public record Latency(double p50, double p95, double p99) {
    static final Latency NONE = new Latency(0, 0, 0);
  }

  /** For each of the last frames, milliseconds. */
  public record Inference(double p50, double p95) {
    static final Inference NONE = new Inference(0, 0);
  }

  /** The outbound video as last measured; nulls before the first measurement. */
  public record Video(
      String codec, Integer width, Integer height, Double bitrateKbps, Double rttMillis) {
    public static final Video NONE = new Video(null, null, null, null, null);
  }

  /**
   * What the session takes of the machine now.
   *
   * @param framesWaiting frames that have come in and wait for their turn
   * @param picturesHeld pictures in native memory, frames that wait among them
   * @param pictureBytes their native memory
   * @param connectionBytes native memory of the peer connection with its codecs, an estimate
   * @param cpuSeconds processor time of the threads that worked on its frames since the start
   * @param picturesRepeated pictures sent again because no new one came, since the start
   */
  public record Resources(
      int framesWaiting,
      int picturesHeld,
      long pictureBytes,
      long connectionBytes,
      double cpuSeconds,
      long picturesRepeated) {
    static final Resources NONE = new Resources(0, 0, 0, 0, 0, 0);
  }

  /** The data channel. */
  public record Results(long sent, long dropped, long bufferedBytes) {
    static final Results NONE = new Results(0, 0, 0);
  }
}

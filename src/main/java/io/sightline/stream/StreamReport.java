package io.sightline.stream;

import io.sightline.session.StatusUpdate;
import java.time.Instant;
import java.util.List;

/**
 * A pipeline at one moment.
 *
 * @param throughput frames a second that go through its workflow
 */
public record StreamReport(
    List<StatusUpdate> updates,
    List<Latency> latencies,
    double throughput,
    List<SourceReport> sources) {
  /**
   * Averages over the last frames of one source, seconds; nulls before the first.
   *
   * @param decoding from the frame's arrival to the begin of its work
   * @param inference in the workflow
   * @param whole from the frame's arrival to the end of its work
   */
  public record Latency(int source, Double decoding, Double inference, Double whole) {}

  /**
   * One source.
   *
   * @param reference names it for people and holds no secret
   * @param properties null before its first frame
   */
  public record SourceReport(
      int id,
      String reference,
      Properties properties,
      int bufferSize,
      StreamState state,
      BufferFilling filling,
      BufferConsumption consumption) {}

  /**
   * What a source's frames are like.
   *
   * @param width pixels, null where unknown
   * @param height pixels, null where unknown
   * @param frames how many there are in all, -1 where that is not known
   * @param fps frames a second, declared or measured, null where unknown
   * @param created when a file's first frame was taken, null of others
   */
  public record Properties(
      Integer width,
      Integer height,
      long frames,
      boolean file,
      Double fps,
      Boolean reconnectable,
      Instant created) {}
}

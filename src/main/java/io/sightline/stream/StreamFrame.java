package io.sightline.stream;

import io.sightline.media.InboundFrame;
import java.time.Instant;

/**
 * One frame of one source; whoever took it releases it.
 *
 * @param source its place among the pipeline's sources, from 0
 * @param id counts the frames of its source, from 1, the dropped ones as well
 * @param timestamp of a file the moment at which it was taken, else that of its arrival
 * @param fps frames a second that the source declares, null where it does not
 * @param measuredFps frames a second, null where not measured yet
 */
record StreamFrame(
    InboundFrame frame,
    int source,
    long id,
    Instant timestamp,
    Double fps,
    Double measuredFps,
    boolean file) {
  /** Frames a second that its source really gives; null where unknown. */
  Double rate() {
    return measuredFps == null ? fps : measuredFps;
  }

  long pixels() {
    return (long) frame.width() * frame.height();
  }

  void release() {
    frame.release();
  }
}

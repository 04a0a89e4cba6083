package io.sightline.pipeline;

import io.sightline.media.FrameSource;
import io.sightline.media.InboundFrame;
import io.sightline.vision.VideoMetadata;

/** What is known of the video that frames come from. Safe for use by several threads. */
final class SourceDescription {
  /** Name of the one source, as the reference gives it to blocks. */
  private static final String SOURCE = "default_source";

  private final FrameSource source;
  private volatile Double declaredFps;
  private volatile boolean file;

  /**
   * @param declaredFps frames a second that the client declared, null to measure
   */
  SourceDescription(FrameSource source, Double declaredFps) {
    this.source = source;
    this.declaredFps = declaredFps;
  }

  /**
   * The frames are a file's; called before the first of them.
   *
   * @param fps frames a second that the file says, null where it does not
   */
  void file(Double fps) {
    file = true;
    declaredFps = fps == null ? declaredFps : fps;
  }

  /** Frames a second that the client declared or its file says, null where neither does. */
  Double declaredFps() {
    return declaredFps;
  }

  /** What blocks are told of a frame. */
  VideoMetadata metadata(InboundFrame frame, long frameId) {
    Double measured = source.snapshot().measuredFps();
    return new VideoMetadata(
        SOURCE,
        frameId,
        frame.receivedAt(),
        declaredFps == null ? measured : declaredFps,
        measured == null ? declaredFps : measured,
        file);
  }
}

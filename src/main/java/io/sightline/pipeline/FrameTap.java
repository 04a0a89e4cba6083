package io.sightline.pipeline;

import io.sightline.vision.VideoMetadata;
import java.util.List;
import java.util.Map;

/** Thins the frames of a session out and sees what each of them gave. Called by its loop. */
public interface FrameTap {
  /** Every frame, and nobody looks. */
  FrameTap NONE = (frame, outputs) -> null;

  /** Whether the frame that has come is worked on, or dropped. */
  default boolean takes() {
    return true;
  }

  /**
   * What the workflow gave for a frame; pictures live until this returns, or are retained.
   *
   * @return what was wrong with it, to be written on the video before everything else that is
   *     wrong; null where the client reads errors on the data channel and none is written
   */
  List<String> put(VideoMetadata frame, Map<String, Object> outputs);
}

package io.sightline.pipelines;

import io.sightline.pipeline.FrameTap;
import io.sightline.stream.FrameRateLimit;
import io.sightline.stream.FrameStamp;
import io.sightline.stream.ResultBuffer;
import io.sightline.vision.VideoMetadata;
import java.util.List;
import java.util.Map;

/**
 * What the frames of a browser's session gave, kept until it is consumed; and how many there are.
 */
record PeerResults(FrameRateLimit limit, ResultBuffer buffer) implements FrameTap {
  /** A peer is the one source of its pipeline. */
  static final int SOURCE = 0;

  @Override
  public boolean takes() {
    return limit.allows();
  }

  @Override
  public List<String> put(VideoMetadata frame, Map<String, Object> outputs) {
    buffer.add(
        List.of(outputs),
        List.of(new FrameStamp(frame.frameTimestamp(), frame.frameNumber(), SOURCE)));
    return null;
  }
}

package io.sightline.pipeline;

import io.sightline.datachannel.ResultChannelSnapshot;
import io.sightline.media.FrameSourceSnapshot;

/**
 * One session's figures.
 *
 * @param processed frames whose workflow ran
 * @param failed frames with at least one error
 * @param pushed frames sent out as video
 * @param droppedPaused frames dropped while paused
 * @param fpsIn frames a second that came in, over the last seconds
 * @param fpsProcessed frames a second processed, over the last seconds
 * @param fpsOut frames a second pushed, over the last seconds
 * @param latencyMillis arrival to push: p50, p95, p99 over the last frames, milliseconds
 * @param inferenceMillis time inside models for each frame: p50, p95, milliseconds
 * @param overheadMillis pipeline time outside models for each frame: p50, p95, milliseconds
 * @param lastFrameNanos {@link System#nanoTime()} of the last processed frame, 0 before the first
 * @param workingSinceNanos {@link System#nanoTime()} at which work on the frame under way began,
 *     null where there is none
 * @param cpuNanos processor time of the threads that worked on frames, without steps side by side;
 *     of captured sources their decoding as well
 * @param lastError what was wrong with the last frame that had an error, null before
 */
public record PipelineSnapshot(
    FrameSourceSnapshot source,
    ResultChannelSnapshot results,
    long processed,
    long failed,
    long pushed,
    long droppedPaused,
    double fpsIn,
    double fpsProcessed,
    double fpsOut,
    double[] latencyMillis,
    double[] inferenceMillis,
    double[] overheadMillis,
    long lastFrameNanos,
    Long workingSinceNanos,
    long cpuNanos,
    Pictures pictures,
    String lastError) {
  /**
   * Native memory of pictures, in use and waiting for reuse.
   *
   * @param held how many
   */
  public record Pictures(int held, long bytes) {
    static final Pictures NONE = new Pictures(0, 0);
  }
}

package io.sightline.pipeline;

import io.sightline.datachannel.DataOutput;
import io.sightline.datachannel.ResultChannel;
import io.sightline.media.FrameSource;
import io.sightline.media.OutboundTrack;
import io.sightline.settings.Settings;
import io.sightline.workflow.Parameters;
import io.sightline.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * One session's loop over frames: take the frame, run the workflow, send the result, push the
 * image, count. Starts working with the first frame that its source announces.
 */
public final class FramePipeline implements AutoCloseable {
  /**
   * What the loop works on.
   *
   * @param video null where the client wants no video back
   * @param declaredFps frames a second that the client declared, null to measure
   * @param ackPacing true in every-frame mode: frames ahead of the client's last ack wait
   */
  public record Parts(
      FrameSource source,
      Workflow workflow,
      OutboundTrack video,
      ResultChannel results,
      Double declaredFps,
      boolean ackPacing) {}

  public FramePipeline(Settings settings, Parts parts, Executor frames) {}

  /** Which output feeds the video: null or not named picks as protocol.md says. */
  public void streamOutput(List<String> names) {
    throw new UnsupportedOperationException();
  }

  public List<String> streamOutput() {
    throw new UnsupportedOperationException();
  }

  public void dataOutput(DataOutput selection) {
    throw new UnsupportedOperationException();
  }

  public DataOutput dataOutput() {
    throw new UnsupportedOperationException();
  }

  /** New values of the workflow's parameters from the next frame on. */
  public void parameters(Parameters parameters) {
    throw new UnsupportedOperationException();
  }

  /** Checks and binds values against this pipeline's workflow. */
  public Parameters bind(Map<String, Object> values) {
    throw new UnsupportedOperationException();
  }

  /** Frames are dropped while paused; the last picture stays. */
  public void pause() {
    throw new UnsupportedOperationException();
  }

  public void resume() {
    throw new UnsupportedOperationException();
  }

  /** The client has handled all frames up to this id. */
  public void acknowledge(long frameId) {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends the message of the end on the data channel.
   *
   * @param terminationReason "timeout_reached" or null
   */
  public void complete(String terminationReason) {
    throw new UnsupportedOperationException();
  }

  public PipelineSnapshot snapshot() {
    throw new UnsupportedOperationException();
  }

  /** Ends the loop; the stage completes when no frame is being processed any more. Idempotent. */
  public CompletionStage<Void> end() {
    throw new UnsupportedOperationException();
  }

  /** As {@link #end()}, without waiting. */
  @Override
  public void close() {}
}

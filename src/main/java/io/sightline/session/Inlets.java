package io.sightline.session;

import io.sightline.datachannel.ResultChannel;
import io.sightline.media.FrameQueue;
import io.sightline.media.FrameSource;
import io.sightline.media.LatestFrame;
import io.sightline.media.NativeCallbacks;
import io.sightline.media.capture.VideoFile;
import io.sightline.pipeline.FramePipeline;
import io.sightline.settings.Settings;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Chooses how the frames of one session come in: the client's track, a file that the client
 * uploads, or a source that the server captures.
 */
record Inlets(SessionEnvironment environment, SessionPlan plan, SdpOffer offer) {
  /**
   * Whom to tell, on the threads of inlets; they may only enqueue.
   *
   * @param sizeChanged frames have another size
   * @param active the client gave a sign of life
   * @param ended there is nothing more, and why
   */
  record Listener(Runnable sizeChanged, Runnable active, BiConsumer<EndReason, String> ended) {}

  /** A captured source has a thread of its own, which may be held back for as long as it takes. */
  FrameSource frameSource() {
    Settings settings = environment.settings();
    if (plan.realtime()) {
      return new LatestFrame(settings, plan.fpsProbeFrames());
    }
    return plan.origin() == null
        ? new FrameQueue(settings, plan.fpsProbeFrames())
        : FrameQueue.holding(settings, plan.fpsProbeFrames());
  }

  /** Whether the client may upload a file: it sends no video, and names no source. */
  boolean takesFiles() {
    return plan.origin() == null && !offer.sendsVideo() && environment.uploads().bytes() > 0;
  }

  UploadInlet upload(
      NativeCallbacks callbacks,
      FrameSource source,
      FramePipeline pipeline,
      ResultChannel results,
      Listener listener) {
    BooleanSupplier ready =
        plan.realtime() ? () -> true : () -> pipeline.isIdle() && results.hasRoom();
    FilePlayer player =
        new FilePlayer(
            path -> new VideoFile(environment.settings(), path, plan.realtime()),
            source,
            pipeline,
            environment.captures(),
            ready,
            listener.sizeChanged,
            listener.ended);
    return new UploadInlet(
        inlet(callbacks, source, listener),
        environment.uploads(),
        player,
        environment.lifeCycle(),
        new UploadInlet.Listener(
            listener.active, message -> listener.ended.accept(EndReason.ERROR, message)));
  }

  FrameInlet inlet(NativeCallbacks callbacks, FrameSource source, Listener listener) {
    return plan.origin() == null
        ? new TrackInlet(callbacks, source, listener.sizeChanged)
        : new CaptureInlet(
            plan.origin(), source, environment.captures(), listener.sizeChanged, listener.ended);
  }
}

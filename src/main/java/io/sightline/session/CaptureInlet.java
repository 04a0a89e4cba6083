package io.sightline.session;

import io.sightline.media.FrameSource;
import io.sightline.media.InboundFrame;
import io.sightline.media.capture.Capture;
import io.sightline.media.capture.DecodedPicture;
import io.sightline.media.capture.PictureConverter;
import io.sightline.media.capture.VideoOrigin;
import io.sightline.pipeline.CpuMeter;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * Frames of a source that the server captures itself. The capture begins when the client is
 * connected: nobody would see what comes before.
 */
final class CaptureInlet implements FrameInlet {
  private final FrameSource frames;
  private final Executor threads;
  private final Runnable onSizeChange;
  private final PictureConverter converter = new PictureConverter();
  private final Capture capture;
  private final CpuMeter cpu = new CpuMeter();
  private boolean started;
  private int width;
  private int height;

  /**
   * @param threads has one for the whole life of the capture
   * @param onSizeChange called on the capture's thread, may only enqueue
   * @param onEnd told why the source has ended for good, on the capture's thread; may only enqueue
   */
  CaptureInlet(
      VideoOrigin origin,
      FrameSource frames,
      Executor threads,
      Runnable onSizeChange,
      BiConsumer<EndReason, String> onEnd) {
    this.frames = frames;
    this.threads = threads;
    this.onSizeChange = onSizeChange;
    capture = new Capture(origin, this::take, end -> onEnd.accept(reason(end), end.message()));
  }

  @Override
  public void start() {
    if (!started) {
      started = true;
      threads.execute(capture);
    }
  }

  @Override
  public void interrupt() {
    capture.close();
  }

  @Override
  public void close() {
    capture.close();
  }

  @Override
  public CompletionStage<Void> closed() {
    return capture.done();
  }

  @Override
  public void release() {
    converter.close();
  }

  @Override
  public long cpuNanos() {
    return cpu.nanos();
  }

  /** A source that never showed anything is an error of whoever named it. */
  private static EndReason reason(Capture.End end) {
    return end.shown() ? EndReason.SOURCE_ENDED : EndReason.ERROR;
  }

  /** On the capture's thread, one picture after the other. */
  private void take(DecodedPicture picture) {
    cpu.look();
    boolean sameSize = picture.width() == width && picture.height() == height;
    width = picture.width();
    height = picture.height();
    frames.put(new InboundFrame(picture, converter));
    if (!sameSize) {
      onSizeChange.run();
    }
  }
}

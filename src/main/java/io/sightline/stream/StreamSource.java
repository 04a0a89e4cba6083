package io.sightline.stream;

import io.sightline.media.InboundFrame;
import io.sightline.media.capture.Capture;
import io.sightline.media.capture.DecodedPicture;
import io.sightline.media.capture.PictureConverter;
import io.sightline.media.capture.VideoFile;
import io.sightline.media.capture.VideoOrigin;
import io.sightline.pipeline.CpuMeter;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * One of a pipeline's sources: its capture on a thread of its own, the frames that wait, and its
 * state. Safe for use by several threads.
 */
final class StreamSource {
  private final int id;
  private final VideoOrigin origin;
  private final String reference;
  private final FrameBuffer buffer;
  private final AdaptiveDrop pace;
  private final SourceLife life;
  private final Runnable onFrame;
  private final Runnable onEnd;
  private final PictureConverter converter = new PictureConverter();
  private final Capture capture;
  private final CpuMeter cpu = new CpuMeter();
  private volatile StreamClock clock;
  private volatile int width;
  private volatile int height;
  private long frames;

  /**
   * @param reference names it for people and holds no secret
   * @param reconnects attempts that may fail one after the other once a picture has been shown
   * @param onFrame called when a frame has come, on the capture's thread; may only enqueue
   * @param onEnd called when no more will come, just so
   */
  StreamSource(
      int id,
      VideoOrigin origin,
      String reference,
      FrameBuffer buffer,
      AdaptiveDrop pace,
      StreamUpdates updates,
      int reconnects,
      Runnable onFrame,
      Runnable onEnd) {
    this.id = id;
    this.origin = origin;
    this.reference = reference;
    this.buffer = buffer;
    this.pace = pace;
    this.onFrame = onFrame;
    this.onEnd = onEnd;
    life = new SourceLife(id, updates, pace::reset);
    capture = new Capture(new ObservedOrigin(origin, reconnects, life), this::take, this::ended);
  }

  /**
   * @param threads has one for as long as the source lives
   */
  void start(Executor threads) {
    threads.execute(capture);
  }

  int id() {
    return id;
  }

  boolean file() {
    return origin instanceof VideoFile;
  }

  FrameBuffer buffer() {
    return buffer;
  }

  StreamState state() {
    return life.state();
  }

  /** Whether a round waits for a frame of it. */
  boolean expected() {
    return life.expected() || buffer.waiting() > 0;
  }

  /** Whether no frame of it waits or will come. */
  boolean exhausted() {
    return life.ended() && buffer.waiting() == 0;
  }

  /** Drops what comes from now on; false where it does not run. */
  boolean mute() {
    boolean runs = life.mute();
    if (runs) {
      buffer.mute(true);
    }
    return runs;
  }

  /** Keeps what comes from now on; false where it is not muted. */
  boolean resume() {
    buffer.mute(false);
    return life.resume();
  }

  /** Processor time of its thread, nanoseconds. */
  long cpuNanos() {
    return cpu.nanos();
  }

  StreamReport.SourceReport report() {
    return new StreamReport.SourceReport(
        id,
        reference,
        properties(),
        buffer.size(),
        state(),
        buffer.filling(),
        buffer.consumption());
  }

  /** Lets its thread go; nothing more comes. */
  void close() {
    life.close();
    buffer.close();
    capture.close();
  }

  /** After close: completes when its thread is free. */
  CompletionStage<Void> done() {
    return capture.done();
  }

  /** Gives back what frames needed; after the last of them. */
  void release() {
    converter.close();
  }

  private StreamReport.Properties properties() {
    StreamClock known = clock;
    if (known == null) {
      return null;
    }
    long total = origin instanceof VideoFile file && file.frames() > 0 ? file.frames() : -1;
    return new StreamReport.Properties(
        width, height, total, file(), known.rate(), !file(), known.began());
  }

  /** On the capture's thread, which waits where the buffer makes it. */
  private void take(DecodedPicture picture) {
    cpu.look();
    StreamClock times = clock == null ? new StreamClock(origin) : clock;
    InboundFrame frame = new InboundFrame(picture, converter);
    frames++;
    width = frame.width();
    height = frame.height();
    double measured = pace.streamPace();
    StreamFrame next =
        new StreamFrame(
            frame,
            id,
            frames,
            times.timestamp(frames, frame.pts(), frame.receivedAt()),
            times.rate(),
            file() ? times.rate() : measured > 0 ? Double.valueOf(measured) : null,
            file());
    clock = times;
    buffer.put(next);
    onFrame.run();
  }

  private void ended(Capture.End end) {
    life.finish(end.shown(), end.message());
    onEnd.run();
  }
}

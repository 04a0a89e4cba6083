package io.sightline.bench;

import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** The viewer's end: reads the stamp of every frame that arrives, on the library's thread. */
final class Display implements VideoTrackSink {
  private final Sample latencyMillis = new Sample();
  private final CompletableFuture<Long> firstFrame = new CompletableFuture<>();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong unread = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile int width;
  private volatile int height;

  @Override
  public void onVideoFrame(VideoFrame frame) {
    try {
      firstFrame.complete(System.nanoTime());
      received.incrementAndGet();
      read(frame.buffer.toI420());
    } catch (Throwable e) {
      // a throwable that reaches native code ends the process
      failed.incrementAndGet();
    } finally {
      frame.release();
    }
  }

  private void read(I420Buffer picture) {
    width = picture.getWidth();
    height = picture.getHeight();
    OptionalInt stamp = BarCode.read(picture.getDataY(), picture.getStrideY(), width, height);
    if (stamp.isPresent()) {
      latencyMillis.add(Stamps.millisSince(stamp.getAsInt()));
    } else {
      unread.incrementAndGet();
    }
  }

  /** Begins a new window. */
  void reset() {
    latencyMillis.clear();
    received.set(0);
    unread.set(0);
  }

  /** Capture to display of the frames of this window, milliseconds. */
  Sample latencyMillis() {
    return latencyMillis;
  }

  /** {@link System#nanoTime()} of the first frame ever. */
  CompletableFuture<Long> firstFrame() {
    return firstFrame;
  }

  long received() {
    return received.get();
  }

  /** Frames of this window whose stamp could not be read for certain. */
  long unread() {
    return unread.get();
  }

  long failed() {
    return failed.get();
  }

  String size() {
    return width + "x" + height;
  }
}

package io.sightline.bench;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * A camera: pans over a {@link Picture} at a steady rate and stamps each frame with the time of its
 * capture. Runs on a thread of its own until closed.
 */
final class Camera implements AutoCloseable {
  /** Frames that the encoder may still read while newer ones are written. */
  private static final int BUFFERS = 16;

  private final Picture picture;
  private final int width;
  private final int height;
  private final long periodNanos;
  private final CustomVideoSource source = new CustomVideoSource();
  private final VideoTrack track;
  private final NativeI420Buffer[] buffers = new NativeI420Buffer[BUFFERS];
  private final Thread thread = new Thread(this::run, "camera");
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean closed;
  private volatile long pushed;

  Camera(PeerConnectionFactory factory, int width, int height, double framesPerSecond) {
    this.picture = new Picture(width, height);
    this.width = width;
    this.height = height;
    this.periodNanos = Math.round(1e9 / framesPerSecond);
    this.track = factory.createVideoTrack("camera", source);
    for (int i = 0; i < BUFFERS; i++) {
      buffers[i] = NativeI420Buffer.allocate(width, height);
    }
    thread.setDaemon(true);
    thread.start();
  }

  VideoTrack track() {
    return track;
  }

  long pushed() {
    return pushed;
  }

  private void run() {
    try {
      pan();
    } finally {
      ended.complete(null);
    }
  }

  private void pan() {
    long due = System.nanoTime();
    while (!closed) {
      push();
      due += periodNanos;
      long wait = due - System.nanoTime();
      if (wait > 0) {
        LockSupport.parkNanos(wait);
      } else {
        due -= wait;
      }
    }
  }

  private void push() {
    NativeI420Buffer buffer = buffers[(int) (pushed % BUFFERS)];
    double angle = pushed * 0.05;
    picture.copyTo(buffer, even(angle), even(angle * 0.7));
    BarCode.write(buffer.getDataY(), buffer.getStrideY(), width, height, Stamps.now());
    source.pushFrame(new VideoFrame(buffer, System.nanoTime()));
    pushed++;
  }

  private static int even(double angle) {
    return (int) (Picture.MARGIN / 2 * (1 + Math.sin(angle))) & ~1;
  }

  /**
   * Stops the thread and releases the pictures. The track stays: a closed peer connection of this
   * library still holds it, and this process is short-lived.
   */
  @Override
  public void close() {
    closed = true;
    ended.join();
    for (NativeI420Buffer buffer : buffers) {
      buffer.release();
    }
  }
}

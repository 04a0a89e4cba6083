package io.sightline.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import io.sightline.vision.Image;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/**
 * The annotated video's way out: BGR pictures become I420 frames of a video track. Never pushes a
 * released frame nor one after close.
 *
 * <p>Source and track are counted users: the open track is one, each push under way another, and
 * the last to leave disposes of them. So a push needs no lock, and close waits for nobody.
 */
public final class OutboundTrack implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OutboundTrack.class.getName());

  private final CustomVideoSource source;
  private final VideoTrack track;
  private final PushClock clock = new PushClock();
  private final EncodablePicture encodable = new EncodablePicture();
  private final AtomicInteger users = new AtomicInteger(1);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicLong pushed = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicReference<NativeI420Buffer> last = new AtomicReference<>();
  private volatile long lastNanos = System.nanoTime();
  private volatile int width;
  private volatile int height;

  /** Creates source and track; the label becomes the track's id. */
  public OutboundTrack(String label) {
    PeerConnectionFactory factory = WebRtc.factory();
    source = new CustomVideoSource();
    track = factory.createVideoTrack(label, source);
  }

  /** The track to add to a peer connection. */
  public VideoTrack track() {
    return track;
  }

  /**
   * Sends one picture (1 or 3 channels, any size); called on a pipeline thread, one at a time. A
   * side of odd length loses its last row or column, a tiny picture gets a black border, because
   * video is coded in blocks. Does nothing after close.
   *
   * @param announce called right before the frame leaves, with its presentation timestamp: units of
   *     1/90000 s since the first frame pushed, as a receiver counts them, within a millisecond
   * @throws MediaException where the picture cannot be converted; nothing was announced then
   */
  public void push(Image image, LongConsumer announce) {
    if (closed.get() || !enter()) {
      return;
    }
    try {
      NativeI420Buffer planes = encodable.planes(image.pixels());
      try {
        announce.accept(clock.now());
        show(planes);
        pushed.incrementAndGet();
      } finally {
        replace(planes);
      }
    } finally {
      leave();
    }
  }

  /**
   * Where nothing was sent for {@code nanos}, sends the last picture once more, or before the first
   * one that says that the pipeline is starting: a decoder that has lost a frame recovers with the
   * next one only, and nobody takes a black rectangle for a start. Does nothing after close. On any
   * thread but the library's, one at a time, also while a picture is pushed.
   */
  public void fill(long nanos) {
    if (System.nanoTime() - lastNanos < nanos || closed.get() || !enter()) {
      return;
    }
    try {
      NativeI420Buffer planes = last.getAndSet(null);
      if (planes == null && lastShown()) {
        return;
      }
      NativeI420Buffer shown = planes == null ? StartingPicture.planes() : planes;
      clock.now();
      show(shown);
      repeated.incrementAndGet();
      if (!last.compareAndSet(null, shown)) {
        shown.release();
      }
    } finally {
      leave();
    }
  }

  private void show(NativeI420Buffer planes) {
    source.pushFrame(new VideoFrame(planes, System.nanoTime()));
    width = planes.getWidth();
    height = planes.getHeight();
    lastNanos = System.nanoTime();
  }

  /** Whether something was sent before, which a push has just taken the place of. */
  private boolean lastShown() {
    return width > 0;
  }

  private void replace(NativeI420Buffer planes) {
    NativeI420Buffer before = last.getAndSet(planes);
    if (before != null) {
      before.release();
    }
  }

  /** Pictures sent in the place of one that did not come. */
  public long repeated() {
    return repeated.get();
  }

  /** Frames pushed since the start. */
  public long pushed() {
    return pushed.get();
  }

  /** Width of the newest frame pushed, pixels, 0 before the first. */
  public int width() {
    return width;
  }

  /** Height of the newest frame pushed, pixels, 0 before the first. */
  public int height() {
    return height;
  }

  /**
   * Disposes of track and source; called after the peer connection has been closed and released.
   * May be called twice, from any thread.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      leave();
    }
  }

  private boolean enter() {
    return users.getAndUpdate(n -> n > 0 ? n + 1 : n) > 0;
  }

  private void leave() {
    if (users.decrementAndGet() == 0) {
      encodable.close();
      replace(null);
      dispose();
    }
  }

  private void dispose() {
    try {
      track.dispose();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "the outbound track is still referenced", e);
    }
    source.dispose();
  }
}

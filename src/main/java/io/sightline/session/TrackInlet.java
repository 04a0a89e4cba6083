package io.sightline.session;

import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import io.sightline.media.FrameSource;
import io.sightline.media.InboundFrame;
import io.sightline.media.NativeCallbacks;

/**
 * The client's video track and the sink that takes its frames. Keeps the very track object that the
 * sink was added to, because only that one can remove it. Wired and unwired on the serial executor.
 */
final class TrackInlet implements FrameInlet {
  private final FrameSource source;
  private final Runnable onSizeChange;
  private final VideoTrackSink sink;
  private VideoTrack track;
  private String trackId;
  private boolean closed;
  private int width;
  private int height;

  /**
   * @param onSizeChange called on the decoder's thread, may only enqueue
   */
  TrackInlet(NativeCallbacks callbacks, FrameSource source, Runnable onSizeChange) {
    this.source = source;
    this.onSizeChange = onSizeChange;
    this.sink = callbacks.sink(this::take);
  }

  /** Takes the frames of {@code inbound} and no others; after close none. */
  @Override
  public void wire(VideoTrack inbound) {
    if (closed || inbound == null || inbound.getId().equals(trackId)) {
      return;
    }
    unwire();
    track = inbound;
    trackId = inbound.getId();
    track.addSink(sink);
  }

  @Override
  public void unwire() {
    if (track != null) {
      track.removeSink(sink);
      track = null;
      trackId = null;
    }
  }

  @Override
  public void close() {
    closed = true;
    unwire();
  }

  /** On the decoder's thread, one frame after the other. */
  private void take(VideoFrame decoded) {
    InboundFrame frame = new InboundFrame(decoded);
    boolean sameSize = frame.width() == width && frame.height() == height;
    width = frame.width();
    height = frame.height();
    source.put(frame);
    if (!sameSize) {
      onSizeChange.run();
    }
  }
}

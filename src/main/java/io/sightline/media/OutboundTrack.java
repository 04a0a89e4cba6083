package io.sightline.media;

import dev.onvoid.webrtc.media.video.VideoTrack;
import io.sightline.vision.Image;

/**
 * The annotated video's way out: BGR pictures become I420 frames of a video track. Never pushes a
 * released frame nor one after close.
 */
public final class OutboundTrack implements AutoCloseable {
  /** Creates source and track; the label becomes the track's id. */
  public OutboundTrack(String label) {}

  /** The track to add to a peer connection. */
  public VideoTrack track() {
    throw new UnsupportedOperationException();
  }

  /** Sends one picture (1 or 3 channels, even or odd size); called on a pipeline thread. */
  public void push(Image image) {
    throw new UnsupportedOperationException();
  }

  /** Frames pushed since the start. */
  public long pushed() {
    throw new UnsupportedOperationException();
  }

  /**
   * Disposes of track and source; called after the peer connection has been closed and released.
   */
  @Override
  public void close() {}
}

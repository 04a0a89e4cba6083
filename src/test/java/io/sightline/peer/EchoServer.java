package io.sightline.peer;

import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import io.sightline.media.WebRtc;

/** Sends every frame back as it came, with nothing in between: what the library alone costs. */
public final class EchoServer implements AutoCloseable {
  private final CustomVideoSource source;
  private final VideoTrack track;
  private final ServerPeer peer;

  public EchoServer() {
    WebRtc.factory();
    source = new CustomVideoSource();
    track = WebRtc.factory().createVideoTrack("echo", source);
    peer = new ServerPeer(track, this::echo);
  }

  /** The half of the connection to give offer and candidates to. */
  public ServerPeer peer() {
    return peer;
  }

  @Override
  public void close() {
    peer.close();
    track.dispose();
    source.dispose();
  }

  private void echo(VideoFrame frame) {
    try {
      source.pushFrame(frame);
    } finally {
      frame.release();
    }
  }
}

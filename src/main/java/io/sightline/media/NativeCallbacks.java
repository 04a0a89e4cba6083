package io.sightline.media;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCStatsCollectorCallback;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import java.util.function.Consumer;

/**
 * The only class that implements the library's callback types: whatever a body throws is caught,
 * counted and reported, because a throwable that reaches native code ends the JVM. One for each
 * session. After {@link #close()} every callback does nothing and holds nothing of the session.
 *
 * <p>Bodies run on the library's threads: they may only enqueue, never block, and never call a
 * life-cycle operation of the library.
 */
public final class NativeCallbacks implements AutoCloseable {
  /** What a session wants to hear of its peer connection; each body only enqueues. */
  public record PeerConnectionEvents(
      Consumer<RTCPeerConnectionState> onConnectionChange,
      Consumer<RTCIceGatheringState> onGatheringChange,
      Consumer<RTCIceCandidate> onCandidate,
      Consumer<RTCRtpTransceiver> onTrack,
      Consumer<RTCDataChannel> onDataChannel) {}

  /**
   * @param onFailure told of each throwable that a body let escape; must itself only enqueue
   */
  public NativeCallbacks(Consumer<Throwable> onFailure) {}

  public PeerConnectionObserver peerConnection(PeerConnectionEvents events) {
    throw new UnsupportedOperationException();
  }

  /** The body owns the frame and releases it exactly once; after close frames are released here. */
  public VideoTrackSink sink(Consumer<VideoFrame> onFrame) {
    throw new UnsupportedOperationException();
  }

  /** The message's buffer is valid only during the call. */
  public RTCDataChannelObserver dataChannel(
      Consumer<RTCDataChannelBuffer> onMessage, Runnable onStateChange) {
    throw new UnsupportedOperationException();
  }

  public CreateSessionDescriptionObserver created(
      Consumer<RTCSessionDescription> onSuccess, Consumer<String> onFailure) {
    throw new UnsupportedOperationException();
  }

  public SetSessionDescriptionObserver set(Runnable onSuccess, Consumer<String> onFailure) {
    throw new UnsupportedOperationException();
  }

  public RTCStatsCollectorCallback stats(Consumer<RTCStatsReport> onReport) {
    throw new UnsupportedOperationException();
  }

  /** How many throwables were caught. */
  public long failures() {
    throw new UnsupportedOperationException();
  }

  /** From now on every callback does nothing. May be called twice, from any thread. */
  @Override
  public void close() {}
}

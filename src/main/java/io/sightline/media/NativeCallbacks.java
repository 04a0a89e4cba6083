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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The only class that implements the library's callback types: whatever a body throws is caught,
 * counted and reported, because a throwable that reaches native code ends the JVM. One for each
 * session. After {@link #close()} every callback does nothing and holds nothing of the session.
 *
 * <p>Bodies run on the library's threads: they may only enqueue, never block, and never call a
 * life-cycle operation of the library. The one exception is a frame sink, whose thread {@link
 * FrameQueue} may hold back.
 */
public final class NativeCallbacks implements AutoCloseable {
  /** What a session wants to hear of its peer connection; each body only enqueues. */
  public record PeerConnectionEvents(
      Consumer<RTCPeerConnectionState> onConnectionChange,
      Consumer<RTCIceGatheringState> onGatheringChange,
      Consumer<RTCIceCandidate> onCandidate,
      Consumer<RTCRtpTransceiver> onTrack,
      Consumer<RTCDataChannel> onDataChannel) {}

  private final Link link;

  /**
   * @param onFailure told of each throwable that a body let escape; must itself only enqueue
   */
  public NativeCallbacks(Consumer<Throwable> onFailure) {
    link = new Link(onFailure);
  }

  public PeerConnectionObserver peerConnection(PeerConnectionEvents events) {
    return new PeerConnection(link, link.keep(events));
  }

  /** The body owns the frame and releases it exactly once; after close frames are released here. */
  public VideoTrackSink sink(Consumer<VideoFrame> onFrame) {
    return new Sink(link, link.keep(onFrame));
  }

  /** The message's buffer is valid only during the call. */
  public RTCDataChannelObserver dataChannel(
      Consumer<RTCDataChannelBuffer> onMessage, Runnable onStateChange) {
    return new Channel(link, link.keep(onMessage), link.keep(onStateChange));
  }

  public CreateSessionDescriptionObserver created(
      Consumer<RTCSessionDescription> onSuccess, Consumer<String> onFailure) {
    return new Created(link, new Body<>(onSuccess), new Body<>(onFailure));
  }

  public SetSessionDescriptionObserver set(Runnable onSuccess, Consumer<String> onFailure) {
    return new Set(link, new Body<>(onSuccess), new Body<>(onFailure));
  }

  public RTCStatsCollectorCallback stats(Consumer<RTCStatsReport> onReport) {
    return new Stats(link, new Body<>(onReport));
  }

  /** How many throwables were caught. */
  public long failures() {
    return link.failures.get();
  }

  /** From now on every callback does nothing. May be called twice, from any thread. */
  @Override
  public void close() {
    link.close();
  }

  /** What a callback runs; emptied at close, because the library may keep the callback for ever. */
  private static final class Body<T> {
    private volatile T code;

    Body(T code) {
      this.code = code;
    }
  }

  /** The way from the library's objects to the session; cut at close. */
  private static final class Link {
    private final AtomicLong failures = new AtomicLong();
    private final java.util.List<Body<?>> kept = new java.util.ArrayList<>();
    private volatile Consumer<Throwable> onFailure;

    Link(Consumer<Throwable> onFailure) {
      this.onFailure = onFailure;
    }

    synchronized <T> Body<T> keep(T code) {
      Body<T> body = new Body<>(onFailure == null ? null : code);
      kept.add(body);
      return body;
    }

    /** Calls the body while open; answers whether it was called. Never throws. */
    <T> boolean call(Body<T> body, Consumer<T> with) {
      Consumer<Throwable> report = onFailure;
      T code = body.code;
      if (report == null || code == null) {
        return false;
      }
      try {
        with.accept(code);
      } catch (Throwable failure) {
        failures.incrementAndGet();
        tell(report, failure);
      }
      return true;
    }

    private static void tell(Consumer<Throwable> report, Throwable failure) {
      try {
        report.accept(failure);
      } catch (Throwable ignored) {
        // the failure is counted; nothing may reach native code
      }
    }

    synchronized void close() {
      onFailure = null;
      kept.forEach(body -> body.code = null);
      kept.clear();
    }
  }

  private record PeerConnection(Link link, Body<PeerConnectionEvents> body)
      implements PeerConnectionObserver {
    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
      link.call(body, events -> events.onConnectionChange.accept(state));
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
      link.call(body, events -> events.onGatheringChange.accept(state));
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
      link.call(body, events -> events.onCandidate.accept(candidate));
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
      link.call(body, events -> events.onTrack.accept(transceiver));
    }

    @Override
    public void onDataChannel(RTCDataChannel channel) {
      link.call(body, events -> events.onDataChannel.accept(channel));
    }
  }

  private record Sink(Link link, Body<Consumer<VideoFrame>> body) implements VideoTrackSink {
    @Override
    public void onVideoFrame(VideoFrame frame) {
      if (!link.call(body, code -> code.accept(frame))) {
        frame.release();
      }
    }
  }

  private record Channel(
      Link link, Body<Consumer<RTCDataChannelBuffer>> message, Body<Runnable> state)
      implements RTCDataChannelObserver {
    @Override
    public void onBufferedAmountChange(long previousAmount) {
      // the library never calls it
    }

    @Override
    public void onStateChange() {
      link.call(state, Runnable::run);
    }

    @Override
    public void onMessage(RTCDataChannelBuffer buffer) {
      link.call(message, code -> code.accept(buffer));
    }
  }

  private record Created(
      Link link, Body<Consumer<RTCSessionDescription>> success, Body<Consumer<String>> failure)
      implements CreateSessionDescriptionObserver {
    @Override
    public void onSuccess(RTCSessionDescription description) {
      link.call(success, code -> code.accept(description));
    }

    @Override
    public void onFailure(String error) {
      link.call(failure, code -> code.accept(error));
    }
  }

  private record Set(Link link, Body<Runnable> success, Body<Consumer<String>> failure)
      implements SetSessionDescriptionObserver {
    @Override
    public void onSuccess() {
      link.call(success, Runnable::run);
    }

    @Override
    public void onFailure(String error) {
      link.call(failure, code -> code.accept(error));
    }
  }

  private record Stats(Link link, Body<Consumer<RTCStatsReport>> body)
      implements RTCStatsCollectorCallback {
    @Override
    public void onStatsDelivered(RTCStatsReport report) {
      link.call(body, code -> code.accept(report));
    }
  }
}

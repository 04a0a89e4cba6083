package io.sightline.session;

import dev.onvoid.webrtc.PortAllocatorConfig;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCIceTransportPolicy;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.video.VideoTrack;
import io.sightline.media.NativeCallbacks;
import io.sightline.media.NativeRelease;
import io.sightline.media.WebRtc;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The library's peer connection behind typed errors. Every method runs on the session's serial
 * executor, and so does every continuation given to it. Transceivers and receivers own no native
 * reference: they are asked for anew each time and never kept.
 */
final class PeerConnection implements AutoCloseable {
  /** Stream of the annotated video; a browser finds the track under it in its track event. */
  private static final String STREAM = "sightline";

  private final NativeCallbacks callbacks;
  private final Executor serial;
  private final IceReach reach;
  private final RTCPeerConnection connection;
  private RTCRtpSender sender;

  PeerConnection(
      List<IceServer> iceServers,
      IceReach reach,
      NativeCallbacks callbacks,
      NativeCallbacks.PeerConnectionEvents events,
      Executor serial) {
    this.callbacks = callbacks;
    this.serial = serial;
    this.reach = reach;
    this.connection =
        guarded(
            () ->
                WebRtc.factory()
                    .createPeerConnection(
                        configuration(iceServers, reach), callbacks.peerConnection(events)),
            m -> new ConnectionFailed("no peer connection: " + m));
  }

  /** Adds the annotated video; before the first description, so that its section is reused. */
  void addVideo(VideoTrack track) {
    sender =
        guarded(
            () -> connection.addTrack(track, List.of(STREAM)),
            m -> new ConnectionFailed("no outbound video: " + m));
  }

  /** The sender of the annotated video, null where there is none. */
  RTCRtpSender sender() {
    return sender;
  }

  void setRemoteOffer(String sdp, Runnable done, Consumer<SessionException> failed) {
    Function<String, SessionException> wrap =
        m -> new OfferRejected("the offer cannot be applied: " + Excerpt.of(m));
    set(
        () ->
            connection.setRemoteDescription(
                new RTCSessionDescription(RTCSdpType.OFFER, reach.admitted(sdp)),
                callbacks.set(() -> serial.execute(done), later(failed, wrap))),
        wrap);
  }

  void createAnswer(Consumer<String> created, Consumer<SessionException> failed) {
    Function<String, SessionException> wrap =
        m -> new ConnectionFailed("no answer to the offer: " + m);
    set(
        () ->
            connection.createAnswer(
                new RTCAnswerOptions(),
                callbacks.created(
                    d -> serial.execute(() -> created.accept(d.sdp)), later(failed, wrap))),
        wrap);
  }

  void setLocalAnswer(String sdp, Runnable done, Consumer<SessionException> failed) {
    Function<String, SessionException> wrap =
        m -> new ConnectionFailed("the answer cannot be applied: " + m);
    set(
        () ->
            connection.setLocalDescription(
                new RTCSessionDescription(RTCSdpType.ANSWER, sdp),
                callbacks.set(() -> serial.execute(done), later(failed, wrap))),
        wrap);
  }

  /** One that {@link IceReach} does not admit is left out. */
  void addCandidate(IceCandidate c) {
    if (!reach.admits(c.candidate())) {
      return;
    }
    String mid = c.sdpMid() == null ? "" : c.sdpMid();
    int index = c.sdpMLineIndex() == null ? -1 : c.sdpMLineIndex();
    set(
        () -> connection.addIceCandidate(new RTCIceCandidate(mid, index, c.candidate())),
        m -> new CandidateRejected("the candidate cannot be applied: " + Excerpt.of(m)));
  }

  /**
   * Answers every section as inactive but that of {@code mid} (null: the first of video), which
   * carries the video back, and that of {@code from}, which takes the client's where it is another.
   *
   * @param inbound whether the one of {@code mid} may take the client's video
   */
  void keepOnlyVideo(String mid, String from, boolean inbound) {
    RTCRtpTransceiver kept = videoTransceiver(mid);
    String keptMid = kept == null ? null : kept.getMid();
    for (RTCRtpTransceiver transceiver : connection.getTransceivers()) {
      String other = transceiver.getMid();
      boolean negotiated = other != null && !other.isEmpty() && !transceiver.stopped();
      if (negotiated && !other.equals(keptMid)) {
        transceiver.setDirection(
            other.equals(from)
                ? RTCRtpTransceiverDirection.RECV_ONLY
                : RTCRtpTransceiverDirection.INACTIVE);
      }
    }
    if (kept != null && !inbound) {
      kept.setDirection(
          sender == null
              ? RTCRtpTransceiverDirection.INACTIVE
              : RTCRtpTransceiverDirection.SEND_ONLY);
    }
  }

  /** The client's video of section {@code mid} (null: the first), null where there is none. */
  VideoTrack inboundVideo(String mid) {
    RTCRtpTransceiver transceiver = videoTransceiver(mid);
    MediaStreamTrack track = transceiver == null ? null : transceiver.getReceiver().getTrack();
    return track instanceof VideoTrack video ? video : null;
  }

  /** Delivers the library's statistics; not more often than every second or two. */
  void stats(Consumer<RTCStatsReport> onReport) {
    connection.getStats(callbacks.stats(report -> serial.execute(() -> onReport.accept(report))));
  }

  /** Closes and releases, sender included; called once, after the sinks were removed. */
  @Override
  public void close() {
    NativeRelease.close(connection);
    if (sender != null) {
      NativeRelease.release(sender);
    }
  }

  private RTCRtpTransceiver videoTransceiver(String mid) {
    for (RTCRtpTransceiver transceiver : connection.getTransceivers()) {
      String other = transceiver.getMid();
      boolean wanted = mid == null ? other != null && !other.isEmpty() : mid.equals(other);
      if (wanted && transceiver.getReceiver().getTrack() instanceof VideoTrack) {
        return transceiver;
      }
    }
    return null;
  }

  private Consumer<String> later(
      Consumer<SessionException> failed, Function<String, SessionException> wrap) {
    return message -> serial.execute(() -> failed.accept(wrap.apply(message)));
  }

  private static void set(Runnable call, Function<String, SessionException> wrap) {
    guarded(
        () -> {
          call.run();
          return null;
        },
        wrap);
  }

  /** The library reports what it refuses as exceptions and as plain errors. */
  private static <T> T guarded(Supplier<T> call, Function<String, SessionException> wrap) {
    try {
      return call.get();
    } catch (VirtualMachineError | LinkageError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      throw wrap.apply(String.valueOf(e.getMessage()));
    }
  }

  private static RTCConfiguration configuration(List<IceServer> servers, IceReach reach) {
    RTCConfiguration configuration = new RTCConfiguration();
    for (IceServer server : servers) {
      RTCIceServer ice = new RTCIceServer();
      ice.urls.addAll(server.urls());
      ice.username = server.username() == null ? "" : server.username();
      ice.password = server.credential() == null ? "" : server.credential();
      configuration.iceServers.add(ice);
    }
    configuration.iceTransportPolicy =
        reach.relayOnly() ? RTCIceTransportPolicy.RELAY : RTCIceTransportPolicy.ALL;
    configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
    PortAllocatorConfig allocator = new PortAllocatorConfig();
    allocator.minPort = reach.ports().min();
    allocator.maxPort = reach.ports().max();
    allocator.setDisableTcp(true);
    configuration.portAllocatorConfig = allocator;
    return configuration;
  }
}

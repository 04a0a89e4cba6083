package io.sightline.bench;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One peer connection that sends one video track and shows the other side's. Its methods block for
 * the library's answers, so they are called on threads of our own; callbacks only complete futures
 * and enqueue.
 */
final class Connection implements PeerConnectionObserver, AutoCloseable {
  private final RTCPeerConnection peer;
  private final VideoTrackSink inbound;
  private final Consumer<RTCIceCandidate> onCandidate;
  private final CompletableFuture<Void> gathered = new CompletableFuture<>();
  private final CompletableFuture<VideoTrack> remote = new CompletableFuture<>();
  private final List<RTCIceCandidate> early = new ArrayList<>();
  private boolean described;

  /**
   * @param onCandidate called on the library's thread for each local candidate; must only enqueue
   */
  Connection(
      PeerConnectionFactory factory,
      VideoTrack outbound,
      VideoTrackSink inbound,
      Consumer<RTCIceCandidate> onCandidate) {
    this.inbound = inbound;
    this.onCandidate = onCandidate;
    this.peer = factory.createPeerConnection(new RTCConfiguration(), this);
    peer.addTrack(outbound, List.of("stream"));
  }

  @Override
  public void onIceCandidate(RTCIceCandidate candidate) {
    try {
      onCandidate.accept(candidate);
    } catch (Throwable e) {
      gathered.completeExceptionally(e);
    }
  }

  @Override
  public void onIceGatheringChange(RTCIceGatheringState state) {
    if (state == RTCIceGatheringState.COMPLETE) {
      gathered.complete(null);
    }
  }

  @Override
  public void onTrack(RTCRtpTransceiver transceiver) {
    try {
      VideoTrack track = (VideoTrack) transceiver.getReceiver().getTrack();
      track.addSink(inbound);
      remote.complete(track);
    } catch (Throwable e) {
      remote.completeExceptionally(e);
    }
  }

  RTCDataChannel dataChannel(String label) {
    return peer.createDataChannel(label, new RTCDataChannelInit());
  }

  /** Creates the offer, makes it the local description and returns it. */
  String offer() throws Exception {
    Created created = new Created();
    peer.createOffer(new RTCOfferOptions(), created);
    return setLocal(created.get());
  }

  /** Takes an offer and returns the answer, which is the local description by then. */
  String answer(String offer) throws Exception {
    setRemote(new RTCSessionDescription(RTCSdpType.OFFER, offer));
    Created created = new Created();
    peer.createAnswer(new RTCAnswerOptions(), created);
    return setLocal(created.get());
  }

  /** Takes the answer to {@link #offer()}. */
  void accept(String answer) throws Exception {
    setRemote(new RTCSessionDescription(RTCSdpType.ANSWER, answer));
  }

  /** The local description with all candidates in it. */
  String gatheredDescription() throws Exception {
    gathered.get(10, TimeUnit.SECONDS);
    return peer.getLocalDescription().sdp;
  }

  /** Adds the other side's candidate, or keeps it until both descriptions are there. */
  synchronized void add(RTCIceCandidate candidate) {
    if (described) {
      peer.addIceCandidate(candidate);
    } else {
      early.add(candidate);
    }
  }

  Collection<RTCStats> stats() throws Exception {
    CompletableFuture<Collection<RTCStats>> result = new CompletableFuture<>();
    peer.getStats(report -> result.complete(report.getStats().values()));
    return result.get(10, TimeUnit.SECONDS);
  }

  private String setLocal(RTCSessionDescription description) throws Exception {
    Applied applied = new Applied();
    peer.setLocalDescription(description, applied);
    applied.get();
    flush();
    return description.sdp;
  }

  private void setRemote(RTCSessionDescription description) throws Exception {
    Applied applied = new Applied();
    peer.setRemoteDescription(description, applied);
    applied.get();
    flush();
  }

  private synchronized void flush() {
    described = peer.getLocalDescription() != null && peer.getRemoteDescription() != null;
    if (described) {
      early.forEach(peer::addIceCandidate);
      early.clear();
    }
  }

  /** Takes the sink off first: frames must not reach a connection that is being closed. */
  @Override
  public void close() {
    VideoTrack track = remote.isCompletedExceptionally() ? null : remote.getNow(null);
    if (track != null) {
      track.removeSink(inbound);
    }
    peer.close();
  }

  private static final class Created implements CreateSessionDescriptionObserver {
    private final CompletableFuture<RTCSessionDescription> result = new CompletableFuture<>();

    @Override
    public void onSuccess(RTCSessionDescription description) {
      result.complete(description);
    }

    @Override
    public void onFailure(String error) {
      result.completeExceptionally(new IllegalStateException(error));
    }

    RTCSessionDescription get() throws Exception {
      return result.get(10, TimeUnit.SECONDS);
    }
  }

  private static final class Applied implements SetSessionDescriptionObserver {
    private final CompletableFuture<Void> result = new CompletableFuture<>();

    @Override
    public void onSuccess() {
      result.complete(null);
    }

    @Override
    public void onFailure(String error) {
      result.completeExceptionally(new IllegalStateException(error));
    }

    void get() throws Exception {
      result.get(10, TimeUnit.SECONDS);
    }
  }
}

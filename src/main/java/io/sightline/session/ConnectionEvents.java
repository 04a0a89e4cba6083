package io.sightline.session;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import io.sightline.media.NativeCallbacks;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Hands what the library reports of a peer connection, on its own threads, to the parts of the
 * session; everything is enqueued.
 *
 * @param negotiation asked when something came
 * @param channels asked when a channel came; answers null where the session has none
 */
record ConnectionEvents(
    SessionTasks tasks, Supplier<Negotiation> negotiation, Supplier<DataChannels> channels) {

  /** The track is asked for, not taken from its event. */
  NativeCallbacks.PeerConnectionEvents telling(Consumer<RTCPeerConnectionState> connection) {
    return new NativeCallbacks.PeerConnectionEvents(
        state -> tasks.unlessEnding(() -> connection.accept(state)),
        state -> tasks.unlessEnding(() -> gathered(state)),
        candidate -> tasks.unlessEnding(() -> found(candidate)),
        transceiver -> {},
        channel -> tasks.execute(() -> opened(channel)));
  }

  private void gathered(RTCIceGatheringState state) {
    if (state == RTCIceGatheringState.COMPLETE) {
      negotiation.get().localCandidate(null);
    }
  }

  private void found(RTCIceCandidate candidate) {
    negotiation
        .get()
        .localCandidate(new IceCandidate(candidate.sdp, candidate.sdpMid, candidate.sdpMLineIndex));
  }

  /** Also while the session ends: a channel that nobody takes over is disposed of. */
  private void opened(RTCDataChannel channel) {
    DataChannels taking = channels.get();
    if (taking == null) {
      DataChannels.dispose(channel);
    } else {
      taking.adopt(channel);
    }
  }
}

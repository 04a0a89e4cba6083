package io.sightline.peer;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import io.sightline.media.BitratePolicy;
import io.sightline.media.NativeRelease;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The server's half of a connection without signaling or session: answers an offer, hands on frames
 * and the data channel, sends a track.
 */
public final class ServerPeer implements AutoCloseable {
  private final Connection connection;
  private final Consumer<VideoFrame> onFrame;
  private final CompletableFuture<RTCDataChannel> channel = new CompletableFuture<>();
  private final RTCRtpSender sender;
  private VideoTrack remote;
  private VideoTrackSink sink;

  /**
   * @param outbound the track to send
   * @param onFrame takes over each frame, on the library's thread
   */
  public ServerPeer(VideoTrack outbound, Consumer<VideoFrame> onFrame) {
    this.onFrame = onFrame;
    connection = new Connection(this::remoteTrack, channel::complete);
    sender = connection.call(() -> connection.peer().addTrack(outbound, List.of("annotated")));
  }

  /** The answer; candidates follow through {@code trickle}. */
  public String answer(String offer, Consumer<RTCIceCandidate> trickle) {
    return connection.answer(offer, trickle);
  }

  public void candidate(RTCIceCandidate candidate) {
    connection.candidate(candidate);
  }

  public boolean awaitConnected() throws InterruptedException {
    return connection.awaitConnected();
  }

  public RTCPeerConnectionState state() {
    return connection.state();
  }

  /** The data channel that the client opens. */
  public CompletableFuture<RTCDataChannel> channel() {
    return channel;
  }

  /** Holds the outbound video to a policy. */
  public void bitrate(BitratePolicy policy, int width, int height, double fps) {
    connection.call(
        () -> {
          policy.apply(sender, width, height, fps);
          return null;
        });
  }

  public Collection<RTCStats> stats() {
    return connection.stats();
  }

  /** What a callback let escape, null where nothing did. */
  public Throwable failure() {
    return connection.failure();
  }

  /**
   * Offers from {@code client} to {@code server}, trickling both ways, and waits for the answer.
   */
  public static void connect(TestPeer client, ServerPeer server) {
    String offer = client.offer(server::candidate);
    client.answer(server.answer(offer, client::candidate));
  }

  /** As {@link #connect}, and changes the offer as the server would before it is set. */
  public static void connect(
      TestPeer client, ServerPeer server, java.util.function.UnaryOperator<String> edit) {
    String offer = client.offer(server::candidate);
    client.answer(server.answer(edit.apply(offer), client::candidate));
  }

  /** Closes the connection; the outbound track stays its owner's. */
  @Override
  public void close() {
    connection.close(
        () -> {
          if (remote != null) {
            remote.removeSink(sink);
          }
        },
        () -> {
          NativeRelease.release(sender);
          channel.thenAccept(RTCDataChannel::dispose);
        });
  }

  private void remoteTrack(RTCRtpTransceiver transceiver) {
    if (remote == null && transceiver.getReceiver().getTrack() instanceof VideoTrack video) {
      sink = connection.callbacks().sink(onFrame);
      remote = video;
      video.addSink(sink);
    }
  }
}

package io.sightline.peer;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCStats;
import io.sightline.media.NativeCallbacks;
import io.sightline.media.NativeCallbacks.PeerConnectionEvents;
import io.sightline.media.NativeRelease;
import io.sightline.media.WebRtc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A peer connection as tests need it: waits for what it asks for, queues early candidates and makes
 * every life-cycle call on one thread of its own, never on the library's.
 */
final class Connection implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "test-peer"));
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final NativeCallbacks callbacks = new NativeCallbacks(failure::set);
  private final RTCPeerConnection peer;
  private final List<RTCIceCandidate> early = new ArrayList<>();
  private final CountDownLatch connected = new CountDownLatch(1);
  private volatile Consumer<RTCIceCandidate> onCandidate = candidate -> {};
  private volatile RTCPeerConnectionState state = RTCPeerConnectionState.NEW;
  private boolean described;
  private boolean closed;

  /** The consumers are called on this connection's thread. */
  Connection(Consumer<RTCRtpTransceiver> onTrack, Consumer<RTCDataChannel> onDataChannel) {
    this(new RTCConfiguration(), onTrack, onDataChannel);
  }

  Connection(
      RTCConfiguration configuration,
      Consumer<RTCRtpTransceiver> onTrack,
      Consumer<RTCDataChannel> onDataChannel) {
    PeerConnectionFactory factory = WebRtc.factory();
    configuration.portAllocatorConfig.setDisableTcp(true);
    peer =
        factory.createPeerConnection(
            configuration,
            callbacks.peerConnection(
                new PeerConnectionEvents(
                    this::stateChanged,
                    gathering -> {},
                    candidate -> thread.execute(() -> onCandidate.accept(candidate)),
                    transceiver -> thread.execute(() -> onTrack.accept(transceiver)),
                    channel -> thread.execute(() -> onDataChannel.accept(channel)))));
  }

  RTCPeerConnection peer() {
    return peer;
  }

  NativeCallbacks callbacks() {
    return callbacks;
  }

  RTCPeerConnectionState state() {
    return state;
  }

  /** What a callback let escape, null where nothing did. */
  Throwable failure() {
    return failure.get();
  }

  /** Does {@code work} on the connection's thread and waits for it. */
  <T> T call(Callable<T> work) {
    return await(
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return work.call();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            },
            thread));
  }

  /** Makes an offer and sets it; candidates go to {@code trickle} from now on. */
  String offer(boolean iceRestart, Consumer<RTCIceCandidate> trickle) {
    onCandidate = trickle;
    CompletableFuture<RTCSessionDescription> offer = new CompletableFuture<>();
    RTCOfferOptions options = new RTCOfferOptions();
    options.iceRestart = iceRestart;
    call(
        () -> {
          peer.createOffer(options, callbacks.created(offer::complete, failing(offer)));
          return null;
        });
    return setLocal(await(offer));
  }

  /** Takes an offer, makes an answer and sets both. */
  String answer(String offer, Consumer<RTCIceCandidate> trickle) {
    onCandidate = trickle;
    setRemote(new RTCSessionDescription(RTCSdpType.OFFER, offer));
    CompletableFuture<RTCSessionDescription> answer = new CompletableFuture<>();
    call(
        () -> {
          peer.createAnswer(
              new RTCAnswerOptions(), callbacks.created(answer::complete, failing(answer)));
          return null;
        });
    String sdp = setLocal(await(answer));
    ready();
    return sdp;
  }

  void answered(String answer) {
    setRemote(new RTCSessionDescription(RTCSdpType.ANSWER, answer));
    ready();
  }

  void candidate(RTCIceCandidate candidate) {
    thread.execute(
        () -> {
          if (described) {
            peer.addIceCandidate(candidate);
          } else {
            early.add(candidate);
          }
        });
  }

  boolean awaitConnected() throws InterruptedException {
    return connected.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** The connection's figures now. */
  Collection<RTCStats> stats() {
    CompletableFuture<Collection<RTCStats>> stats = new CompletableFuture<>();
    call(
        () -> {
          peer.getStats(callbacks.stats(report -> stats.complete(report.getStats().values())));
          return null;
        });
    return await(stats);
  }

  /**
   * Ends everything in the order that the library survives: callbacks, then {@code first} (sinks,
   * channels), the connection, {@code last} (senders, tracks). May be called twice.
   */
  void close(Runnable first, Runnable last) {
    callbacks.close();
    if (!closed) {
      closed = true;
      call(
          () -> {
            first.run();
            NativeRelease.close(peer);
            last.run();
            return null;
          });
      thread.shutdown();
    }
  }

  @Override
  public void close() {
    close(() -> {}, () -> {});
  }

  private void ready() {
    thread.execute(
        () -> {
          described = true;
          early.forEach(peer::addIceCandidate);
          early.clear();
        });
  }

  private void stateChanged(RTCPeerConnectionState newState) {
    state = newState;
    if (newState == RTCPeerConnectionState.CONNECTED) {
      connected.countDown();
    }
  }

  private String setLocal(RTCSessionDescription description) {
    CompletableFuture<Void> set = new CompletableFuture<>();
    call(
        () -> {
          peer.setLocalDescription(
              description, callbacks.set(() -> set.complete(null), failing(set)));
          return null;
        });
    await(set);
    return description.sdp;
  }

  private void setRemote(RTCSessionDescription description) {
    CompletableFuture<Void> set = new CompletableFuture<>();
    call(
        () -> {
          peer.setRemoteDescription(
              description, callbacks.set(() -> set.complete(null), failing(set)));
          return null;
        });
    await(set);
  }

  private static Consumer<String> failing(CompletableFuture<?> future) {
    return error -> future.completeExceptionally(new IllegalStateException(error));
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("nothing came within " + PATIENCE_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package io.sightline.session;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelState;
import dev.onvoid.webrtc.media.video.VideoTrack;
import io.sightline.datachannel.DataChannelException;
import io.sightline.datachannel.FileUpload;
import io.sightline.pipeline.SerialExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A file that the client uploads, then plays here: chunks to disk as they come, and once the file
 * is whole its pictures to the frame source. Until then the client's track may bring frames, as in
 * any session.
 *
 * <p>Chunks arrive on native threads and are written on {@code disk}, one after the other.
 */
final class UploadInlet implements FrameInlet {
  private static final double PINGS_PER_SECOND = 20;
  private static final double PINGS_AT_ONCE = 200;

  /**
   * Whom to tell, on the threads of this inlet; they may only enqueue.
   *
   * @param active the client gave a sign of life
   * @param failed what makes the upload impossible; the session ends
   */
  record Listener(Runnable active, Consumer<String> failed) {}

  private final FrameInlet track;
  private final UploadLimits limits;
  private final FilePlayer player;
  private final Listener listener;
  private final SerialExecutor disk;
  private final RateLimit pings = new RateLimit(PINGS_PER_SECOND, PINGS_AT_ONCE, System::nanoTime);
  private final CompletableFuture<Void> discarded = new CompletableFuture<>();
  private final AtomicBoolean over = new AtomicBoolean();

  /** Touched on the disk's executor only. */
  private FileUpload upload;

  /**
   * @param track the client's, unwired when the file plays
   * @param threads for the disk
   */
  UploadInlet(
      FrameInlet track,
      UploadLimits limits,
      FilePlayer player,
      Executor threads,
      Listener listener) {
    this.track = track;
    this.limits = limits;
    this.player = player;
    this.listener = listener;
    this.disk = new SerialExecutor(threads);
  }

  /** A message on the channel for files; on a native thread. */
  void receive(RTCDataChannel channel, RTCDataChannelBuffer message) {
    int size = message.data.remaining();
    if (over.get()) {
      return;
    }
    if (size > UploadLimits.MESSAGE_MAX) {
      fail("a chunk has at most %d bytes, not %d".formatted(UploadLimits.MESSAGE_MAX, size));
      return;
    }
    if (!limits.waiting().take(size)) {
      fail("uploads come faster than the disk of this server takes them");
      return;
    }
    byte[] bytes = new byte[size];
    message.data.get(bytes);
    boolean binary = message.binary;
    try {
      disk.execute(
          () -> {
            try {
              take(channel, bytes, binary);
            } finally {
              limits.waiting().give(size);
            }
          });
    } catch (RejectedExecutionException e) {
      limits.waiting().give(size);
      fail("this server stops");
    }
  }

  @Override
  public void wire(VideoTrack inbound) {
    track.wire(inbound);
  }

  @Override
  public void unwire() {
    track.unwire();
  }

  @Override
  public void interrupt() {
    over.set(true);
    player.close();
  }

  @Override
  public void close() {
    interrupt();
    track.close();
    disk.execute(this::discard);
  }

  @Override
  public CompletionStage<Void> closed() {
    return player.done().thenCombine(discarded, (played, gone) -> null);
  }

  @Override
  public void release() {
    player.release();
  }

  @Override
  public long cpuNanos() {
    return player.cpuNanos();
  }

  private void take(RTCDataChannel channel, byte[] bytes, boolean binary) {
    if (over.get()) {
      return;
    }
    try {
      if (bytes.length <= 1) {
        echo(channel, bytes, binary);
        return;
      }
      listener.active.run();
      if (upload == null) {
        upload = new FileUpload(limits.folder(), limits.bytes());
      }
      if (upload.take(bytes)) {
        over.set(true);
        player.play(upload.file());
      }
    } catch (DataChannelException e) {
      fail("the upload: " + e.getMessage());
    } catch (IOException e) {
      fail("the upload could not be written to this server's disk: " + e.getMessage());
    }
  }

  /** A sign of life goes back as it came. */
  private void echo(RTCDataChannel channel, byte[] ping, boolean binary) {
    if (!pings.allows()) {
      fail("more than %.0f signs of life a second".formatted(PINGS_PER_SECOND));
      return;
    }
    listener.active.run();
    try {
      if (channel.getState() == RTCDataChannelState.OPEN) {
        channel.send(new RTCDataChannelBuffer(ByteBuffer.wrap(ping), binary));
      }
    } catch (Exception e) {
      System.getLogger(UploadInlet.class.getName())
          .log(System.Logger.Level.DEBUG, "a sign of life did not go back", e);
    }
  }

  private void fail(String message) {
    if (over.compareAndSet(false, true)) {
      listener.failed.accept(message);
    }
  }

  /** The player may still read: an open file outlives its name. */
  private void discard() {
    if (upload != null) {
      try {
        upload.close();
      } catch (IOException e) {
        System.getLogger(UploadInlet.class.getName())
            .log(System.Logger.Level.WARNING, "an uploaded file could not be deleted", e);
      }
      upload = null;
    }
    discarded.complete(null);
  }
}

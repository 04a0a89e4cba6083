package io.sightline.peer;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client without video that uploads a file on a data channel and takes results on another. */
public final class UploadPeer implements AutoCloseable {
  private static final int CHUNK = 49_152;
  private static final int BUFFERED_MAX = 262_144;

  private final Connection connection = new Connection(track -> {}, unexpected -> {});
  private final RTCDataChannel results;
  private final RTCDataChannel uploads;
  private final ResultReader reader = new ResultReader();
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> echoes = new LinkedBlockingQueue<>();

  public UploadPeer() {
    results = channel("inference");
    uploads = channel("video_upload");
    connection.call(
        () -> {
          results.registerObserver(connection.callbacks().dataChannel(this::result, () -> {}));
          uploads.registerObserver(
              connection.callbacks().dataChannel(m -> echoes.add((int) m.data.get(0)), () -> {}));
          return null;
        });
  }

  public String offer() {
    return connection.offer(false, candidate -> {});
  }

  /** Takes the answer and waits until both channels are open. */
  public void connect(String answer) throws InterruptedException {
    connection.answered(answer);
    connection.awaitConnected();
    while (!connection.call(() -> isOpen(results) && isOpen(uploads))) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Sends a file in chunks, as long as the server takes them. */
  public void upload(byte[] file) throws InterruptedException {
    upload(file, file.length);
  }

  /** As above, but of a file of so many bytes only what is in {@code file}. */
  public void upload(byte[] file, int bytes) throws InterruptedException {
    int total = (bytes + CHUNK - 1) / CHUNK;
    int chunks = (file.length + CHUNK - 1) / CHUNK;
    for (int index = 0; index < chunks; index++) {
      while (connection.call(() -> isOpen(uploads) && uploads.getBufferedAmount() > BUFFERED_MAX)) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      if (!connection.call(() -> isOpen(uploads))) {
        return;
      }
      byte[] part =
          Arrays.copyOfRange(file, index * CHUNK, Math.min(file.length, (index + 1) * CHUNK));
      send(
          uploads,
          ByteBuffer.allocate(8 + part.length)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt(index)
              .putInt(total)
              .put(part)
              .array(),
          true);
    }
  }

  /** A sign of life on the channel for files. */
  public void ping(int value) {
    send(uploads, new byte[] {(byte) value}, true);
  }

  /** Signs of life that came back. */
  public BlockingQueue<Integer> echoes() {
    return echoes;
  }

  public void say(String text) {
    send(results, text.getBytes(StandardCharsets.UTF_8), false);
  }

  /** JSON of the results, in order of arrival. */
  public BlockingQueue<String> results() {
    return messages;
  }

  /** Whether the server has closed the channel of results. */
  public boolean closedByServer() {
    return connection.call(() -> results.getState() == RTCDataChannelState.CLOSED);
  }

  @Override
  public void close() {
    connection.close(
        () -> {
          results.unregisterObserver();
          uploads.unregisterObserver();
          results.close();
          uploads.close();
        },
        () -> {
          results.dispose();
          uploads.dispose();
        });
  }

  private RTCDataChannel channel(String label) {
    return connection.call(
        () -> connection.peer().createDataChannel(label, new RTCDataChannelInit()));
  }

  private void send(RTCDataChannel channel, byte[] bytes, boolean binary) {
    connection.call(
        () -> {
          channel.send(new RTCDataChannelBuffer(ByteBuffer.wrap(bytes), binary));
          return null;
        });
  }

  private void result(RTCDataChannelBuffer message) {
    String json = reader.take(message.data);
    if (json != null) {
      messages.add(json);
    }
  }

  private static boolean isOpen(RTCDataChannel channel) {
    return channel.getState() == RTCDataChannelState.OPEN;
  }
}

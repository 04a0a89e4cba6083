package io.sightline.datachannel;

import dev.onvoid.webrtc.RTCDataChannel;
import io.sightline.settings.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The way of results to the client. Before a channel is attached and after close, results are
 * skipped. Above the high-water mark they are dropped and counted: video never waits.
 */
public final class ResultChannel implements AutoCloseable {
  /**
   * Chunked binary messages; one text message a frame; or the first selected value of a frame by
   * itself, which {@link #sendValue} sends.
   */
  public enum Format {
    CHUNKED,
    TEXT,
    PLAIN
  }

  private static final System.Logger LOG = System.getLogger(ResultChannel.class.getName());

  /** The library closes a channel whose queue passes 16 MiB. */
  private static final int QUEUE_LIMIT = 15 * 1024 * 1024;

  /** One message cannot be larger than the max-message-size that browsers announce. */
  private static final int TEXT_LIMIT = 256 * 1024;

  private final boolean binary;
  private final boolean plain;
  private final long highWaterMark;
  private final MessageBuffer buffer;
  private final ResultWriter writer;
  private final PlainValue values;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile long bufferedBytes;
  private volatile MessageTransport transport;
  private volatile boolean closed;
  private final AtomicInteger senders = new AtomicInteger();

  public ResultChannel(Settings settings, Format format) {
    binary = format == Format.CHUNKED;
    plain = format == Format.PLAIN;
    highWaterMark = settings.integer("sightline.datachannel.high.water.mark", 65_536, 12_582_912);
    buffer = binary ? MessageBuffer.chunked(QUEUE_LIMIT) : MessageBuffer.whole(TEXT_LIMIT);
    int quality = settings.integer("sightline.datachannel.jpeg.quality", 1, 100);
    writer = new ResultWriter(quality);
    values = new PlainValue(quality);
  }

  /** Sends on {@code channel} from now on; called on the session's serial executor. */
  public void attach(RTCDataChannel channel) {
    attach(MessageTransport.over(channel));
  }

  void attach(MessageTransport newTransport) {
    transport = closed ? null : newTransport;
  }

  /**
   * Sends or drops; called on a pipeline thread, one call at a time, never on a native callback's.
   * Never throws.
   *
   * @return whether the message left
   */
  public boolean send(ResultMessage message) {
    if (plain) {
      return true;
    }
    senders.incrementAndGet();
    try {
      MessageTransport current = transport;
      return current != null && current.isOpen() && send(message, current);
    } catch (RuntimeException | IOException | Error e) {
      if (failed.getAndIncrement() == 0) {
        LOG.log(System.Logger.Level.WARNING, "a result could not be sent", e);
      }
      return false;
    } finally {
      senders.decrementAndGet();
    }
  }

  /**
   * Sends the first selected output by itself, or drops it; threads and promises as {@link #send}.
   *
   * @return what is wrong with it, in the words of the reference, or null
   */
  public String sendValue(Map<String, Object> outputs, DataOutput selection) {
    senders.incrementAndGet();
    try {
      MessageTransport current = transport;
      String name = selection.first();
      if (name == null || current == null || !current.isOpen()) {
        return null;
      }
      String problem = values.write(name, outputs, buffer);
      if (problem == null) {
        deliver(0, current.bufferedAmount(), current);
      }
      return problem;
    } catch (RuntimeException | Error e) {
      failed.incrementAndGet();
      LOG.log(System.Logger.Level.DEBUG, "a value could not be sent", e);
      return null;
    } finally {
      senders.decrementAndGet();
    }
  }

  /** Whether the next result will find so much room that it is not dropped. From any thread. */
  public boolean hasRoom() {
    MessageTransport current = transport;
    return current == null || !current.isOpen() || current.bufferedAmount() <= highWaterMark / 4;
  }

  /**
   * Closes, and answers whether nobody is sending: then nobody will, and the channel may be
   * disposed of although the pipeline has not ended.
   */
  public boolean isQuietAfterClose() {
    close();
    return senders.get() == 0;
  }

  public ResultChannelSnapshot snapshot() {
    return new ResultChannelSnapshot(sent.get(), dropped.get(), failed.get(), bufferedBytes);
  }

  /** Forgets the channel; sends nothing any more. The session disposes of the channel. */
  @Override
  public void close() {
    closed = true;
    transport = null;
  }

  private boolean send(ResultMessage message, MessageTransport current) throws IOException {
    long waiting = current.bufferedAmount();
    bufferedBytes = waiting;
    if (waiting > highWaterMark && !message.complete()) {
      dropped.incrementAndGet();
      return false;
    }
    write(message);
    return deliver(message.frameId(), waiting, current);
  }

  private boolean deliver(long frameId, long waiting, MessageTransport current) {
    if (waiting + buffer.length() > QUEUE_LIMIT || plain && waiting > highWaterMark) {
      dropped.incrementAndGet();
      return false;
    }
    for (ByteBuffer piece : buffer.pieces(frameId)) {
      current.send(piece, binary);
    }
    sent.incrementAndGet();
    bufferedBytes = waiting + buffer.length();
    return true;
  }

  /** Writes the message; one that is too large says so instead. */
  private void write(ResultMessage message) throws IOException {
    try {
      writer.write(message, buffer);
    } catch (IOException e) {
      failed.incrementAndGet();
      writer.write(message.withoutOutputs(e.getMessage()), buffer);
    }
  }
}

package io.sightline.session;

import dev.onvoid.webrtc.RTCDataChannelBuffer;
import io.sightline.datachannel.ControlMessage;
import io.sightline.datachannel.DataChannelException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What a client says on its data channels, held to a rate and a size. Each message costs the
 * library memory for ever, so a flood ends the session; what is no message is counted and told once
 * in a while. Every result that was sent allows one message more, because a client may acknowledge
 * each.
 */
final class InboundMessages {
  private final InboundLimits limits;
  private final Executor serial;
  private final Consumer<ControlMessage> onMessage;
  private final Consumer<SessionException> onRefused;
  private final Consumer<String> onFlood;
  private final LongSupplier results;
  private final AtomicLong earned = new AtomicLong();
  private final RateLimit rate;
  private final RateLimit complaints;
  private final AtomicLong refused = new AtomicLong();
  private final AtomicBoolean flooded = new AtomicBoolean();

  /**
   * All consumers are called on the serial executor.
   *
   * @param results how many were sent so far
   */
  InboundMessages(
      InboundLimits limits,
      Executor serial,
      LongSupplier nanos,
      LongSupplier results,
      Consumer<ControlMessage> onMessage,
      Consumer<SessionException> onRefused,
      Consumer<String> onFlood) {
    this.limits = limits;
    this.serial = serial;
    this.results = results;
    this.onMessage = onMessage;
    this.onRefused = onRefused;
    this.onFlood = onFlood;
    int perSecond = limits.messagesPerSecond();
    this.rate = new RateLimit(perSecond, 2.0 * perSecond, nanos);
    this.complaints = new RateLimit(1, 1, nanos);
  }

  /** On a native thread: copies and enqueues. */
  void receive(RTCDataChannelBuffer buffer) {
    if (flooded.get()) {
      return;
    }
    long sent = results.getAsLong();
    rate.earn(sent - earned.getAndSet(sent));
    if (!rate.allows()) {
      flood();
      return;
    }
    int size = buffer.data.remaining();
    if (buffer.binary || size > limits.messageBytes()) {
      refuse(
          buffer.binary
              ? "a message on the data channel must be text, not %d bytes of binary".formatted(size)
              : "a message on the data channel has at most %d bytes, not %d"
                  .formatted(limits.messageBytes(), size));
      return;
    }
    byte[] bytes = new byte[size];
    buffer.data.get(bytes);
    serial.execute(() -> parse(new String(bytes, StandardCharsets.UTF_8)));
  }

  /** Messages that were none, since the start. */
  long refused() {
    return refused.get();
  }

  private void flood() {
    if (flooded.compareAndSet(false, true)) {
      String message =
          "more than %d messages a second on the data channel"
              .formatted(limits.messagesPerSecond());
      serial.execute(
          () -> {
            onRefused.accept(MessageRejected.flood(message));
            onFlood.accept(message);
          });
    }
  }

  private void parse(String text) {
    try {
      onMessage.accept(ControlMessage.parse(text));
    } catch (DataChannelException e) {
      refuse(e.getMessage());
    }
  }

  private void refuse(String message) {
    refused.incrementAndGet();
    if (complaints.allows()) {
      serial.execute(() -> onRefused.accept(new MessageRejected(message)));
    }
  }
}

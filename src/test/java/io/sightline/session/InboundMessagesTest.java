package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onvoid.webrtc.RTCDataChannelBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InboundMessagesTest {
  private final AtomicLong results = new AtomicLong();
  private final List<Long> acknowledged = new ArrayList<>();
  private final List<String> floods = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final InboundMessages messages =
      new InboundMessages(
          new InboundLimits(10, 1000),
          Runnable::run,
          () -> 0,
          results::get,
          message -> acknowledged.add(message.ack()),
          refused -> refusals.add(refused.errorType()),
          floods::add);

  @Test
  @DisplayName("S-8: a client may acknowledge every result, however fast they come")
  void takesAnAcknowledgementOfEveryResult() {
    for (long frame = 1; frame <= 1000; frame++) {
      results.incrementAndGet();
      say("{\"ack\":" + frame + "}");
    }
    assertEquals(1000, acknowledged.size());
    assertEquals(List.of(), floods);
  }

  @Test
  @DisplayName("S-8: more than that is a flood, whatever was sent before")
  void endsAFlood() {
    results.set(1_000_000);
    for (int i = 0; i < 100; i++) {
      say("{}");
    }
    assertEquals(List.of("more than 10 messages a second on the data channel"), floods);
    assertEquals(List.of("MessageRateExceeded"), refusals);
    assertEquals(20, acknowledged.size());
  }

  private void say(String text) {
    messages.receive(
        new RTCDataChannelBuffer(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), false));
  }
}

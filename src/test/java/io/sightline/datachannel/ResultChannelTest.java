package io.sightline.datachannel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.datachannel.ResultChannel.Format;
import io.sightline.peer.ResultReader;
import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResultChannelTest {
  private static final DataOutput ALL = DataOutput.of(List.of("*"));
  private static final Settings SETTINGS =
      new ReferenceFile(Map.of("SIGHTLINE_DATACHANNEL_HIGH_WATER_MARK", "65536")).settings();

  private final FakeTransport transport = new FakeTransport();

  @Test
  void sendsChunksOfBinary() {
    ResultChannel channel = attached(Format.CHUNKED);
    channel.send(message("x".repeat(60_000)));
    assertEquals(2, transport.sent.size());
    assertTrue(transport.binary);
    ResultReader reader = new ResultReader();
    reader.take(transport.sent.get(0));
    assertTrue(reader.take(transport.sent.get(1)).startsWith("{\"serialized_output_data\""));
    assertEquals(1, channel.snapshot().sent());
  }

  @Test
  @DisplayName("DC-7: in text format a frame is one text message")
  void sendsOneTextMessage() {
    ResultChannel channel = attached(Format.TEXT);
    channel.send(message("x".repeat(60_000)));
    assertEquals(1, transport.sent.size());
    assertFalse(transport.binary);
    assertTrue(Golden.text(transport.sent.get(0)).startsWith("{\"serialized_output_data\""));
  }

  @Test
  @DisplayName("DC-8: above the high-water mark results are dropped and counted, never the end")
  void dropsAboveTheHighWaterMark() {
    ResultChannel channel = attached(Format.CHUNKED);
    transport.buffered = 65_537;
    assertFalse(channel.send(message("late")));
    assertEquals(0, transport.sent.size());
    assertEquals(1, channel.snapshot().dropped());
    assertEquals(65_537, channel.snapshot().bufferedBytes());
    channel.send(ResultMessage.end(1, Instant.now(), null));
    assertEquals(1, transport.sent.size());
    transport.buffered = 65_536;
    assertTrue(channel.send(message("in time")));
    assertEquals(2, transport.sent.size());
  }

  @Test
  void hasRoomWellBelowTheHighWaterMark() {
    ResultChannel channel = attached(Format.CHUNKED);
    transport.buffered = 16_384;
    assertTrue(channel.hasRoom());
    transport.buffered = 16_385;
    assertFalse(channel.hasRoom());
    channel.close();
    assertTrue(channel.hasRoom(), "nobody waits for who is gone");
  }

  @Test
  @DisplayName("DC-8: nothing is sent that would make the library close the channel")
  void dropsWhatTheLibraryWouldNotBear() {
    ResultChannel channel = attached(Format.CHUNKED);
    transport.buffered = 60_000;
    channel.send(message("x".repeat(15 * 1024 * 1024 - 1000)));
    assertEquals(0, transport.sent.size());
    assertEquals(1, channel.snapshot().dropped());
  }

  @Test
  @DisplayName("DC-3: a result that is too large says so in its place")
  void saysThatAResultIsTooLarge() {
    ResultChannel channel = attached(Format.TEXT);
    channel.send(message("x".repeat(300_000)));
    String sent = Golden.text(transport.sent.get(0));
    assertTrue(sent.startsWith("{\"serialized_output_data\":null"), sent);
    assertTrue(sent.contains("\"errors\":[\"the result is larger than 262144 bytes\"]"), sent);
    assertEquals(1, channel.snapshot().failed());
  }

  @Test
  void skipsBeforeAttachWhileNotOpenAndAfterClose() {
    ResultChannel channel = new ResultChannel(SETTINGS, Format.CHUNKED);
    channel.send(message("before"));
    channel.attach(transport);
    transport.open = false;
    channel.send(message("not open"));
    channel.close();
    channel.close();
    transport.open = true;
    channel.send(message("after"));
    channel.attach(transport);
    channel.send(message("after"));
    assertEquals(List.of(), transport.sent);
    assertEquals(new ResultChannelSnapshot(0, 0, 0, 0), channel.snapshot());
  }

  @Test
  @DisplayName("DC-9: a transport that throws is counted and harms nobody")
  void survivesATransportThatThrows() {
    ResultChannel channel = attached(Format.CHUNKED);
    transport.broken = true;
    channel.send(message("lost"));
    channel.send(message("lost"));
    assertEquals(2, channel.snapshot().failed());
    assertEquals(0, channel.snapshot().sent());
  }

  private ResultChannel attached(Format format) {
    ResultChannel channel = new ResultChannel(SETTINGS, format);
    channel.attach(transport);
    return channel;
  }

  private static ResultMessage message(String text) {
    return TestMessages.message(1, TestMessages.outputs("text", text), ALL);
  }

  private static final class FakeTransport implements MessageTransport {
    private final List<ByteBuffer> sent = new ArrayList<>();
    private long buffered;
    private boolean open = true;
    private boolean binary;
    private boolean broken;

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public long bufferedAmount() {
      return buffered;
    }

    @Override
    public void send(ByteBuffer message, boolean isBinary) {
      if (broken) {
        throw new DataChannelException("broken on purpose");
      }
      binary = isBinary;
      sent.add(ByteBuffer.allocateDirect(message.capacity()).put(message).flip());
    }
  }
}

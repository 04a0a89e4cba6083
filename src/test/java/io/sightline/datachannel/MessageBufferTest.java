package io.sightline.datachannel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.peer.ResultReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageBufferTest {
  private static final int LIMIT = 1 << 20;

  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "49152,1", "49153,2", "98304,2", "98305,3", "1048576,22"})
  @DisplayName("DC-6: chunks of 49152 bytes, each behind frame id, index and total, little-endian")
  void cutsIntoChunks(int length, int chunks) throws IOException {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    MessageBuffer buffer = MessageBuffer.chunked(LIMIT);
    buffer.reset();
    for (int i = 0; i < length; i += 7001) {
      buffer.write(content, i, Math.min(7001, length - i));
    }
    List<ByteBuffer> pieces = buffer.pieces(0xFEDCBA98L);
    assertEquals(chunks, pieces.size());
    byte[] joined = new byte[length];
    int at = 0;
    for (int i = 0; i < chunks; i++) {
      ByteBuffer piece = pieces.get(i).duplicate().order(ByteOrder.LITTLE_ENDIAN);
      assertTrue(piece.isDirect());
      assertEquals(piece.remaining(), piece.capacity(), "the library sends the whole capacity");
      assertEquals(0xFEDCBA98, piece.getInt());
      assertEquals(i, piece.getInt());
      assertEquals(chunks, piece.getInt());
      int size = piece.remaining();
      piece.get(joined, at, size);
      at += size;
    }
    assertEquals(length, at);
    assertArrayEquals(content, joined);
  }

  @Test
  void writesTheHeaderOfTheProtocol() throws IOException {
    MessageBuffer buffer = MessageBuffer.chunked(LIMIT);
    buffer.write('{');
    ByteBuffer piece = buffer.pieces(258).get(0);
    byte[] bytes = new byte[13];
    piece.get(bytes);
    assertArrayEquals(new byte[] {2, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, '{'}, bytes);
  }

  @Test
  void isReadBackByAClient() throws IOException {
    MessageBuffer buffer = MessageBuffer.chunked(LIMIT);
    String text = "Grüße ".repeat(30_000);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    buffer.write(bytes, 0, bytes.length);
    ResultReader reader = new ResultReader();
    String read = null;
    for (ByteBuffer piece : buffer.pieces(1)) {
      read = reader.take(piece);
    }
    assertEquals(text, read);
  }

  @Test
  void keepsItsMemoryWhileLargeMessagesComeAndShrinksLater() throws IOException {
    MessageBuffer buffer = MessageBuffer.whole(4 << 20);
    buffer.write(new byte[3 << 20], 0, 3 << 20);
    int grown = buffer.capacity();
    assertEquals(3 << 20, buffer.pieces(1).get(0).capacity());
    for (int i = 0; i < MessageBuffer.SMALL_IN_A_ROW; i++) {
      buffer.reset();
      buffer.write(7);
      assertEquals(grown, buffer.capacity());
    }
    buffer.reset();
    assertEquals(64 * 1024, buffer.capacity());
    buffer.write(7);
    assertEquals(7, buffer.pieces(1).get(0).get(0));
  }

  @Test
  void takesBackWhatWasWrittenLast() throws IOException {
    MessageBuffer buffer = MessageBuffer.whole(100);
    buffer.write(new byte[] {1, 2, 3}, 0, 3);
    buffer.truncate(1);
    buffer.write(9);
    assertEquals(2, buffer.length());
    assertEquals(9, buffer.pieces(1).get(0).get(1));
  }

  @Test
  void refusesMoreThanItsLimit() {
    MessageBuffer buffer = MessageBuffer.whole(10);
    IOException e = assertThrows(IOException.class, () -> buffer.write(new byte[11], 0, 11));
    assertTrue(e.getMessage().contains("10"), e.getMessage());
  }
}

package io.sightline.peer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts the chunks of results together again: header of frame id, chunk index and number of chunks,
 * little-endian, then the payload. Not safe for use by several threads.
 */
public final class ResultReader {
  private static final int HEADER = 12;
  private static final int MAX_CHUNKS = 4096;

  private final Map<Long, byte[][]> incomplete = new HashMap<>();

  /**
   * Takes one message; the whole result's JSON once its last chunk is here, else null.
   *
   * @throws IllegalArgumentException where the header is impossible
   */
  public String take(ByteBuffer message) {
    ByteBuffer chunk = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    if (chunk.remaining() < HEADER) {
      throw new IllegalArgumentException("a chunk of " + chunk.remaining() + " bytes");
    }
    long frameId = Integer.toUnsignedLong(chunk.getInt());
    int index = chunk.getInt();
    int total = chunk.getInt();
    if (total < 1 || total > MAX_CHUNKS || index < 0 || index >= total) {
      throw new IllegalArgumentException("chunk %d of %d".formatted(index, total));
    }
    byte[][] chunks = incomplete.computeIfAbsent(frameId, id -> new byte[total][]);
    chunks[index] = new byte[chunk.remaining()];
    chunk.get(chunks[index]);
    return join(frameId, chunks);
  }

  private String join(long frameId, byte[][] chunks) {
    int length = 0;
    for (byte[] chunk : chunks) {
      if (chunk == null) {
        return null;
      }
      length += chunk.length;
    }
    incomplete.remove(frameId);
    ByteBuffer whole = ByteBuffer.allocate(length);
    for (byte[] chunk : chunks) {
      whole.put(chunk);
    }
    return new String(whole.array(), StandardCharsets.UTF_8);
  }
}

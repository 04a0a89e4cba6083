package io.sightline.datachannel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * One outgoing message, written straight into the native memory that it is sent from, with room
 * left for a header before every piece. Reused from message to message; not safe for several
 * threads.
 */
final class MessageBuffer extends OutputStream {
  /** Header of a chunk: frame id, chunk index, number of chunks, each an unsigned 32-bit number. */
  static final int CHUNK_HEADER = 12;

  static final int CHUNK_PAYLOAD = 48 * 1024;

  private static final int INITIAL = 64 * 1024;
  private static final int KEPT = 1024 * 1024;

  /** Some seconds of frames: large messages often come one after the other, or every few. */
  static final int SMALL_IN_A_ROW = 100;

  private final int header;
  private final int payload;
  private final int limit;
  private ByteBuffer memory = allocate(INITIAL);
  private int length;
  private int small;

  private MessageBuffer(int header, int payload, int limit) {
    this.header = header;
    this.payload = payload;
    this.limit = limit;
  }

  /** Pieces of at most {@value #CHUNK_PAYLOAD} bytes, each behind a header. */
  static MessageBuffer chunked(int limit) {
    return new MessageBuffer(CHUNK_HEADER, CHUNK_PAYLOAD, limit);
  }

  /** One piece without a header. */
  static MessageBuffer whole(int limit) {
    return new MessageBuffer(0, limit, limit);
  }

  /** Forgets the content, and memory that no message has needed for a while. */
  void reset() {
    small = length > KEPT ? 0 : Math.min(SMALL_IN_A_ROW, small + 1);
    length = 0;
    if (memory.capacity() > KEPT && small == SMALL_IN_A_ROW) {
      memory = allocate(INITIAL);
    }
  }

  /** Forgets what was written after the first {@code kept} bytes. */
  void truncate(int kept) {
    length = Math.min(length, kept);
  }

  /** Bytes of memory held. */
  int capacity() {
    return memory.capacity();
  }

  /** Bytes written since the reset, headers not counted. */
  int length() {
    return length;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  /**
   * @throws IOException where the message grows beyond its limit
   */
  @Override
  public void write(byte[] source, int offset, int count) throws IOException {
    if (count > limit - length) {
      throw new IOException("the result is larger than " + limit + " bytes");
    }
    for (int done = 0; done < count; ) {
      int piece = Math.min(count - done, payload - length % payload);
      int position = position(length);
      reserve(position + piece);
      memory.put(position, source, offset + done, piece);
      length += piece;
      done += piece;
    }
  }

  /** The pieces to send, each a view of exact size that is valid until the next reset. */
  List<ByteBuffer> pieces(long frameId) {
    int total = Math.max(1, (length + payload - 1) / payload);
    List<ByteBuffer> pieces = new ArrayList<>(total);
    for (int index = 0; index < total; index++) {
      int size = Math.min(payload, length - index * payload);
      int start = index * (header + payload);
      reserve(start + header + size);
      if (header > 0) {
        memory.putInt(start, (int) frameId).putInt(start + 4, index).putInt(start + 8, total);
      }
      pieces.add(memory.slice(start, header + size));
    }
    return pieces;
  }

  /** Where the byte of the message at {@code offset} lies in memory. */
  private int position(int offset) {
    return offset + (offset / payload + 1) * header;
  }

  private void reserve(int size) {
    if (size > memory.capacity()) {
      ByteBuffer grown = allocate(Math.max(size, memory.capacity() * 2));
      grown.put(0, memory, 0, memory.capacity());
      memory = grown;
    }
  }

  private static ByteBuffer allocate(int size) {
    return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}

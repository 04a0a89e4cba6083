package io.sightline.datachannel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that comes in chunks, in any order, and goes to disk as it comes. Every chunk is a header
 * of two unsigned 32-bit numbers, little-endian, its index and the number of chunks, and its bytes;
 * all but the last have the same size. For one thread.
 */
public final class FileUpload implements AutoCloseable {
  private static final int HEADER = 8;

  /** Smaller ones would be too many for what they carry. */
  private static final int CHUNK_MIN = 1024;

  private static final int REPEATED_MAX = 1000;
  static final String PREFIX = "sightline-upload-";
  static final String NAME = "video";

  /** Beside the file, because whoever closes a locked file anywhere in a JVM unlocks it. */
  static final String LOCK = "lock";

  /** Of a folder whose file is not locked yet. */
  static final String UNFINISHED = ".";

  private static final Set<Path> LIVE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final Path file;
  private final FileChannel target;
  private final FileChannel lock;
  private final long maxBytes;
  private final BitSet received = new BitSet();
  private int total;
  private int chunkBytes;
  private byte[] early;
  private int repeated;

  /**
   * @param base where a folder for the file is made
   * @param maxBytes of the file
   */
  public FileUpload(Path base, long maxBytes) throws IOException {
    this.maxBytes = maxBytes;
    Path unfinished = Files.createTempDirectory(base, UNFINISHED + PREFIX);
    lock = locked(unfinished.resolve(LOCK));
    folder = base.resolve(unfinished.getFileName().toString().substring(UNFINISHED.length()));
    LIVE.add(folder);
    Files.move(unfinished, folder);
    file = folder.resolve(NAME);
    target = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Whether an upload of this JVM has the folder. */
  static boolean has(Path folder) {
    return LIVE.contains(folder);
  }

  /**
   * Says that the file is somebody's, for as long as this JVM lives: the system takes the lock back
   * however it ends. Where the disk knows no locks, nobody will think the file abandoned.
   */
  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      channel.tryLock();
    } catch (IOException e) {
      System.getLogger(FileUpload.class.getName())
          .log(System.Logger.Level.DEBUG, "no lock for an uploaded file", e);
    }
    return channel;
  }

  /** Where the file is; whole once {@link #take} has said so, gone after {@link #close}. */
  public Path file() {
    return file;
  }

  /**
   * Takes one chunk.
   *
   * @return whether the file is whole now
   * @throws DataChannelException where it is no chunk of this file, or one too many
   * @throws IOException where the disk does not take it
   */
  public boolean take(byte[] message) throws IOException {
    if (message.length <= HEADER) {
      throw new DataChannelException("a chunk of %d bytes is empty".formatted(message.length));
    }
    ByteBuffer chunk = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    int index = chunk.getInt();
    int count = chunk.getInt();
    total = total == 0 ? count : total;
    if (index < 0 || count < 1 || index >= count || count != total) {
      throw new DataChannelException(
          "chunk %d of %d does not belong to a file of %d chunks".formatted(index, count, total));
    }
    if ((count - 1L) * CHUNK_MIN >= maxBytes) {
      throw new DataChannelException(
          "%d chunks are more than a file of %d bytes has".formatted(count, maxBytes));
    }
    if (received.get(index)) {
      if (++repeated > REPEATED_MAX) {
        throw new DataChannelException("more than %d chunks again".formatted(REPEATED_MAX));
      }
      return isWhole();
    }
    store(index, chunk);
    received.set(index);
    return isWhole();
  }

  private boolean isWhole() throws IOException {
    if (received.cardinality() < total) {
      return false;
    }
    target.close();
    return true;
  }

  private void store(int index, ByteBuffer chunk) throws IOException {
    int size = chunk.remaining();
    boolean last = index == total - 1;
    if (!last || total == 1) {
      learnSize(size);
    }
    if (last && chunkBytes == 0) {
      early = new byte[size];
      chunk.get(early);
    } else {
      write(index, chunk);
    }
  }

  /** The first chunk that is not the last one tells where all the others belong. */
  private void learnSize(int size) throws IOException {
    if (chunkBytes == 0) {
      if (total > 1 && size < CHUNK_MIN) {
        throw new DataChannelException(
            "chunks have at least %d bytes, not %d".formatted(CHUNK_MIN, size));
      }
      chunkBytes = size;
      if ((total - 1L) * size >= maxBytes || size > maxBytes) {
        throw new DataChannelException("a file has at most %d bytes".formatted(maxBytes));
      }
      if (early != null) {
        write(total - 1, ByteBuffer.wrap(early));
        early = null;
      }
    } else if (size != chunkBytes) {
      throw new DataChannelException(
          "chunks before the last have the same size: %d bytes, not %d"
              .formatted(chunkBytes, size));
    }
  }

  private void write(int index, ByteBuffer bytes) throws IOException {
    long position = (long) index * chunkBytes;
    if (bytes.remaining() > chunkBytes || position + bytes.remaining() > maxBytes) {
      throw new DataChannelException("a file has at most %d bytes".formatted(maxBytes));
    }
    while (bytes.hasRemaining()) {
      position += target.write(bytes, position);
    }
  }

  /** Deletes the file; may be called twice. */
  @Override
  public void close() throws IOException {
    try (lock) {
      target.close();
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder.resolve(LOCK));
      Files.deleteIfExists(folder);
      LIVE.remove(folder);
    }
  }
}

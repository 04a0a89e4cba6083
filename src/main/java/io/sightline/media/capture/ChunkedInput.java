package io.sightline.media.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of an answer in chunks (RFC 9112, section 7.1). They are no answer to a request of
 * HTTP/1.0, but some servers, FFmpeg's own among them, know no other. What comes behind the last
 * chunk is not read.
 */
final class ChunkedInput extends InputStream {
  /** Size and extensions of one chunk, characters. */
  private static final int LINE_MAX = 1024;

  /** Digits of a size; more are no size. */
  private static final int DIGITS_MAX = 15;

  private final InputStream in;
  private long left;
  private boolean begun;
  private boolean ended;

  ChunkedInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0 && !nextChunk()) {
      return -1;
    }
    int count = in.read(bytes, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException("the source closed the connection within a chunk");
    }
    left -= count;
    return count;
  }

  private boolean nextChunk() throws IOException {
    if (ended) {
      return false;
    }
    if (begun && !line().isEmpty()) {
      throw new IOException("a chunk is longer than its size");
    }
    begun = true;
    left = size(line());
    ended = left == 0;
    return !ended;
  }

  private static long size(String line) throws IOException {
    int semicolon = line.indexOf(';');
    String digits = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
    if (!digits.matches("[0-9A-Fa-f]{1," + DIGITS_MAX + "}")) {
      throw new IOException("the size of a chunk cannot be read");
    }
    return Long.parseLong(digits, 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the source closed the connection between two chunks");
      }
      if (line.length() == LINE_MAX) {
        throw new IOException("the size of a chunk cannot be read");
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }
}

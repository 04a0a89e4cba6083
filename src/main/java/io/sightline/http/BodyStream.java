package io.sightline.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A request's body, bounded in bytes and time. */
final class BodyStream extends FilterInputStream {
  private final int maxBytes;
  private final LongSupplier clock;
  private final long deadline;
  private final Duration patience;
  private long read;

  /**
   * @param clock nanoseconds, as of {@link System#nanoTime}
   */
  BodyStream(InputStream in, int maxBytes, Duration patience, LongSupplier clock) {
    super(in);
    this.maxBytes = maxBytes;
    this.patience = patience;
    this.clock = clock;
    this.deadline = clock.getAsLong() + patience.toNanos();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    read += Math.max(0, count);
    if (read > maxBytes) {
      throw tooLarge(maxBytes);
    }
    if (count >= 0 && clock.getAsLong() - deadline > 0) {
      throw new HttpException(
          408,
          "RequestTimeout",
          "the request's body did not come within %d seconds".formatted(patience.toSeconds()));
    }
    return count;
  }

  /** Bytes that have come. */
  long count() {
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  static HttpException tooLarge(int maxBytes) {
    return new HttpException(
        413,
        "RequestTooLarge",
        "a request's body has at most %d bytes: sightline.http.body.max.bytes".formatted(maxBytes));
  }
}

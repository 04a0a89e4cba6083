package io.sightline.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A request's body as it comes, bounded in bytes and time, while no thread waits for it. The
 * container calls when there is more; then exactly one of the two callbacks is called, once.
 */
final class BodyReader implements ReadListener {
  private static final int PIECE = 16_384;

  private final ServletInputStream in;
  private final int maxBytes;
  private final IntConsumer reserve;
  private final Consumer<byte[]> whole;
  private final Consumer<HttpException> refused;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final AtomicBoolean done = new AtomicBoolean();

  /**
   * @param reserve makes room for so many bytes more, or throws
   * @param whole takes the body when all of it has come
   * @param refused takes the reason where it does not come, or too much of it
   */
  BodyReader(
      ServletInputStream in,
      int maxBytes,
      IntConsumer reserve,
      Consumer<byte[]> whole,
      Consumer<HttpException> refused) {
    this.in = in;
    this.maxBytes = maxBytes;
    this.reserve = reserve;
    this.whole = whole;
    this.refused = refused;
  }

  @Override
  public void onDataAvailable() throws IOException {
    byte[] piece = new byte[PIECE];
    while (!done.get() && in.isReady() && !in.isFinished()) {
      int count = in.read(piece);
      if (count < 0) {
        return;
      }
      take(piece, count);
    }
  }

  private void take(byte[] piece, int count) {
    try {
      reserve.accept(count);
      read.write(piece, 0, count);
      if (read.size() > maxBytes) {
        throw tooLarge(maxBytes);
      }
    } catch (HttpException e) {
      refuse(e);
    }
  }

  @Override
  public void onAllDataRead() {
    if (done.compareAndSet(false, true)) {
      whole.accept(read.toByteArray());
    }
  }

  @Override
  public void onError(Throwable failure) {
    refuse(new HttpException(400, "RequestBrokenOff", "the request's body broke off"));
  }

  /** Gives up where the body has not come by now. */
  void expire() {
    refuse(
        new HttpException(
            408,
            "RequestTimeout",
            "the request's body did not come in time: sightline.http.body.timeout"));
  }

  private void refuse(HttpException reason) {
    if (done.compareAndSet(false, true)) {
      refused.accept(reason);
    }
  }

  static HttpException tooLarge(int maxBytes) {
    return new HttpException(
        413,
        "RequestTooLarge",
        "a request's body has at most %d bytes: sightline.http.body.max.bytes".formatted(maxBytes));
  }
}

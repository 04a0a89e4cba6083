package io.sightline.http;

import java.io.ByteArrayOutputStream;

/** An answer while it is written, bounded. For one thread. */
final class AnswerBuffer extends ByteArrayOutputStream {
  private final int maxBytes;

  AnswerBuffer(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public void write(int b) {
    check(1);
    super.write(b);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    check(length);
    super.write(source, offset, length);
  }

  private void check(int more) {
    if ((long) count + more > maxBytes) {
      throw new HttpException(
          500,
          "AnswerTooLarge",
          "the answer has more than %d bytes: leave outputs out with 'excluded_fields'"
              .formatted(maxBytes));
    }
  }
}

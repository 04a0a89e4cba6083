package io.sightline.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Bodies that came compressed with gzip, where the container has not unpacked them itself. */
final class CompressedBody {
  private CompressedBody() {}

  /**
   * The body unpacked, or as it is where it is not compressed: neither JSON nor a form begins as
   * gzip does.
   *
   * @param maxBytes of what comes out
   * @throws HttpException (400, 413) where it is broken or too large
   */
  static byte[] unpacked(byte[] body, int maxBytes) {
    if (body.length < 2 || body[0] != 0x1f || body[1] != (byte) 0x8b) {
      return body;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] plain = in.readNBytes(maxBytes);
      if (in.read() >= 0) {
        throw BodyReader.tooLarge(maxBytes);
      }
      return plain;
    } catch (IOException e) {
      throw new HttpException(
          400, "InvalidBody", "the body cannot be unpacked: it is no whole gzip");
    }
  }
}

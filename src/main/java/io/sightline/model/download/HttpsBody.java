package io.sightline.model.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The body of an answer (RFC 9112, 6.3): in chunks, of a known length, or until the end. */
final class HttpsBody extends InputStream {
  private static final int MOST_LINE = 256;

  private final InputStream in;
  private final boolean chunked;
  private long left;
  private boolean first = true;

  private HttpsBody(InputStream in, boolean chunked, long left) {
    this.in = in;
    this.chunked = chunked;
    this.left = left;
  }

  static HttpsBody of(InputStream in, Map<String, String> headers) throws IOException {
    if (headers.containsKey("content-encoding")
        && !headers.get("content-encoding").equalsIgnoreCase("identity")) {
      throw new RefusedException("the answer is coded, which was not asked for");
    }
    if (headers.containsKey("transfer-encoding")) {
      if (!headers.get("transfer-encoding").equalsIgnoreCase("chunked")) {
        throw new RefusedException("the answer is coded, which was not asked for");
      }
      return new HttpsBody(in, true, 0);
    }
    return new HttpsBody(in, false, length(headers.get("content-length")));
  }

  /** Bytes, -1 where it is not said. */
  static long length(String header) throws IOException {
    if (header == null) {
      return -1;
    }
    if (!header.matches("\\d{1,18}")) {
      throw new RefusedException("the answer says no length that can be read");
    }
    return Long.parseLong(header);
  }

  /**
   * @throws EOFException where the answer breaks off
   */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (chunked && left == 0 && !nextChunk() || !chunked && left == 0) {
      return -1;
    }
    int most = left < 0 ? length : (int) Math.min(length, left);
    int count = in.read(target, offset, most);
    if (count < 0 && left >= 0) {
      throw new EOFException("the answer broke off");
    }
    if (left > 0) {
      left -= count;
    }
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  private boolean nextChunk() throws IOException {
    if (!first) {
      line();
    }
    first = false;
    String size = line().split(";", 2)[0].strip();
    if (!size.matches("[0-9a-fA-F]{1,15}")) {
      throw new IOException("the answer's pieces cannot be read");
    }
    left = Long.parseLong(size, 16);
    return left > 0;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0 || line.length() > MOST_LINE) {
        throw new EOFException("the answer broke off");
      }
      line.append((char) octet);
    }
    return line.toString();
  }
}

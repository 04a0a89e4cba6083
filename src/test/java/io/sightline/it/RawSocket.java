package io.sightline.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;

/** A WebSocket by hand (RFC 6455, section 5.2), for frames that no client library sends. */
final class RawSocket implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 15_000;
  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final int MASKED_64_BIT_LENGTH = 0x80 | 127;

  private final Socket socket;
  private final InputStream in;
  private final StringBuilder received = new StringBuilder();

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /** Opens a WebSocket. */
  static RawSocket open(URI uri) throws IOException {
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    RawSocket raw = new RawSocket(socket);
    raw.send(
        ("GET %s HTTP/1.1\r\n"
                + "Host: %s\r\n"
                + "Upgrade: websocket\r\n"
                + "Connection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Version: 13\r\n\r\n")
            .formatted(uri.getPath(), uri.getAuthority()));
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      head.write(raw.in.read());
    }
    if (!head.toString(ISO_8859_1).startsWith("HTTP/1.1 101")) {
      throw new IOException("no WebSocket: " + head.toString(ISO_8859_1));
    }
    return raw;
  }

  /** The head of a text frame of so many bytes, whose mask is zero. */
  void announceText(long bytes) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(14);
    head.put((byte) TEXT).put((byte) MASKED_64_BIT_LENGTH).putLong(bytes).putInt(0);
    socket.getOutputStream().write(head.array());
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  /** Reads until the server says why it closes; its code. */
  int awaitClose() throws IOException {
    while (true) {
      int type = in.read();
      int length = in.read();
      if (length == 126) {
        length = in.read() << 8 | in.read();
      }
      byte[] payload = in.readNBytes(Math.max(0, length));
      if (type == CLOSE) {
        return ByteBuffer.wrap(payload).getShort();
      }
      if (type != TEXT) {
        throw new IOException("a frame of type " + type);
      }
      received.append(new String(payload, ISO_8859_1));
    }
  }

  /** The texts that came before the close. */
  String received() {
    return received.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package io.sightline.media.capture;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A TCP connection to the pinned address of a source, over TLS where its scheme says so (the
 * certificate is checked against the host's name). Used by one thread; {@link #close} comes from
 * any.
 */
final class PinnedConnection implements Closeable {
  private static final int BUFFER = 64 * 1024;
  private static final int LINE_MAX = 8192;

  private final PinnedSource source;
  private final CaptureLimits limits;
  private final Socket socket = new Socket(Proxy.NO_PROXY);
  private InputStream in;
  private OutputStream out;

  PinnedConnection(PinnedSource source, CaptureLimits limits) {
    this.source = source;
    this.limits = limits;
  }

  void open() throws IOException {
    SourceUrl url = source.url();
    socket.setTcpNoDelay(true);
    try {
      socket.connect(
          new InetSocketAddress(source.address(), url.port()), (int) limits.connect().toMillis());
    } catch (SocketTimeoutException e) {
      throw late("the source does not take a connection within %s s", limits.connect(), e);
    }
    socket.setSoTimeout((int) limits.read().toMillis());
    Socket used = url.scheme().encrypted() ? encrypted(url) : socket;
    in = new BufferedInputStream(used.getInputStream(), BUFFER);
    out = used.getOutputStream();
  }

  /** What comes from now on is in chunks. */
  void unchunk() {
    in = new BufferedInputStream(new ChunkedInput(in), BUFFER);
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /**
   * @throws EOFException at the end
   */
  int read() throws IOException {
    try {
      int value = in.read();
      if (value < 0) {
        throw new EOFException("the source closed the connection");
      }
      return value;
    } catch (SocketTimeoutException e) {
      throw silent(e);
    }
  }

  /** The next byte, which stays to be read. */
  int peek() throws IOException {
    in.mark(1);
    int value = read();
    in.reset();
    return value;
  }

  byte[] read(int length) throws IOException {
    try {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException("the source closed the connection");
      }
      return bytes;
    } catch (SocketTimeoutException e) {
      throw silent(e);
    }
  }

  /** The next line, without its end. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = read(); c != '\n'; c = read()) {
      if (line.length() == LINE_MAX) {
        throw new IOException("a line has more than %d characters".formatted(LINE_MAX));
      }
      line.append((char) c);
    }
    int last = line.length() - 1;
    if (last >= 0 && line.charAt(last) == '\r') {
      line.setLength(last);
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // it is as good as closed
    }
  }

  private IOException silent(SocketTimeoutException cause) {
    return late("the source has sent nothing for %s s", limits.read(), cause);
  }

  private static IOException late(String sentence, Duration limit, SocketTimeoutException cause) {
    return new IOException(sentence.formatted(CaptureLimits.seconds(limit)), cause);
  }

  private Socket encrypted(SourceUrl url) throws IOException {
    try {
      SSLSocket tls =
          (SSLSocket)
              SSLContext.getDefault()
                  .getSocketFactory()
                  .createSocket(socket, url.host(), url.port(), true);
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      tls.setSSLParameters(parameters);
      tls.startHandshake();
      return tls;
    } catch (SocketTimeoutException e) {
      throw silent(e);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new CaptureException(source + ": no TLS on this server", e);
    }
  }
}

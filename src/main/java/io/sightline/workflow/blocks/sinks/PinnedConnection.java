package io.sightline.workflow.blocks.sinks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One request over one connection to an address that has been checked. The client of the JDK looks
 * names up itself, when it connects, so that another address could take the place of the checked
 * one; here the certificate is still held against the name. Speaks as much of HTTP/1.1 as it takes
 * to send a request and to read its status.
 */
final class PinnedConnection {
  private static final int MAX_HEAD = 16_384;
  private static final int INTERIM_ANSWERS = 5;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: ([^\\r\\n]*))?");

  private final SSLSocketFactory secureSockets;

  PinnedConnection(SSLSocketFactory secureSockets) {
    this.secureSockets = secureSockets;
  }

  /**
   * What a server answered.
   *
   * @param reason in its words, may be empty
   */
  record Status(int code, String reason) {}

  /**
   * Sends a request and reads its status. Blocks until then, not longer than the request's timeout.
   *
   * @throws IOException where the connection or the answer fails, or the time is up
   */
  Status send(WebhookRequest request, InetAddress address) throws IOException {
    AtomicBoolean late = new AtomicBoolean();
    try (Socket socket = new Socket(Proxy.NO_PROXY)) {
      Duration timeout = request.timeout();
      CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> abort(socket, late));
      return exchange(request, address, socket);
    } catch (IOException e) {
      if (late.get()) {
        throw new SocketTimeoutException(
            "no answer within " + request.timeout().toMillis() / 1000.0 + " seconds");
      }
      throw e;
    }
  }

  /** Ends whatever waits for the socket, writing included, for which sockets know no timeout. */
  private static void abort(Socket socket, AtomicBoolean late) {
    if (!socket.isClosed()) {
      late.set(true);
      try {
        socket.close();
      } catch (IOException e) {
        // there is nothing left to end
      }
    }
  }

  private Status exchange(WebhookRequest request, InetAddress address, Socket plain)
      throws IOException {
    WebhookTarget target = request.target();
    plain.connect(
        new InetSocketAddress(address, target.port()), (int) request.timeout().toMillis());
    plain.setTcpNoDelay(true);
    Socket socket = target.secure() ? secured(plain, target) : plain;
    OutputStream out = socket.getOutputStream();
    out.write(request.head());
    out.write(request.body().bytes());
    out.flush();
    return status(new BufferedInputStream(socket.getInputStream()));
  }

  private SSLSocket secured(Socket plain, WebhookTarget target) throws IOException {
    SSLSocket socket =
        (SSLSocket) secureSockets.createSocket(plain, target.host(), target.port(), false);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static Status status(InputStream in) throws IOException {
    for (int i = 0; i <= INTERIM_ANSWERS; i++) {
      Matcher line = STATUS.matcher(head(in));
      if (!line.lookingAt()) {
        throw new IOException("the answer is not one of HTTP/1.1");
      }
      int code = Integer.parseInt(line.group(1));
      if (code >= 200) {
        return new Status(code, line.group(2) == null ? "" : line.group(2).strip());
      }
    }
    throw new IOException("the server answers with nothing but interim answers");
  }

  /** Everything up to the empty line. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < MAX_HEAD) {
      int c = in.read();
      if (c < 0) {
        if (head.length() == 0) {
          throw new IOException("the server closed the connection without an answer");
        }
        return head.toString();
      }
      head.append((char) c);
      if (c == '\n' && (endsWith(head, "\r\n\r\n") || endsWith(head, "\n\n"))) {
        return head.toString();
      }
    }
    throw new IOException("the answer's headers are longer than %d bytes".formatted(MAX_HEAD));
  }

  private static boolean endsWith(StringBuilder text, String end) {
    int from = text.length() - end.length();
    return from >= 0 && text.indexOf(end, from) == from;
  }
}

package io.sightline.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One GET request to one address, bounded in bytes and time. It speaks HTTP/1.0 (RFC 1945), where
 * an answer ends with its connection; the certificate must be the named host's.
 *
 * @param maxBytes of the answer's body
 * @param time for all of it
 */
record PictureFetch(int maxBytes, Duration time) {
  private static final int HEAD_MAX = 16_384;
  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

  /**
   * The body of the answer.
   *
   * @param target where the connection goes, whatever the host's name may lead to by now
   * @throws IOException where there is none, with the reason for people
   */
  byte[] get(URI address, int port, InetAddress target) throws IOException {
    long deadline = System.nanoTime() + time.toNanos();
    try (Socket plain = new Socket(Proxy.NO_PROXY)) {
      plain.connect(new InetSocketAddress(target, port), remaining(deadline));
      plain.setSoTimeout(remaining(deadline));
      try (Socket socket =
          "https".equalsIgnoreCase(address.getScheme())
              ? secured(plain, address.getHost(), port)
              : plain) {
        socket.getOutputStream().write(request(address));
        return body(answer(socket, deadline));
      }
    } catch (SocketTimeoutException e) {
      throw new IOException("it did not answer within %d ms".formatted(time.toMillis()), e);
    }
  }

  private static byte[] request(URI address) {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return """
    GET %s%s HTTP/1.0
    Host: %s%s
    Accept: image/*
    User-Agent: Sightline
    Connection: close

    """
        .formatted(path, query, address.getHost(), port)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static Socket secured(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** Head and body as they come, until the connection ends. */
  private byte[] answer(Socket socket, long deadline) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    byte[] piece = new byte[8192];
    while (true) {
      socket.setSoTimeout(remaining(deadline));
      int count = in.read(piece);
      if (count < 0) {
        return all.toByteArray();
      }
      all.write(piece, 0, count);
      if (all.size() > maxBytes + HEAD_MAX) {
        throw tooLarge();
      }
    }
  }

  private byte[] body(byte[] answer) throws IOException {
    int end = endOfHead(answer);
    String[] head = new String(answer, 0, end, StandardCharsets.ISO_8859_1).split("\r\n");
    if (!head[0].matches("HTTP/1\\.[01] \\d{3}.*")) {
      throw new IOException("it does not speak HTTP");
    }
    String status = head[0].substring(9, 12);
    if (!status.equals("200")) {
      throw new IOException(
          "it answers with status %s%s"
              .formatted(
                  status, status.startsWith("3") ? ", and redirections are not followed" : ""));
    }
    byte[] body = Arrays.copyOfRange(answer, end + END_OF_HEAD.length, answer.length);
    for (String line : head) {
      String lower = line.toLowerCase(Locale.ROOT).replace(" ", "");
      if (lower.startsWith("transfer-encoding:") || lower.startsWith("content-encoding:")) {
        throw new IOException("its answer is coded, which was not asked for");
      }
      if (lower.startsWith("content-length:") && !lower.endsWith(":" + body.length)) {
        throw new IOException("its answer broke off");
      }
    }
    if (body.length > maxBytes) {
      throw tooLarge();
    }
    return body;
  }

  private static int endOfHead(byte[] answer) throws IOException {
    for (int i = 0; i + END_OF_HEAD.length <= Math.min(answer.length, HEAD_MAX); i++) {
      if (Arrays.equals(answer, i, i + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
        return i;
      }
    }
    throw new IOException("it does not speak HTTP");
  }

  private IOException tooLarge() {
    return new IOException("a picture has at most %d bytes".formatted(maxBytes));
  }

  private static int remaining(long deadline) throws SocketTimeoutException {
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new SocketTimeoutException();
    }
    return (int) Math.min(millis, Integer.MAX_VALUE);
  }
}

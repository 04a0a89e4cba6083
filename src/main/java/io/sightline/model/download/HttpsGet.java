package io.sightline.model.download;

import io.sightline.net.AddressRange;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** GET requests over TLS to addresses that are allowed, redirections followed. */
final class HttpsGet {
  private static final int HEAD_MAX = 16_384;
  private static final int MOST_REDIRECTIONS = 5;

  private final SSLSocketFactory tls;
  private final DownloadSettings settings;

  HttpsGet(SSLSocketFactory tls, DownloadSettings settings) {
    this.tls = tls;
    this.settings = settings;
  }

  /**
   * An answer that has begun; the caller closes it.
   *
   * @param headers names in lower case
   */
  record Answer(int status, Map<String, String> headers, InputStream body, Socket socket)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /**
   * Asks for a file from byte {@code offset} on.
   *
   * @throws RefusedException where asking again would not help
   */
  Answer get(URI address, long offset) throws IOException {
    URI next = address;
    for (int hop = 0; hop <= MOST_REDIRECTIONS; hop++) {
      Answer answer = ask(next, offset);
      String location = answer.headers().get("location");
      if (answer.status() / 100 != 3 || location == null) {
        return answer;
      }
      answer.close();
      next = redirected(next, location);
    }
    throw new RefusedException(
        "%s redirects more than %d times".formatted(address.getHost(), MOST_REDIRECTIONS));
  }

  private static URI redirected(URI from, String location) throws RefusedException {
    try {
      URI to = from.resolve(location);
      if ("https".equalsIgnoreCase(to.getScheme())
          && to.getHost() != null
          && to.getUserInfo() == null) {
        return to;
      }
    } catch (IllegalArgumentException e) {
      // refused below
    }
    throw new RefusedException("%s redirects to what is not https".formatted(from.getHost()));
  }

  private Answer ask(URI address, long offset) throws IOException {
    int port = address.getPort() < 0 ? 443 : address.getPort();
    int silence = (int) settings.silence().toMillis();
    Socket plain = new Socket(Proxy.NO_PROXY);
    try {
      plain.connect(new InetSocketAddress(target(address.getHost()), port), silence);
      plain.setSoTimeout(silence);
      SSLSocket socket = (SSLSocket) tls.createSocket(plain, address.getHost(), port, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      socket.getOutputStream().write(request(address, offset));
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      String[] head = head(in).split("\r\n");
      if (!head[0].matches("HTTP/1\\.[01] \\d{3}.*")) {
        throw new RefusedException("%s does not speak HTTP".formatted(address.getHost()));
      }
      Map<String, String> headers = headers(head);
      int status = Integer.parseInt(head[0].substring(9, 12));
      return new Answer(status, headers, HttpsBody.of(in, headers), socket);
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  private InetAddress target(String host) throws IOException {
    InetAddress[] found;
    try {
      found = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new IOException("%s is not known".formatted(host), e);
    }
    for (InetAddress one : found) {
      if (AddressRange.isPublic(one)
          || settings.ranges().stream().anyMatch(range -> range.contains(one))) {
        return one;
      }
    }
    throw new RefusedException(
        "%s leads to an address that is not public: see sightline.models.download.addresses"
            .formatted(host));
  }

  private static byte[] request(URI address, long offset) {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    String range = offset == 0 ? "" : "Range: bytes=" + offset + "-\n";
    return """
    GET %s%s HTTP/1.1
    Host: %s%s
    Accept: */*
    Accept-Encoding: identity
    User-Agent: Sightline
    %sConnection: close

    """
        .formatted(path, query, address.getHost(), port, range)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
      int octet = in.read();
      if (octet < 0 || head.length() > HEAD_MAX) {
        throw new IOException("the answer has no head");
      }
      head.append((char) octet);
    }
    return head.toString();
  }

  private static Map<String, String> headers(String[] head) {
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < head.length; i++) {
      int colon = head[i].indexOf(':');
      if (colon > 0) {
        String name = head[i].substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers.put(name, head[i].substring(colon + 1).strip());
      }
    }
    return headers;
  }
}

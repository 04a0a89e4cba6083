package io.sightline.workflow.blocks.sinks;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a request goes.
 *
 * @param secure true for https
 * @param host name or address in lower case, an IPv6 address without brackets
 * @param path with the query, as it stands in the request
 */
record WebhookTarget(boolean secure, String host, int port, String path) {
  private static final int MAX_LENGTH = 8192;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /**
   * @param query added to the address's own, encoded; may be empty
   * @throws IllegalArgumentException where it is no address of the web
   */
  static WebhookTarget of(String url, String query) {
    if (url.length() + query.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "the address is longer than %d characters".formatted(MAX_LENGTH));
    }
    URI uri;
    try {
      uri = new URI(url.strip());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("Invalid URL '%s'".formatted(url), e);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException(
          "Invalid URL '%s': it starts with http:// or https://".formatted(url));
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("an address has no user and no password in it");
    }
    boolean secure = scheme.equals("https");
    int port = uri.getPort() < 0 ? secure ? HTTPS : HTTP : uri.getPort();
    if (port == 0 || port > 0xFFFF) {
      throw new IllegalArgumentException("Invalid URL '%s': no such port".formatted(url));
    }
    return new WebhookTarget(secure, host(uri, url), port, path(uri, query));
  }

  private static String host(URI uri, String url) {
    String host = uri.getHost();
    if (host == null && uri.getRawAuthority() != null) {
      host = IDN.toASCII(uri.getRawAuthority().replaceFirst(":\\d*$", ""));
    }
    if (host == null || host.isEmpty()) {
      throw new IllegalArgumentException("Invalid URL '%s': No host supplied".formatted(url));
    }
    return (host.startsWith("[") ? host.substring(1, host.length() - 1) : host)
        .toLowerCase(Locale.ROOT);
  }

  private static String path(URI uri, String query) {
    URI ascii = URI.create(uri.toASCIIString());
    String own = ascii.getRawQuery() == null ? "" : ascii.getRawQuery();
    String all = own.isEmpty() || query.isEmpty() ? own + query : own + "&" + query;
    String path =
        ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
    return all.isEmpty() ? path : path + "?" + all;
  }

  /** The Host header. */
  String authority() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == (secure ? HTTPS : HTTP) ? name : name + ":" + port;
  }

  /** The address as errors show it, without the query: that may hold keys. */
  String shown() {
    int end = path.indexOf('?');
    return (secure ? "https://" : "http://")
        + authority()
        + (end < 0 ? path : path.substring(0, end));
  }
}

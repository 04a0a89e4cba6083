package io.sightline.media.capture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a source on the network (RFC 3986, as far as sources need it). Text that is not
 * plainly one is refused: what two parsers read in two ways is a way around a list of hosts.
 *
 * @param host lower case: a name, an IPv4 address in four decimal numbers, or an IPv6 address
 *     without brackets
 * @param target path and query as they are sent, "/" at least
 * @param user null where the address has no credentials
 * @param password null as {@code user}; else possibly empty
 */
record SourceUrl(
    Scheme scheme, String host, int port, String target, String user, String password) {
  static final int LENGTH_MAX = 2048;
  private static final int HOST_MAX = 253;
  private static final int PORT_MAX = 65_535;

  private static final Pattern CHARACTERS = Pattern.compile("[\\x21-\\x7e&&[^\"<>\\\\^`{|}]]+");
  private static final Pattern SHAPE =
      Pattern.compile(
          "([A-Za-z]{1,10})://(?:([^@/?#]*)@)?(\\[[0-9A-Fa-f:.]{2,45}]|[^:/?#@\\[\\]]+)"
              + "(?::([0-9]{1,5}))?((?:/[^?#]*)?(?:\\?[^#]*)?)");
  private static final Pattern NAME =
      Pattern.compile(
          "(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
  static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern UNFIT_CREDENTIALS = Pattern.compile("[\\p{Cntrl}\"\\\\]");

  /**
   * Reads an address.
   *
   * @throws CaptureException saying what is wrong, without repeating the text: it may hold a
   *     password
   */
  static SourceUrl parse(String text) {
    if (text.length() > LENGTH_MAX) {
      throw wrong("has at most %d characters, not %d".formatted(LENGTH_MAX, text.length()));
    }
    Matcher m = SHAPE.matcher(text);
    if (!CHARACTERS.matcher(text).matches() || BAD_ESCAPE.matcher(text).find() || !m.matches()) {
      throw wrong("must look like rtsp://user:password@host:554/path");
    }
    Scheme scheme = Scheme.named(m.group(1));
    if (scheme == null) {
      throw wrong("has one of the schemes rtsp, rtsps, http and https");
    }
    String target = m.group(5);
    String[] credentials = credentials(m.group(2));
    return new SourceUrl(
        scheme,
        host(m.group(3).toLowerCase(Locale.ROOT)),
        port(scheme, m.group(4)),
        target.startsWith("/") ? target : "/" + target,
        credentials[0],
        credentials[1]);
  }

  /** Host and port as they stand in a request. */
  String authority() {
    String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return port == scheme.defaultPort() ? name : name + ":" + port;
  }

  /** The address without credentials, as it stands in a request line of RTSP. */
  String withoutCredentials() {
    return scheme + "://" + authority() + target;
  }

  /** Whether the host is an address, so that no name has to be resolved. */
  boolean isLiteral() {
    return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
  }

  /** What may be logged and told: no credentials, and no path, which may hold some too. */
  @Override
  public String toString() {
    return scheme + "://" + authority() + "/…";
  }

  private static String host(String host) {
    if (host.startsWith("[")) {
      return host.substring(1, host.length() - 1);
    }
    if (host.length() > HOST_MAX
        || !NAME.matcher(host).matches() && !IPV4.matcher(host).matches()) {
      throw wrong("has a host name, four decimal numbers or an IPv6 address in brackets");
    }
    return host;
  }

  private static int port(Scheme scheme, String text) {
    int port = text == null ? scheme.defaultPort() : Integer.parseInt(text);
    if (port < 1 || port > PORT_MAX) {
      throw wrong("has a port from 1 to %d".formatted(PORT_MAX));
    }
    return port;
  }

  private static String[] credentials(String userInfo) {
    if (userInfo == null || userInfo.isEmpty()) {
      return new String[2];
    }
    int colon = userInfo.indexOf(':');
    String user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
    return new String[] {user, colon < 0 ? "" : decoded(userInfo.substring(colon + 1))};
  }

  private static String decoded(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean escape = text.charAt(i) == '%';
      bytes.put((byte) (escape ? Integer.parseInt(text, i + 1, i + 3, 16) : text.charAt(i)));
      i += escape ? 2 : 0;
    }
    try {
      String plain = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
      if (!UNFIT_CREDENTIALS.matcher(plain).find()) {
        return plain;
      }
    } catch (CharacterCodingException e) {
      // refused below
    }
    throw wrong("has credentials without control characters, quotes and backslashes");
  }

  private static CaptureException wrong(String rule) {
    return new CaptureException("the address of a source " + rule);
  }
}

package io.sightline.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** STUN and TURN servers that a client brings along, held to their bounds. */
final class IceServers {
  /** What one client may bring: enough for every transport of two relays. */
  static final int SERVERS_MAX = 8;

  static final int URLS_MAX = 16;
  private static final int TEXT_MAX = 512;

  /** RFC 7064 and RFC 7065. */
  private static final Pattern URL_FORM =
      Pattern.compile(
          "(stun|stuns|turn|turns):([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?"
              + "(\\?transport=(udp|tcp))?");

  private IceServers() {}

  /** {@code own} and the client's, the latter checked. */
  static List<IceServer> merged(List<IceServer> own, List<IceServer> clients) {
    if (clients.size() > SERVERS_MAX) {
      throw new ConfigurationRejected(
          "%d ICE servers are too many, at most %d".formatted(clients.size(), SERVERS_MAX));
    }
    int urls = clients.stream().mapToInt(s -> s.urls().size()).sum();
    if (urls > URLS_MAX) {
      throw new ConfigurationRejected(
          "%d URLs of ICE servers are too many, at most %d".formatted(urls, URLS_MAX));
    }
    clients.forEach(IceServers::check);
    List<IceServer> all = new ArrayList<>(own);
    clients.stream().filter(s -> !s.urls().isEmpty()).forEach(all::add);
    return List.copyOf(all);
  }

  private static void check(IceServer server) {
    for (String url : server.urls()) {
      if (url.length() > TEXT_MAX || !isUrl(url)) {
        throw new ConfigurationRejected(
            "'%s' is no URL of an ICE server: stun:, stuns:, turn: or turns:, then host and port"
                .formatted(Excerpt.of(url)));
      }
      if (isRelay(url) && (blank(server.username()) || blank(server.credential()))) {
        throw new ConfigurationRejected(
            "'%s' needs a username and a credential".formatted(Excerpt.of(url)));
      }
    }
    if (tooLong(server.username()) || tooLong(server.credential())) {
      throw new ConfigurationRejected(
          "username and credential of an ICE server have at most %d characters"
              .formatted(TEXT_MAX));
    }
  }

  static boolean isUrl(String text) {
    return URL_FORM.matcher(text).matches();
  }

  static boolean isRelay(String url) {
    return url.startsWith("turn");
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static boolean tooLong(String text) {
    return text != null && text.length() > TEXT_MAX;
  }
}

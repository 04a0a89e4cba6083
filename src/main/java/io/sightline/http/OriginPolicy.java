package io.sightline.http;

import io.sightline.settings.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * Which pages may open the signaling socket (RFC 6455, section 10.2) and ask for workflows to be
 * run. Browsers say which page asks; programs that are no browsers say nothing and are let in.
 */
public record OriginPolicy(List<String> origins) {
  private static final String ANY = "*";

  public OriginPolicy {
    origins = origins.stream().map(o -> o.toLowerCase(Locale.ROOT)).toList();
  }

  public static OriginPolicy of(Settings settings) {
    String name = "sightline.signaling.origins";
    List<String> origins = settings.list(name);
    for (String origin : origins) {
      if (!origin.equals(ANY) && !origin.matches("https?://[^/\\s]+|null")) {
        throw settings.refuse(
            name, "origins such as https://shop.example, null (pages of files), or *");
      }
    }
    return new OriginPolicy(origins);
  }

  /**
   * @param origin header of that name, null where there is none
   * @param host header of that name
   */
  public boolean allows(String origin, String host) {
    if (origin == null || origins.contains(ANY)) {
      return true;
    }
    return origins.contains(origin.toLowerCase(Locale.ROOT)) || isOwnPage(origin, host);
  }

  private static boolean isOwnPage(String origin, String host) {
    try {
      URI page = new URI(origin);
      if (page.getHost() == null || host == null) {
        return false;
      }
      URI server = new URI(page.getScheme() + "://" + host);
      return page.getHost().equalsIgnoreCase(server.getHost()) && port(page) == port(server);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}

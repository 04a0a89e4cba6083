package io.sightline.session;

import io.sightline.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * This server's own STUN and TURN servers. What TURN servers ask for is the same for everybody, or
 * made for each session and valid for a while.
 */
final class OwnIceServers {
  private static final String URLS = "sightline.media.ice.servers";

  private final List<String> urls;
  private final IceServer fixed;
  private final RelayCredentials made;
  private final boolean offline;

  private OwnIceServers(
      List<String> urls, IceServer fixed, RelayCredentials made, boolean offline) {
    this.urls = urls;
    this.fixed = fixed;
    this.made = made;
    this.offline = offline;
  }

  /**
   * @throws io.sightline.settings.SettingsException where a URL is none, or TURN servers lack what
   *     they ask for
   */
  static OwnIceServers of(Settings settings) {
    List<String> urls = settings.list(URLS);
    if (!urls.stream().allMatch(IceServers::isUrl)) {
      throw settings.refuse(URLS, "URLs such as stun:host:3478 or turn:host:3478?transport=udp");
    }
    boolean offline = settings.flag(IceReach.OFFLINE);
    if (offline && !urls.isEmpty()) {
      throw settings.refuse(URLS, "empty where " + IceReach.OFFLINE + " is true");
    }
    RelayCredentials made = RelayCredentials.of(settings);
    String username = settings.text("sightline.media.ice.username");
    String credential = settings.text("sightline.media.ice.credential");
    boolean named = !username.isEmpty() && !credential.isEmpty();
    if (urls.stream().anyMatch(IceServers::isRelay) && made == null && !named) {
      throw settings.refuse(
          URLS,
          "without turn: URLs, or sightline.media.ice.username and .credential, or .secret, must be"
              + " set as well");
    }
    return new OwnIceServers(urls, new IceServer(List.of(), username, credential), made, offline);
  }

  /**
   * These and the client's, the latter checked.
   *
   * @throws ConfigurationRejected where they are not as they have to be, or any in offline mode
   */
  List<IceServer> with(List<IceServer> clients) {
    if (offline && clients.stream().anyMatch(s -> !s.urls().isEmpty())) {
      throw new ConfigurationRejected(
          "this server is offline (%s): it takes no ICE servers".formatted(IceReach.OFFLINE));
    }
    return IceServers.merged(issue(), clients);
  }

  /** The servers, with credentials for one session's use. */
  List<IceServer> issue() {
    IceServer relay = made == null ? fixed : made.issue();
    List<IceServer> servers = new ArrayList<>();
    for (String url : urls) {
      servers.add(
          IceServers.isRelay(url)
              ? new IceServer(List.of(url), relay.username(), relay.credential())
              : new IceServer(List.of(url), null, null));
    }
    return List.copyOf(servers);
  }
}

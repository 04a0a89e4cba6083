package io.sightline.session;

import io.sightline.settings.Settings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a session reaches for its peer.
 *
 * @param ports of this machine
 * @param relayOnly media go through TURN servers only
 * @param names whether names in a client's candidates are looked up
 */
record IceReach(PortRange ports, boolean relayOnly, boolean names) {
  static final String OFFLINE = "sightline.offline";

  /** The address of a candidate is its fifth word (RFC 8839, section 5.1). */
  private static final Pattern ADDRESS = Pattern.compile("candidate:(?:\\S+ +){4}(\\S+)");

  private static final Pattern NUMERIC =
      Pattern.compile("[0-9.]+|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*(%\\S+)?");

  static IceReach of(Settings s) {
    return new IceReach(
        PortRange.of(s),
        s.flag("sightline.media.ice.relay.only"),
        s.flag("sightline.media.ice.names") && !s.flag(OFFLINE));
  }

  /**
   * Whether the library may have this candidate. It would look a name up, and so ask a server
   * outside for what a stranger has written; browsers write names (mDNS) that nobody there knows,
   * and are found all the same, because they send first.
   */
  boolean admits(String candidate) {
    if (names) {
      return true;
    }
    Matcher address = ADDRESS.matcher(candidate);
    return !address.find() || NUMERIC.matcher(address.group(1)).matches();
  }

  /** The description without the candidates that are not admitted. */
  String admitted(String sdp) {
    if (names) {
      return sdp;
    }
    StringBuilder kept = new StringBuilder(sdp.length());
    for (String line : sdp.split("(?<=\n)")) {
      if (!line.startsWith("a=candidate:") || admits(line)) {
        kept.append(line);
      }
    }
    return kept.toString();
  }
}

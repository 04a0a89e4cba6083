package io.sightline.workflow.blocks.sinks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/** Which addresses requests may go to. */
final class AddressRules {
  /** Where clouds answer requests of their machines with credentials, beside link-local ones. */
  private static final Set<String> METADATA =
      Set.of("100.100.100.200", "192.0.0.192", "168.63.129.16", "fd00:ec2:0:0:0:0:0:254");

  private final boolean privateAllowed;

  /**
   * @param privateAllowed true for addresses of private networks and of this machine
   */
  AddressRules(boolean privateAllowed) {
    this.privateAllowed = privateAllowed;
  }

  /**
   * The first of a host's addresses, once all of them are found right.
   *
   * @throws IllegalArgumentException where one is not
   */
  InetAddress check(String host, List<InetAddress> addresses) {
    for (InetAddress address : addresses) {
      if (refused(address)) {
        throw new IllegalArgumentException(
            "%s has an address that requests may not go to".formatted(host));
      }
      if (!privateAllowed && isPrivate(address)) {
        throw new IllegalArgumentException(
            "%s has an address of a private network, and the setting".formatted(host)
                + " sightline.sinks.webhook.private.addresses does not allow these");
      }
    }
    return addresses.get(0);
  }

  private static boolean refused(InetAddress address) {
    return address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isMulticastAddress()
        || METADATA.contains(address.getHostAddress())
        || embedded(address) != null && refused(embedded(address));
  }

  private static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean shared =
        address instanceof Inet4Address && bytes[0] == 100 && (bytes[1] & 0xC0) == 0x40;
    boolean reserved =
        address instanceof Inet4Address && (bytes[0] == 0 || (bytes[0] & 0xF0) == 0xF0);
    boolean unique = address instanceof Inet6Address && (bytes[0] & 0xFE) == 0xFC;
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || shared
        || reserved
        || unique
        || embedded(address) != null && isPrivate(embedded(address));
  }

  /**
   * The IPv4 address that a translating or tunnelling IPv6 address stands for; null without one.
   */
  private static InetAddress embedded(InetAddress address) {
    byte[] b = address.getAddress();
    if (!(address instanceof Inet6Address)) {
      return null;
    }
    boolean translated = b[0] == 0 && b[1] == 0x64 && b[2] == (byte) 0xFF && b[3] == (byte) 0x9B;
    boolean compatible = true;
    for (int i = 0; i < 12; i++) {
      compatible &= b[i] == 0;
    }
    boolean tunnelled = b[0] == 0x20 && b[1] == 0x02;
    if (!translated && !compatible && !tunnelled || address.isLoopbackAddress()) {
      return null;
    }
    int from = tunnelled ? 2 : 12;
    try {
      return InetAddress.getByAddress(new byte[] {b[from], b[from + 1], b[from + 2], b[from + 3]});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}

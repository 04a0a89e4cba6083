package io.sightline.media.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an address is for (the IANA registries of special-purpose addresses). An IPv6 address that
 * carries an IPv4 address inside counts as the worse of the two.
 */
enum AddressClass {
  /** Anywhere on the Internet. */
  PUBLIC,
  /** Of this machine or its own network: only where its range is listed. */
  PRIVATE,
  /** Links, groups and the metadata of clouds: never. */
  FORBIDDEN;

  private static final List<NetworkRange> NEVER =
      ranges(
          "169.254.0.0/16", // link-local, where clouds tell machines their secrets
          "224.0.0.0/3", // groups, reserved, broadcast
          "0.0.0.0/8",
          "192.0.0.0/24",
          "100.100.100.200",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8",
          "fd00:ec2::/32",
          "::");

  private static final List<NetworkRange> LOCAL =
      ranges(
          "127.0.0.0/8",
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "198.18.0.0/15",
          "::1",
          "fc00::/7");

  /** Prefixes after which an IPv4 address follows: NAT64, 6to4, IPv4-compatible. */
  private static final List<NetworkRange> EMBEDDING = ranges("64:ff9b::/96", "2002::/16", "::/96");

  static AddressClass of(InetAddress address) {
    AddressClass own = plain(address);
    for (NetworkRange range : EMBEDDING) {
      if (range.contains(address) && own == PUBLIC) {
        AddressClass inner = plain(embedded(address, range.bits() / Byte.SIZE));
        return inner.compareTo(own) > 0 ? inner : own;
      }
    }
    return own;
  }

  private static AddressClass plain(InetAddress address) {
    if (NEVER.stream().anyMatch(range -> range.contains(address))) {
      return FORBIDDEN;
    }
    return LOCAL.stream().anyMatch(range -> range.contains(address)) ? PRIVATE : PUBLIC;
  }

  private static InetAddress embedded(InetAddress address, int offset) {
    try {
      return InetAddress.getByAddress(
          Arrays.copyOfRange(address.getAddress(), offset, offset + Integer.BYTES));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<NetworkRange> ranges(String... texts) {
    return Stream.of(texts).map(NetworkRange::of).toList();
  }
}

package io.sightline.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits, such as 192.168.0.0/16.
 *
 * @param bits that are the same
 */
public record AddressRange(InetAddress base, int bits) {
  private static final Pattern LITERAL =
      Pattern.compile("[0-9.]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");

  /** What leads to machines that the public network does not reach, or to this one. */
  private static final List<AddressRange> NOT_PUBLIC =
      List.of(
          of("0.0.0.0/8"),
          of("10.0.0.0/8"),
          of("100.64.0.0/10"),
          of("127.0.0.0/8"),
          of("169.254.0.0/16"),
          of("172.16.0.0/12"),
          of("192.0.0.0/24"),
          of("192.168.0.0/16"),
          of("198.18.0.0/15"),
          of("224.0.0.0/3"),
          of("::/96"),
          of("64:ff9b::/32"),
          of("2002::/16"),
          of("fc00::/7"),
          of("fe80::/9"),
          of("ff00::/8"));

  /**
   * Reads an address, or an address and a number of bits behind a slash.
   *
   * @throws IllegalArgumentException where it is none; names are not looked up
   */
  public static AddressRange of(String text) {
    String[] parts = text.split("/", -1);
    InetAddress base = literal(parts[0]);
    if (base == null || parts.length > 2) {
      throw new IllegalArgumentException(text);
    }
    int width = base.getAddress().length * 8;
    int bits = parts.length == 1 ? width : Integer.parseInt(parts[1]);
    if (bits < 0 || bits > width) {
      throw new IllegalArgumentException(text);
    }
    return new AddressRange(base, bits);
  }

  /** An address that is written as one; null for a name. */
  public static InetAddress literal(String text) {
    try {
      return LITERAL.matcher(text).matches() ? InetAddress.getByName(text) : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** Whether the address leads into the public network. */
  public static boolean isPublic(InetAddress address) {
    return NOT_PUBLIC.stream().noneMatch(range -> range.contains(address));
  }

  /** Whether the address begins with the same bits. */
  public boolean contains(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i % 8);
      if (((mine[i / 8] ^ other[i / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}

package io.sightline.media.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits (RFC 4632, RFC 4291 section 2.3); a single address is a
 * range of one.
 */
record NetworkRange(InetAddress first, int bits) {
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /** Reads {@code 10.1.0.0/16}, {@code 2001:db8::/32} or an address; null where it is none. */
  static NetworkRange parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (!SourceUrl.IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
      return null;
    }
    try {
      InetAddress first = InetAddress.getByName(address);
      int width = first.getAddress().length * Byte.SIZE;
      int bits = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
      return bits < 0 || bits > width ? null : new NetworkRange(first, bits);
    } catch (UnknownHostException | NumberFormatException e) {
      return null;
    }
  }

  /**
   * @throws IllegalArgumentException where the text is none; for constants
   */
  static NetworkRange of(String text) {
    NetworkRange range = parse(text);
    if (range == null) {
      throw new IllegalArgumentException(text);
    }
    return range;
  }

  boolean contains(InetAddress address) {
    byte[] ours = first.getAddress();
    byte[] theirs = address.getAddress();
    int whole = bits / Byte.SIZE;
    if (ours.length != theirs.length || !Arrays.equals(ours, 0, whole, theirs, 0, whole)) {
      return false;
    }
    int rest = bits % Byte.SIZE;
    return rest == 0
        || (ours[whole] & 0xFF) >> Byte.SIZE - rest == (theirs[whole] & 0xFF) >> Byte.SIZE - rest;
  }
}

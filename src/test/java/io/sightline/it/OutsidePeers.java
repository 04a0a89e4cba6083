package io.sightline.it;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a process speaks to outside of the loopback network, by the system's own tables: peers of
 * its TCP sockets, and name servers that its UDP sockets are connected to.
 *
 * @param pid the process
 * @param nameServers as the tables write their addresses
 */
record OutsidePeers(long pid, Set<String> nameServers) {
  private static final Path RESOLVER = Path.of("/etc/resolv.conf");
  private static final int DNS = 53;

  /** Loopback as it stands in the tables: IPv4, the same in IPv6, IPv6. */
  private static final String LOOPBACK =
      "[0-9A-F]{6}7F|0000000000000000FFFF0000[0-9A-F]{6}7F|00000000000000000000000001000000";

  /** With the name servers that this machine asks. */
  static OutsidePeers of(long pid) throws IOException {
    Set<String> servers = new TreeSet<>();
    if (Files.exists(RESOLVER)) {
      for (String line : Files.readAllLines(RESOLVER)) {
        if (line.matches("nameserver\\s+[0-9.]+\\s*")) {
          servers.add(written(InetAddress.getByName(line.trim().split("\\s+")[1])));
        }
      }
    }
    return new OutsidePeers(pid, servers);
  }

  /** An IPv4 address as the tables write it: the lowest byte first. */
  static String written(InetAddress address) {
    byte[] b = ((Inet4Address) address).getAddress();
    return "%02X%02X%02X%02X".formatted(b[3], b[2], b[1], b[0]);
  }

  /**
   * Table and address of each peer now.
   *
   * @throws IllegalStateException where nothing of the process can be seen
   */
  Set<String> now() throws IOException {
    Set<String> own = sockets();
    if (own.isEmpty()) {
      throw new IllegalStateException("process " + pid + " shows no socket: nothing is watched");
    }
    Set<String> found = new TreeSet<>();
    for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
      for (String row : rows(table)) {
        String[] fields = row.trim().split("\\s+");
        if (own.contains(fields[9]) && isOutside(table, fields[2].split(":"))) {
          found.add(table + " " + fields[2]);
        }
      }
    }
    return found;
  }

  private boolean isOutside(String table, String[] peer) {
    int port = Integer.parseInt(peer[1], 16);
    String last = peer[0].substring(Math.max(0, peer[0].length() - 8));
    boolean speaks = table.startsWith("tcp") || port == DNS && nameServers.contains(last);
    return port != 0 && speaks && !peer[0].matches(LOOPBACK);
  }

  private List<String> rows(String table) throws IOException {
    Path file = Path.of("/proc", Long.toString(pid), "net", table);
    return Files.exists(file) ? Files.readAllLines(file).stream().skip(1).toList() : List.of();
  }

  private Set<String> sockets() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return all.map(OutsidePeers::target)
          .filter(target -> target.startsWith("socket:["))
          .map(target -> target.substring("socket:[".length(), target.length() - 1))
          .collect(Collectors.toSet());
    }
  }

  /** A descriptor may be closed by now. */
  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }
}

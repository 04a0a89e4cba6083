package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With default settings nothing leaves a server but answers to those who have connected to it. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class NoConnectionsIT {
  private static final String CANDIDATES =
      "a=candidate:1 1 udp 2122260223 4f2a1c9e-0000-4000-8000-000000000000.local 40000 typ host\r\n"
          + "a=candidate:2 1 udp 2122260222 sightline-test.example 40001 typ host\r\n";

  private static final String LOOPBACK = "0100007F";
  private static final String LOOPBACK_6 = "0000000000000000FFFF00000100007F";
  private static final String LOOPBACK_OF_6 = "00000000000000000000000001000000";

  private final SightlineServer server = SightlineServer.shared();

  @Test
  void opensNoConnectionAndLooksUpNoName() throws Exception {
    Set<String> outside = new TreeSet<>(outside());
    try (TestPeer peer = new TestPeer(Film.small())) {
      String sdp = peer.offer(candidate -> {}) + CANDIDATES;
      ObjectNode body = CutClient.request(sdp);
      body.putArray("stream_output").add("picture");
      Thread watching = Thread.currentThread();
      Thread watch =
          new Thread(
              () -> {
                while (watching.isAlive() && !Thread.currentThread().isInterrupted()) {
                  outside.addAll(outside());
                }
              });
      watch.start();
      HttpAnswer answer = HttpAnswer.post(server.uri("initialise_webrtc_worker"), body.toString());
      assertEquals(200, answer.status(), answer::body);
      peer.answer(new ObjectMapper().readTree(answer.body()).path("sdp").asText());
      assertNotNull(peer.pictures().poll(60, TimeUnit.SECONDS), "it works all the same");
      watch.interrupt();
      watch.join();
    }
    assertEquals(Set.of(), outside);
  }

  /** Peers of the server's TCP sockets that are not on this machine, and name servers it asks. */
  private Set<String> outside() {
    try {
      Set<String> own = sockets();
      Set<String> found = new TreeSet<>();
      for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
        for (String line : rows(table)) {
          String[] fields = line.trim().split("\\s+");
          String address = fields[2].substring(0, fields[2].indexOf(':'));
          int port = Integer.parseInt(fields[2].substring(fields[2].indexOf(':') + 1), 16);
          boolean asks = table.startsWith("tcp") || port == 53 && nameServers().contains(address);
          if (own.contains(fields[9]) && port != 0 && asks && !isLoopback(address)) {
            found.add(table + " " + fields[2]);
          }
        }
      }
      return found;
    } catch (IOException e) {
      return Set.of();
    }
  }

  private static boolean isLoopback(String address) {
    return Set.of(LOOPBACK, LOOPBACK_6, LOOPBACK_OF_6).contains(address);
  }

  private static Set<String> nameServers() throws IOException {
    Path file = Path.of("/etc/resolv.conf");
    if (!Files.exists(file)) {
      return Set.of();
    }
    Set<String> hexadecimal = new TreeSet<>();
    for (String line : Files.readAllLines(file)) {
      if (line.matches("nameserver +[0-9.]+ *")) {
        String[] bytes = line.trim().split(" +")[1].split("\\.");
        StringBuilder text = new StringBuilder();
        for (int i = 3; i >= 0; i--) {
          text.append("%02X".formatted(Integer.parseInt(bytes[i])));
        }
        hexadecimal.add(text.toString());
      }
    }
    return hexadecimal;
  }

  private List<String> rows(String table) throws IOException {
    Path file = Path.of("/proc", Long.toString(server.process().pid()), "net", table);
    return Files.exists(file) ? Files.readAllLines(file).stream().skip(1).toList() : List.of();
  }

  private Set<String> sockets() throws IOException {
    List<Path> links;
    try (Stream<Path> all =
        Files.list(Path.of("/proc", Long.toString(server.process().pid()), "fd"))) {
      links = new ArrayList<>(all.toList());
    }
    return links.stream()
        .map(NoConnectionsIT::target)
        .filter(target -> target.startsWith("socket:["))
        .map(target -> target.substring("socket:[".length(), target.length() - 1))
        .collect(Collectors.toSet());
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

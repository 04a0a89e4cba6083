package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With default settings nothing leaves a server but answers to those who have connected to it. */
@Timeout(value = 480, unit = TimeUnit.SECONDS)
class NoConnectionsIT {
  private static final String CANDIDATES =
      "a=candidate:1 1 udp 2122260223 4f2a1c9e-0000-4000-8000-000000000000.local 40000 typ host\r\n"
          + "a=candidate:2 1 udp 2122260222 sightline-test.example 40001 typ host\r\n";

  @Test
  void opensNoConnectionAndLooksUpNoName() throws Exception {
    assertEquals(Set.of(), seenDuringASession(SightlineServer.shared()));
  }

  /** The same watch over a server that is told of a TURN server elsewhere: it must not be blind. */
  @Test
  void isSeenWhereAServerDoesConnect() throws Exception {
    assumeTrue(OutsidePeersTest.ownAddress().isPresent(), "this machine has a network's address");
    InetAddress own = OutsidePeersTest.ownAddress().get();
    try (ServerSocket turn = new ServerSocket(0, 50, own);
        SightlineServer server =
            SightlineServer.start(
                Map.of(
                    "sightline.media.ice.servers",
                        "turn:%s:%d?transport=tcp"
                            .formatted(own.getHostAddress(), turn.getLocalPort()),
                    "sightline.media.ice.username", "ann",
                    "sightline.media.ice.credential", "pass-word"))) {
      String peer = "%s:%04X".formatted(OutsidePeers.written(own), turn.getLocalPort());
      Set<String> seen = seenDuringASession(server);
      assertTrue(seen.stream().anyMatch(one -> one.endsWith(peer)), () -> peer + " in " + seen);
    }
  }

  /** Whom the server speaks to from before a session until pictures come back. */
  private static Set<String> seenDuringASession(SightlineServer server) throws Exception {
    OutsidePeers peers = OutsidePeers.of(server.process().pid());
    Set<String> seen = new TreeSet<>(peers.now());
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Set<String>> watch =
        CompletableFuture.supplyAsync(() -> watched(peers, over));
    try (TestPeer peer = new TestPeer(Film.small())) {
      String sdp = peer.offer(candidate -> {}) + CANDIDATES;
      ObjectNode body = CutClient.request(sdp);
      body.putArray("stream_output").add("picture");
      HttpAnswer answer = HttpAnswer.post(server.uri("initialise_webrtc_worker"), body.toString());
      assertEquals(200, answer.status(), answer::body);
      peer.answer(new ObjectMapper().readTree(answer.body()).path("sdp").asText());
      assertNotNull(peer.pictures().poll(60, TimeUnit.SECONDS), "it works all the same");
    } finally {
      over.set(true);
    }
    seen.addAll(watch.get(60, TimeUnit.SECONDS));
    return seen;
  }

  /** Looks as often as it can; what goes wrong with that fails the test. */
  private static Set<String> watched(OutsidePeers peers, AtomicBoolean over) {
    Set<String> seen = new TreeSet<>();
    try {
      while (!over.get()) {
        seen.addAll(peers.now());
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return seen;
  }
}

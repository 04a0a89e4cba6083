package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import io.sightline.turn.Coturn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Media through a real TURN server, because neither end may use anything else. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RelayedSessionTest {
  private static final String SECRET = "north-star";

  @BeforeAll
  static void needsATurnServer() {
    assumeTrue(Coturn.isThere(), "liberty/verify.sh installs coturn");
  }

  @Test
  @DisplayName("S-18: with credentials made from a shared secret, for the server and the client")
  void relaysWithCredentialsMadeForEachSession() throws Exception {
    try (Coturn turn = Coturn.sharing(SECRET);
        PlainEnvironment environment = environment(turn, SECRET, Map.of())) {
      IceServer relay = environment.iceServers().get(0);
      Session session = environment.session();
      try (ConnectedPeer client = client(relay, session, ConnectedPeer.echo())) {
        List<String> candidates = new CopyOnWriteArrayList<>();
        client.intercept(
            event -> {
              if (event instanceof SessionEvent.CandidateFound found && found.candidate() != null) {
                candidates.add(found.candidate().candidate());
              }
            });
        SessionEvent.Answered answer = client.connect();
        assertTrue(
            candidates.stream().allMatch(line -> line.contains(" typ relay raddr 0.0.0.0 ")),
            candidates::toString);
        assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS), "a picture comes");
        IceServer told = answer.iceServers().get(0);
        assertEquals(relay.urls(), told.urls());
        assertFalse(told.username().equals(relay.username()), "each has its own");
        assertTrue(turn.log().contains("user <" + relay.username() + ">"), "the client's");
        long users =
            Pattern.compile("user <(\\d+:[^>]+)>")
                .matcher(turn.log())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .count();
        assertEquals(2, users, "the server's as well");
        assertFalse(answer.sdp().contains(SECRET));
        end(session);
      }
    }
  }

  @Test
  @DisplayName("S-18: with webrtc_turn_config of the client, over TCP to the TURN server")
  void relaysWithWhatTheClientBrings() throws Exception {
    try (Coturn turn = Coturn.of("ann", "pass-word");
        PlainEnvironment environment =
            new PlainEnvironment(Map.of("SIGHTLINE_MEDIA_ICE_RELAY_ONLY", "true"))) {
      IceServer relay = new IceServer(List.of(turn.url("tcp")), "ann", "pass-word");
      Session session = environment.session();
      try (ConnectedPeer client = client(relay, session, ConnectedPeer.echo(relay))) {
        client.connect();
        assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS), "a picture comes");
        end(session);
      }
    }
  }

  @Test
  @DisplayName("S-18: a wrong secret connects nobody, and the session ends in its time")
  void connectsNobodyWithAWrongSecret() throws Exception {
    try (Coturn turn = Coturn.sharing("another");
        PlainEnvironment environment =
            environment(turn, SECRET, Map.of("SIGHTLINE_SESSION_CONNECT_TIMEOUT", "3"))) {
      Session session = environment.session();
      IceServer relay = environment.iceServers().get(0);
      try (ConnectedPeer client = client(relay, session, ConnectedPeer.echo())) {
        client.answer();
        SessionEvent.Ended ended = ended(session, client);
        assertEquals(EndReason.ERROR, ended.reason());
        assertEquals("not connected within 3 s", ended.message());
      }
    }
  }

  @Test
  @DisplayName("S-9, S-18: a TURN server that dies in mid-stream ends the session in its time")
  void endsWhenTheTurnServerDies() throws Exception {
    try (Coturn turn = Coturn.sharing(SECRET);
        PlainEnvironment environment =
            environment(turn, SECRET, Map.of("SIGHTLINE_SESSION_DISCONNECT_TIMEOUT", "3"))) {
      Session session = environment.session();
      IceServer relay = environment.iceServers().get(0);
      try (ConnectedPeer client = client(relay, session, ConnectedPeer.echo())) {
        client.connect();
        assertNotNull(client.peer().pictures().poll(20, TimeUnit.SECONDS));
        client.awaitState(SessionState.RUNNING);
        turn.kill();
        client.awaitState(SessionState.CONNECTING);
        SessionEvent.Ended ended = ended(session, client);
        assertEquals(EndReason.ERROR, ended.reason());
        assertEquals("cut off from the peer for 3 s", ended.message());
      }
    }
  }

  private static ConnectedPeer client(IceServer relay, Session session, OfferOptions options) {
    TestPeer peer =
        TestPeer.relayed(Film.small(), relay.urls().get(0), relay.username(), relay.credential());
    return new ConnectedPeer(session, peer, options, UnaryOperator.identity());
  }

  private static PlainEnvironment environment(
      Coturn turn, String secret, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("SIGHTLINE_MEDIA_ICE_SERVERS", turn.url("udp"));
    variables.put("SIGHTLINE_MEDIA_ICE_SECRET", secret);
    variables.put("SIGHTLINE_MEDIA_ICE_RELAY_ONLY", "true");
    return new PlainEnvironment(variables);
  }

  /** What the housekeeper does, until the session is over. */
  private static SessionEvent.Ended ended(Session session, ConnectedPeer client) throws Exception {
    while (!session.closed().toCompletableFuture().isDone()) {
      session.expiry().ifPresent(e -> session.end(e.reason(), e.message()));
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return client.await(SessionEvent.Ended.class, e -> true);
  }

  private static void end(Session session) throws Exception {
    session.end(EndReason.CLIENT, "done").toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}

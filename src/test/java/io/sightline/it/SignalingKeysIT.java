package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that asks for keys. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SignalingKeysIT {
  /** Of the key "secret". */
  private static final String HASH =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

  private static SightlineServer server;

  @BeforeAll
  static void start() {
    server = SightlineServer.start(Map.of("sightline.security.api.keys", HASH));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @DisplayName("G-13: an offer without a key of the server opens no session, and says why")
  void refusesOffersWithoutAKey() throws Exception {
    Map<String, String> answers = Map.of("", "MissingApiKeyError", "guess", "NotAuthorised");
    for (Map.Entry<String, String> one : answers.entrySet()) {
      try (SignalingClient client = SignalingClient.connect(server);
          TestPeer peer = new TestPeer(Film.small())) {
        client.offer(peer, "\"api_key\":\"" + one.getKey() + "\"," + SignalingIT.ECHO);
        JsonNode error = client.awaitError(one.getValue());
        assertTrue(error.get("fatal").asBoolean());
        assertEquals(1008, client.awaitClose());
      }
    }
    assertFalse(server.logText().contains("guess"));
  }

  @Test
  @DisplayName("G-13: a key in the offer, in the address or as a bearer's token opens a session")
  void opensSessionsForAKey() throws Exception {
    opens(SignalingClient.connect(server), "\"api_key\":\"secret\",");
    opens(SignalingClient.connect(server, "?api_key=secret", Map.of()), "");
    opens(SignalingClient.connect(server, Map.of("Authorization", "Bearer secret")), "");
    assertFalse(server.logText().contains("secret"));
  }

  private static void opens(SignalingClient socket, String options) throws Exception {
    try (SignalingClient client = socket;
        TestPeer peer = new TestPeer(Film.small())) {
      client.offer(peer, options + SignalingIT.ECHO);
      client.answer(peer);
      client.awaitState("running");
      client.say("terminate");
      client.awaitType("terminated");
    }
  }

  @Test
  @DisplayName("H-9: workflows over HTTP ask for the same keys, pages for none")
  void asksForKeysOverHttp() {
    String list = "workflows/stored";
    assertEquals(400, HttpAnswer.get(server.uri(list)).status());
    assertEquals(401, HttpAnswer.get(server.uri(list + "?api_key=guess")).status());
    assertEquals(200, HttpAnswer.get(server.uri(list + "?api_key=secret")).status());
    assertEquals(200, HttpAnswer.get(server.uri("js/key.js")).status());
  }
}

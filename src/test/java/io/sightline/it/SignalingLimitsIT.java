package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Limits of number and time, on a real server whose limits are small. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SignalingLimitsIT {
  private static SightlineServer server;

  @BeforeAll
  static void start() {
    server =
        SightlineServer.start(
            Map.of(
                "sightline.session.limit", "1",
                "sightline.session.connect.timeout", "3",
                "sightline.session.socket.grace", "1",
                "sightline.session.housekeeping.interval", "1",
                "sightline.signaling.sockets.limit", "5",
                "sightline.signaling.offer.timeout", "3"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void tellsTheSecondClientAndFreesThePlaceOfAClosedTab() throws Exception {
    try (TestPeer peer = new TestPeer(Film.small());
        SignalingClient first = open(peer, "")) {
      try (SignalingClient second = SignalingClient.connect(server);
          TestPeer other = new TestPeer(Film.small())) {
        second.offer(other, SignalingIT.ECHO);
        JsonNode error = second.awaitError("SessionLimitReached");
        assertEquals("session limit reached: 1 of 1 open", error.get("message").asText());
        assertTrue(error.get("fatal").asBoolean());
      }
      first.leave();
      openAndClose();
    }
  }

  @Test
  void endsASessionWhoseSocketIsLostAfterTheGraceTime() throws Exception {
    try (TestPeer peer = new TestPeer(Film.small());
        SignalingClient lost = open(peer, "")) {
      lost.breakOff();
      openAndClose();
      assertTrue(server.logText().contains("error, signaling socket lost for 1 s"));
    }
  }

  @Test
  void endsASessionAtItsTimeLimitAfterTheMessageOfTheEnd() throws Exception {
    try (TestPeer peer = new TestPeer(Film.small());
        SignalingClient client = open(peer, ",\"processing_timeout\":4")) {
      assertEquals("timeout_reached", client.awaitType("terminated").get("reason").asText());
      String last = "";
      for (String r; (r = peer.results().poll(10, TimeUnit.SECONDS)) != null; ) {
        last = r;
        if (last.contains("\"processing_complete\":true")) {
          break;
        }
      }
      assertTrue(last.contains("\"processing_complete\":true"), last);
      assertTrue(last.contains("\"timeout_reached\""), last);
      assertEquals(1000, client.awaitClose());
    }
  }

  @Test
  void endsASessionThatNeverConnects() throws Exception {
    try (TestPeer peer = new TestPeer(Film.small())) {
      String sdp = peer.offer(candidate -> {});
      JsonNode message = null;
      while (message == null || message.get("type").asText().equals("error")) {
        try (SignalingClient attempt = SignalingClient.connect(server)) {
          attempt.send(
              "{\"type\":\"offer\",\"sdp\":"
                  + SignalingClient.quoted(sdp)
                  + ","
                  + SignalingIT.ECHO
                  + "}");
          message = attempt.await(m -> !m.get("type").asText().equals("status"));
          if (message.get("type").asText().equals("answer")) {
            JsonNode end = attempt.awaitType("terminated");
            assertEquals("error", end.get("reason").asText());
            assertEquals("not connected within 3 s", end.get("message").asText());
          }
        }
      }
    }
  }

  @Test
  void closesAThousandSilentSockets() throws Exception {
    List<SignalingClient> silent = new ArrayList<>();
    int turnedAway = 0;
    for (int i = 0; i < 1000; i++) {
      SignalingClient client = SignalingClient.connect(server);
      silent.add(client);
    }
    for (SignalingClient client : silent) {
      int code = client.awaitClose();
      assertTrue(code == 1013 || code == 1008, "code " + code);
      turnedAway += code == 1013 ? 1 : 0;
    }
    assertTrue(turnedAway > 900, "turned away: " + turnedAway);
    openAndClose();
  }

  private static void openAndClose() throws Exception {
    try (TestPeer peer = new TestPeer(Film.small())) {
      open(peer, "").close();
    }
  }

  /** Asks for the one place until it is free. */
  private static SignalingClient open(TestPeer peer, String options) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < deadline) {
      SignalingClient client = SignalingClient.connect(server);
      client.offer(peer, SignalingIT.ECHO + options);
      JsonNode message = client.answerOrError(peer);
      if (message.get("type").asText().equals("answer")) {
        client.awaitState("running");
        return client;
      }
      assertEquals("SessionLimitReached", message.get("error_type").asText());
      client.close();
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("no place");
  }
}

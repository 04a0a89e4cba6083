package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The signaling protocol on the real server, with a session that must not notice the others. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SignalingIT {
  /** Shows the frame as it came in, so that no model takes part. */
  static final String ECHO =
      "\"workflow_configuration\":{\"workflow_specification\":{\"version\":\"1.0\","
          + "\"inputs\":[{\"type\":\"InferenceImage\",\"name\":\"image\"}],\"steps\":[],"
          + "\"outputs\":[{\"type\":\"JsonField\",\"name\":\"picture\",\"selector\":\"$inputs.image\"}]}}";

  private static final String CANDIDATE =
      "{\"type\":\"candidate\",\"candidate\":{\"sdpMid\":\"0\","
          + "\"candidate\":\"candidate:%d 1 udp 1 192.0.2.1 5000 typ host\"}}";

  private static SightlineServer server;
  private static SignalingClient bystander;
  private static TestPeer bystandersPeer;

  @BeforeAll
  static void openABystander() throws Exception {
    server = SightlineServer.shared();
    bystander = SignalingClient.connect(server);
    bystandersPeer = new TestPeer(Film.small());
    bystander.offer(bystandersPeer, ECHO);
    bystander.answer(bystandersPeer);
    bystander.awaitState("running");
  }

  @AfterAll
  static void theBystanderHasNoticedNothing() throws Exception {
    try (SignalingClient client = bystander;
        TestPeer peer = bystandersPeer) {
      long before = processed(client);
      peer.pictures().clear();
      assertNotNull(peer.pictures().poll(30, TimeUnit.SECONDS), "pictures still come");
      while (processed(client) <= before) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  @Test
  void answersConnectsAndShowsTheDefaultWorkflow() throws Exception {
    try (SignalingClient client = SignalingClient.connect(server);
        TestPeer peer = new TestPeer(Film.small())) {
      client.offer(peer, "\"data_output\":[\"*\"]");
      JsonNode answer = client.answer(peer);
      assertEquals(36, answer.get("session_id").asText().length());
      assertTrue(answer.get("ice_servers").isArray());
      client.awaitState("running");
      assertNotNull(peer.pictures().poll(60, TimeUnit.SECONDS), "an annotated picture");
      String result = peer.results().poll(60, TimeUnit.SECONDS);
      assertTrue(result.contains("\"serialized_output_data\""), result);
      client.say("terminate");
      assertEquals("client", client.awaitType("terminated").get("reason").asText());
      assertEquals(1000, client.awaitClose());
    }
  }

  @Test
  void reportsPausesResumesAndConfigures() throws Exception {
    try (SignalingClient client = SignalingClient.connect(server);
        TestPeer peer = new TestPeer(Film.small())) {
      client.offer(peer, ECHO);
      client.answer(peer);
      client.awaitState("running");
      assertNotNull(peer.pictures().poll(60, TimeUnit.SECONDS));
      client.say("status");
      JsonNode stats = client.awaitType("status").get("stats");
      assertTrue(stats.at("/frames/received").asLong() > 0, stats::toString);
      client.say("pause");
      client.awaitState("paused");
      client.say("resume");
      client.awaitState("running");
      client.send("{\"type\":\"configure\",\"data_output\":[\"nothing\"]}");
      assertEquals(
          "Invalid data_output fields: ['nothing']. Available workflow outputs: ['picture']",
          client.awaitError("WebRTCConfigurationError").get("message").asText());
      client.send("{\"type\":\"configure\",\"data_output\":[\"picture\"]}");
      assertEquals("[\"picture\"]", client.awaitType("configured").get("data_output").toString());
      client.say("ping");
      client.awaitType("pong");
    }
  }

  @Test
  void answersGarbageWithTypedErrors() throws Exception {
    try (SignalingClient client = SignalingClient.connect(server)) {
      client.send("GET / HTTP/1.1");
      JsonNode error = client.awaitError("InvalidMessage");
      assertTrue(error.get("message").asText().startsWith("not JSON at line 1"), error::toString);
      assertFalse(error.get("fatal").asBoolean());
      client.send("{\"type\":\"selfdestruct\"}");
      error = client.awaitError("InvalidMessage");
      assertTrue(error.get("message").asText().contains("known types: ack"), error::toString);
      client.say("pause");
      client.awaitError("OfferMissing");
    }
    refused("{\"type\":\"offer\"}", "InvalidOffer", "offer without SDP");
    refused("{\"type\":\"offer\",\"sdp\":\"<html>\"}", "InvalidOffer", "garbage instead of SDP");
    refused(
        "{\"type\":\"offer\",\"sdp\":\"v=0\\r\\nm=audio 9 UDP/TLS/RTP/SAVPF 0\\r\\n\"}",
        "InvalidOffer",
        "SDP without video");
    refused(
        "{\"type\":\"offer\",\"sdp\":"
            + "\"v=0\\r\\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\\r\\n\"}",
        "InvalidOffer",
        "SDP without video");
    refused(
        "{\"type\":\"offer\",\"sdp\":\"v=0\\r"
            + "\\n"
            + "o=- 1 1 IN IP4 0.0.0.0\\r"
            + "\\n"
            + "s=-\\r"
            + "\\n"
            + "t=0 0\\r"
            + "\\n"
            + "m=video 9 UDP/TLS/RTP/SAVPF 96\\r"
            + "\\n"
            + "\"}",
        "InvalidOffer",
        "the offer cannot be applied");
    refused(
        "{\"type\":\"offer\",\"sdp\":\"v=0\",\"rtsp_url\":\"rtsp://a/b\"}",
        "SourceNotAllowed",
        "sightline.media.sources.hosts");
  }

  @Test
  void refusesATenMegabyteMessage() throws Exception {
    try (SignalingClient client = SignalingClient.connect(server)) {
      client.send("{\"type\":\"ping\",\"x\":\"" + "x".repeat(10_000_000) + "\"}");
      JsonNode error = client.awaitError("MessageTooLarge");
      assertEquals(
          "the message is too large: at most 1048576 bytes are accepted",
          error.get("message").asText());
      assertTrue(error.get("fatal").asBoolean());
      assertEquals(1009, client.awaitClose());
    }
  }

  @Test
  void closesWhoAnnouncesAnEndlessFrame() throws Exception {
    try (RawSocket socket = RawSocket.open(server.webSocketUri("ws/signaling"))) {
      socket.announceText(1L << 40);
      socket.send("{\"type\":\"ping\",\"x\":\"");
      assertEquals(1009, socket.awaitClose());
    }
  }

  @Test
  void answersTenMegabytesInOneFrame() throws Exception {
    try (RawSocket socket = RawSocket.open(server.webSocketUri("ws/signaling"))) {
      socket.announceText(10_000_000);
      socket.send("x".repeat(10_000_000));
      assertEquals(1009, socket.awaitClose());
      assertTrue(socket.received().contains("MessageTooLarge"), socket.received());
    }
  }

  @Test
  void refusesABinaryMessageAndGoesOn() throws Exception {
    try (SignalingClient client = SignalingClient.connect(server)) {
      client.sendBinary(new byte[] {1, 2, 3});
      assertFalse(client.awaitError("InvalidMessage").get("fatal").asBoolean());
      client.say("ping");
      client.awaitType("pong");
    }
  }

  @Test
  void boundsCandidatesAndMessages() throws Exception {
    try (SignalingClient client = SignalingClient.connect(server);
        TestPeer peer = new TestPeer(Film.small())) {
      client.offer(peer, ECHO);
      client.answer(peer);
      for (int i = 0; i < 10_000 && !client.isClosed(); i++) {
        if (i == 260) {
          client.awaitError("InvalidCandidate");
        }
        client.send(CANDIDATE.formatted(i));
      }
      assertTrue(client.awaitError("MessageRateExceeded").get("fatal").asBoolean());
      assertEquals(1008, client.awaitClose());
    }
  }

  @Test
  void boundsOffers() throws Exception {
    try (SignalingClient client = SignalingClient.connect(server);
        TestPeer peer = new TestPeer(Film.small())) {
      client.offer(peer, ECHO);
      client.answer(peer);
      for (int i = 0; i < 40; i++) {
        client.send("{\"type\":\"offer\",\"sdp\":\"v=0\"}");
      }
      assertFalse(client.awaitError("OfferRateExceeded").get("fatal").asBoolean());
      client.say("ping");
      client.awaitType("pong");
    }
  }

  @Test
  void keepsCandidatesThatComeBeforeTheOffer() throws Exception {
    try (SignalingClient client = SignalingClient.connect(server);
        TestPeer peer = new TestPeer(Film.small())) {
      client.send(CANDIDATE.formatted(1));
      client.offer(peer, ECHO);
      client.answer(peer);
      client.awaitState("running");
    }
  }

  @Test
  void turnsPagesOfStrangersAway() {
    assertThrows(
        CompletionException.class,
        () -> SignalingClient.connect(server, Map.of("Origin", "https://evil.example")).close());
    String own = "http://localhost:" + server.uri().getPort();
    SignalingClient.connect(server, Map.of("Origin", own)).close();
  }

  private static void refused(String offer, String errorType, String part) throws Exception {
    try (SignalingClient client = SignalingClient.connect(server)) {
      client.send(offer);
      JsonNode error = client.awaitError(errorType);
      assertTrue(error.get("message").asText().contains(part), error::toString);
      assertTrue(error.get("fatal").asBoolean());
      assertEquals(1000, client.awaitClose());
    }
  }

  private static long processed(SignalingClient client) throws InterruptedException {
    client.say("status");
    return client.awaitType("status").at("/stats/frames/processed").asLong();
  }
}

package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of an application with sessions open, and its beginning with wrong settings. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class SignalingRestartIT {
  @Test
  void drainsTheSessionsOfARedeployedApplicationAndOpensNewOnes() throws Exception {
    try (SightlineServer server = SightlineServer.start(Map.of())) {
      for (int redeployments = 1; redeployments <= 2; redeployments++) {
        try (SignalingClient client = SignalingClient.connect(server);
            TestPeer peer = new TestPeer(Film.small())) {
          watch(client, peer);
          Files.setLastModifiedTime(server.archive(), FileTime.from(Instant.now()));
          assertEquals("drained", client.awaitType("terminated").get("reason").asText());
        }
        int expected = redeployments;
        server.await(
            "redeployment " + expected,
            () -> server.logText().split("CWWKZ0003I", -1).length - 1 == expected);
        server.awaitReady();
      }
      try (SignalingClient client = SignalingClient.connect(server);
          TestPeer peer = new TestPeer(Film.small())) {
        watch(client, peer);
      }
    }
  }

  @Test
  @DisplayName("T-2: a value out of bounds stops the start with a sentence")
  void doesNotStartWithAWrongValue() {
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> SightlineServer.start(Map.of("sightline.session.limit", "0")).close());
    assertTrue(
        refused
            .getMessage()
            .contains(
                "setting sightline.session.limit (environment SIGHTLINE_SESSION_LIMIT) must be a"
                    + " whole number from 1 to 1000, not '0'"),
        refused.getMessage());
  }

  @Test
  @DisplayName("T-2: a wrong value of the signaling settings as well")
  void doesNotStartWithAWrongOrigin() {
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> SightlineServer.start(Map.of("sightline.signaling.origins", "shop")).close());
    assertTrue(refused.getMessage().contains("https://shop.example"), refused.getMessage());
  }

  private static void watch(SignalingClient client, TestPeer peer) throws InterruptedException {
    client.offer(peer, SignalingIT.ECHO);
    client.answer(peer);
    client.awaitState("running");
    assertNotNull(peer.pictures().poll(60, TimeUnit.SECONDS), "a picture comes back");
  }
}

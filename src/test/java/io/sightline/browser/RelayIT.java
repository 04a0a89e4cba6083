package io.sightline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightline.admin.SessionsMXBean;
import io.sightline.it.ServerBeans;
import io.sightline.it.SightlineServer;
import io.sightline.turn.Coturn;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A browser and a server that may reach each other through a TURN server only. */
@Timeout(value = 480, unit = TimeUnit.SECONDS)
class RelayIT {
  private static final String SECRET = "a-secret-shared-with-coturn";

  private static SdkSite site;
  private static Coturn turn;
  private static SightlineServer server;

  @BeforeAll
  static void start() {
    assumeTrue(SdkSite.isThere() && Coturn.isThere(), "liberty/verify.sh fetches both");
    site = new SdkSite();
    turn = Coturn.sharing(SECRET);
    server =
        SightlineServer.start(
            Map.of(
                "sightline.signaling.origins",
                site.origin(),
                "sightline.media.ice.servers",
                turn.url("udp"),
                "sightline.media.ice.secret",
                SECRET,
                "sightline.media.ice.relay.only",
                "true",
                "sightline.session.disconnect.timeout",
                "5"));
    site.proxyTo(server.uri(), "no key is listed");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
      turn.close();
      site.close();
    }
  }

  @Test
  @DisplayName(
      "B-13: the SDK with the TURN configuration of this server, until the TURN server dies")
  void carriesMediaThroughTheRelayUntilItDies() {
    try (Browser browser = Browser.playing("walking.mjpeg");
        ServerBeans beans = server.beans()) {
      SessionsMXBean sessions = beans.proxy("io.sightline:type=Sessions", SessionsMXBean.class);
      ScriptPage page = browser.openForScripts(site.origin() + "/");
      JsonNode started =
          page.run(
              """
              const Native = RTCPeerConnection;
              window.RTCPeerConnection = class extends Native {
                constructor(configuration) {
                  super({...configuration, iceTransportPolicy: 'relay'});
                  window.peer = this;
                }
              };
              const sdk = await import('/sdk.js');
              window.results = [];
              window.connection = await sdk.webrtc.useStream({
                source: await sdk.streams.useCamera({video: true}),
                connector: sdk.connectors.withProxyUrl('/proxy', {turnConfigUrl: '/turn'}),
                wrtcParams: {workflowSpec: {version: '1.0', steps: [],
                    inputs: [{type: 'InferenceImage', name: 'image'}],
                    outputs: [{type: 'JsonField', name: 'picture', selector: '$inputs.image'}]},
                  imageInputName: 'image', streamOutputNames: ['picture'], dataOutputNames: []},
                onData: (data) => results.push(data)});
              const video = document.createElement('video');
              video.muted = true;
              video.srcObject = await connection.remoteStream();
              await video.play();
              window.video = video;
              return 'ok';
              """);
      assertEquals("ok", started.asText());
      Eventually.holds(
          "pictures",
          () -> page.value("video.getVideoPlaybackQuality().totalVideoFrames").asInt() > 10);
      Eventually.holds("results", () -> page.value("results.length").asInt() > 5);
      JsonNode ends =
          page.run(
              """
              const all = [...(await peer.getStats()).values()];
              const pair = all.find((s) => s.type === 'candidate-pair' && s.nominated);
              return [pair.localCandidateId, pair.remoteCandidateId]
                .map((id) => all.find((s) => s.id === id).candidateType);
              """);
      assertEquals("[\"relay\",\"relay\"]", ends.toString());
      assertEquals("running", sessions.getSessions().get(0).state());

      turn.kill();
      Eventually.holds(
          "cut off",
          () -> sessions.getSessions().stream().noneMatch(row -> row.state().equals("running")));
      Eventually.holds("the session is over", () -> sessions.getOpen() == 0);
      String log = server.logText();
      assertTrue(log.contains("error, cut off from the peer for 5 s"), log);
      assertFalse(log.contains(SECRET), "the secret is nowhere");
    }
  }
}

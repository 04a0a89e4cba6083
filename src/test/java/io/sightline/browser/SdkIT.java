package io.sightline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightline.admin.SessionRow;
import io.sightline.admin.SessionsMXBean;
import io.sightline.camera.RtspCamera;
import io.sightline.it.ServerBeans;
import io.sightline.it.SightlineServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A page of another origin that uses the SDK, against a server that lists its key. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class SdkIT {
  private static final String KEY = "secret";

  /** Bytes of a piece of a file, as the SDK has them. */
  private static final int PIECE = 49_152;

  /** Frames that wait in every-frame mode: sightline.pipeline.queue.frames. */
  private static final int QUEUE_FRAMES = 10;

  private static final String HASH_OF_KEY =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

  private static final String WORKFLOW =
      """
      {version: '1.0',
       inputs: [{type: 'InferenceImage', name: 'image'},
                {type: 'WorkflowParameter', name: 'threshold', default_value: 0.5}],
       steps: [],
       outputs: [{type: 'JsonField', name: 'picture', selector: '$inputs.image'},
                 {type: 'JsonField', name: 'threshold', selector: '$inputs.threshold'}]}
      """;

  private static SdkSite site;
  private static SightlineServer server;
  private static ServerBeans beans;

  private Browser browser;
  private ScriptPage page;

  @BeforeAll
  static void start() {
    assumeTrue(SdkSite.isThere(), "liberty/verify.sh fetches the SDK");
    site = new SdkSite();
    server =
        SightlineServer.start(
            Map.of(
                "sightline.signaling.origins",
                site.origin() + ",null",
                "sightline.security.api.keys",
                HASH_OF_KEY,
                "sightline.media.sources.hosts",
                "127.0.0.1"));
    site.proxyTo(server.uri(), KEY);
    beans = server.beans();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      beans.close();
      server.close();
      site.close();
    }
  }

  @BeforeEach
  void open() {
    browser = Browser.playing("walking.mjpeg");
    page = browser.openForScripts(site.origin() + "/");
    page.run(
        """
        window.sdk = await import('/sdk.js');
        window.results = [];
        window.progress = [];
        window.spec = %s;
        window.direct = (key) => sdk.connectors.withApiKey(key, {serverUrl: '%s'});
        window.holdAt = (frame) => { window.holding = frame; };
        window.onData = (data) => {
          results.push(data);
          if (data.video_metadata.frame_id !== window.holding) return undefined;
          window.held = window.holding;
          return new Promise((letGo) => { window.letGo = letGo; });
        };
        window.parameters = (more) => ({workflowSpec: spec, imageInputName: 'image',
          streamOutputNames: ['picture'], dataOutputNames: ['threshold'], iceServers: [], ...more});
        window.camera = async (connector, more) => {
          const source = await sdk.streams.useCamera({video: true});
          window.connection = await sdk.webrtc.useStream({source, connector,
            wrtcParams: parameters(more), onData});
        };
        window.show = async () => {
          const video = document.createElement('video');
          video.muted = true;
          document.body.append(video);
          video.srcObject = await connection.remoteStream();
          await video.play();
          window.video = video;
        };
        """
            .formatted(WORKFLOW, server.uri().toString().replaceAll("/$", "")));
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  @DisplayName("B-11: useStream, reconfigureOutputs and cleanup")
  void processesTheCameraAndChangesOutputs() {
    assertOk(page.run("await camera(direct('secret')); await show(); return 'ok';"));
    Eventually.holds(
        "pictures",
        () -> page.value("video.getVideoPlaybackQuality().totalVideoFrames").asInt() > 10);
    assertEquals(640, page.value("video.videoWidth").asInt());
    Eventually.holds("results", () -> page.value("results.length").asInt() > 5);
    JsonNode result = page.value("results.at(-1)");
    assertEquals(
        "{\"threshold\":0.5}", result.path("serialized_output_data").toString(), result::toString);
    assertTrue(result.path("video_metadata").path("frame_id").isInt(), result::toString);
    assertTrue(result.path("video_metadata").path("received_at").isTextual(), result::toString);
    assertTrue(result.path("errors").isArray(), result::toString);

    page.run("connection.reconfigureOutputs({dataOutput: []}); return 1;");
    Eventually.holds("no data", () -> page.value("results.at(-1).serialized_output_data").isNull());
    page.run("connection.reconfigureOutputs({dataOutput: ['picture'], streamOutput: null});");
    Eventually.becomes(
        "pictures in the data",
        () -> page.value("results.at(-1).serialized_output_data?.picture?.type").asText(),
        "base64"::equals);
    page.run("connection.reconfigureOutputs({streamOutput: ['nobody']});");
    Eventually.holds(
        "the error of an unknown output",
        () -> page.value("results.at(-1).errors").toString().contains("'nobody' not found"));

    assertOk(page.run("await connection.cleanup(); return 'ok';"));
    awaitNoSession();
  }

  @Test
  @DisplayName("B-11: in every-frame mode no frame runs ahead of the SDK's acknowledgements")
  void processesEveryFrameOfTheCamera() {
    page.run("holdAt(5);");
    assertOk(page.run("await camera(direct('secret'), {realtimeProcessing: false}); return 'ok';"));
    Eventually.holds("a held result", () -> page.value("window.held === 5").asBoolean());
    Eventually.holds(
        "frames that wait", () -> session().resources().framesWaiting() >= QUEUE_FRAMES);
    assertEquals(5, page.value("results.length").asInt(), "frame 6 waits for 5");
    assertEquals(5, session().frames().processed());
    page.run("letGo();");
    Eventually.holds("results", () -> page.value("results.length").asInt() > 40);
    assertEquals(0, session().frames().failed());
    JsonNode gaps =
        page.value(
            "results.map((r) => r.video_metadata.frame_id)"
                + ".filter((id, i, all) => i > 0 && id !== all[i - 1] + 1)");
    assertEquals("[]", gaps.toString());
    page.run("await connection.cleanup();");
    awaitNoSession();
  }

  @Test
  @DisplayName("B-11: useVideoFile: progress, a result for every frame, the video, completion")
  void processesAFile() {
    assertOk(
        page.run(
            """
            const blob = await (await fetch('/clip.mp4')).blob();
            window.connection = await sdk.webrtc.useVideoFile({
              file: new File([blob], 'clip.mp4', {type: 'video/mp4'}), connector: direct('secret'),
              wrtcParams: parameters({realtimeProcessing: false}),
              onData: (data) => results.push(data),
              onUploadProgress: (done, all) => progress.push([done, all]),
              onComplete: () => { window.completed = true; }});
            await show();
            return 'ok';
            """));
    Eventually.holds("completion", () -> page.value("window.completed").asBoolean());
    JsonNode ids = page.value("results.map((r) => r.video_metadata.frame_id)");
    assertEquals(31, ids.size(), ids::toString);
    for (int i = 0; i < 30; i++) {
      assertEquals(i + 1, ids.get(i).asInt());
    }
    JsonNode last = page.value("results.at(-1)");
    assertTrue(last.path("processing_complete").asBoolean(), last::toString);
    JsonNode progress = page.value("progress");
    assertEquals(progress.get(0), progress.get(progress.size() - 1));
    assertEquals(120, page.value("video.videoWidth").asInt(), "upright");
    page.run("await connection.cleanup();");
    awaitNoSession();
  }

  @Test
  @DisplayName("B-11: useVideoFile: a file in many pieces, whose frames wait for acknowledgements")
  void uploadsPieceByPieceAndWaitsForTheClient() {
    page.run("holdAt(7);");
    assertOk(
        page.run(
            """
            const blob = await (await fetch('/film.mp4')).blob();
            window.bytes = blob.size;
            window.connection = await sdk.webrtc.useVideoFile({
              file: new File([blob], 'film.mp4', {type: 'video/mp4'}), connector: direct('secret'),
              wrtcParams: parameters({realtimeProcessing: false, streamOutputNames: []}),
              onData,
              onUploadProgress: (done, all) => progress.push([done, all]),
              onComplete: () => { window.completed = true; }});
            return 'ok';
            """));
    Eventually.holds("a held result", () -> page.value("window.held === 7").asBoolean());
    Eventually.pause(Duration.ofSeconds(1));
    assertEquals(7, page.value("results.length").asInt(), "frame 8 waits for 7");
    assertEquals(7, session().frames().processed());
    assertFalse(page.value("window.completed === true").asBoolean());
    page.run("letGo();");
    Eventually.holds("completion", () -> page.value("window.completed === true").asBoolean());
    List<Integer> ids = new ArrayList<>();
    page.value(
            "results.filter((r) => !r.processing_complete).map((r) => r.video_metadata.frame_id)")
        .forEach(id -> ids.add(id.asInt()));
    assertEquals(IntStream.rangeClosed(1, SdkSite.FILM_FRAMES).boxed().toList(), ids);
    assertEquals(25, page.value("results[0].video_metadata.declared_fps").asInt());
    JsonNode progress = page.value("progress");
    int bytes = page.value("bytes").asInt();
    assertTrue(bytes > 2 * PIECE, "a film of several pieces");
    assertEquals((bytes + PIECE - 1) / PIECE, progress.size());
    for (int i = 0; i < progress.size(); i++) {
      assertEquals(Math.min(bytes, (i + 1) * PIECE), progress.get(i).get(0).asInt());
      assertEquals(bytes, progress.get(i).get(1).asInt());
    }
    page.run("await connection.cleanup();");
    awaitNoSession();
  }

  @Test
  @DisplayName("B-11: useRtspStream: the server's camera, its results, and cleanup")
  void showsACameraThatTheServerCaptures() {
    try (RtspCamera camera = new RtspCamera(RtspCamera.Film.H264, RtspCamera.Manner.ENDLESS)) {
      assertOk(
          page.run(
              """
              window.connection = await sdk.webrtc.useRtspStream({rtspUrl: '%s',
                connector: direct('secret'), wrtcParams: parameters(),
                onData: (data) => results.push(data)});
              await show();
              return 'ok';
              """
                  .formatted(camera.url())));
      Eventually.holds("the camera's size", () -> page.value("video.videoWidth").asInt() == 320);
      Eventually.holds("results", () -> page.value("results.length").asInt() > 5);
      JsonNode metadata = page.value("results.at(-1).video_metadata");
      assertEquals(320, metadata.path("width").asInt(), metadata::toString);
      assertEquals(240, metadata.path("height").asInt(), metadata::toString);
      assertOk(page.run("await connection.cleanup(); return 'ok';"));
      awaitNoSession();
      Eventually.holds("the camera is left", () -> camera.connections() == 0);
    }
  }

  @Test
  @DisplayName("B-11: the proxy connector, which keeps the key on a server")
  void connectsThroughAProxy() {
    int sessions = site.proxied();
    int configurations = site.configured();
    assertOk(
        page.run(
            """
            await camera(sdk.connectors.withProxyUrl('/proxy', {turnConfigUrl: '/turn'}));
            await show();
            return 'ok';
            """));
    Eventually.holds("results", () -> page.value("results.length").asInt() > 5);
    assertEquals(sessions + 1, site.proxied());
    assertEquals(configurations + 1, site.configured());
    page.run("await connection.cleanup();");
    awaitNoSession();
  }

  @Test
  @DisplayName("B-12: the page of the documentation that uses no SDK")
  void showsVideoAndResultsWithoutAnSdk() {
    showsVideoAndResults(site.origin() + "/minimal.html");
  }

  @Test
  @DisplayName("B-12: the same page, opened as a file")
  void showsVideoAndResultsOfAPageThatIsAFile(@TempDir Path folder) {
    showsVideoAndResults(site.savedPage(folder));
  }

  private void showsVideoAndResults(String address) {
    page = browser.openForScripts(address);
    Eventually.holds(
        "pictures", () -> page.value("document.querySelector('video').videoWidth").asInt() > 0);
    Eventually.holds(
        "results",
        () ->
            page.value("document.querySelector('pre').textContent")
                .asText()
                .contains("serialized_output_data"));
    browser.openForScripts(site.origin() + "/");
    awaitNoSession();
  }

  @Test
  @DisplayName("B-11: the SDK's errors carry status and body")
  void tellsWhatIsWrong() {
    String key = page.run("await camera(direct('wrong')); return 'ok';").asText();
    assertTrue(key.contains("initialise_webrtc_worker failed (401)"), key);
    String output =
        page.run("await camera(direct('secret'), {dataOutputNames: ['x']}); return 'ok';").asText();
    assertTrue(output.contains("failed (400)"), output);
    assertTrue(output.contains("WebRTCConfigurationError"), output);
  }

  /** The one session. */
  private static SessionRow session() {
    SessionsMXBean sessions = beans.proxy("io.sightline:type=Sessions", SessionsMXBean.class);
    assertEquals(1, sessions.getSessions().size());
    return sessions.getSessions().get(0);
  }

  private static void assertOk(JsonNode answer) {
    assertEquals("ok", answer.asText());
  }

  private static void awaitNoSession() {
    SessionsMXBean sessions = beans.proxy("io.sightline:type=Sessions", SessionsMXBean.class);
    Eventually.holds("no session", () -> sessions.getOpen() == 0);
  }
}

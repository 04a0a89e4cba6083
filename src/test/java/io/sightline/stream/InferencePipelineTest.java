package io.sightline.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.camera.MjpegCamera;
import io.sightline.camera.RtspCamera;
import io.sightline.media.capture.SourceNotAllowed;
import io.sightline.session.EndReason;
import io.sightline.session.PlainEnvironment;
import io.sightline.session.SessionSnapshot;
import io.sightline.session.SessionState;
import io.sightline.vision.Image;
import io.sightline.workflow.WorkflowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole pipelines over real files and cameras on the loopback network. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class InferencePipelineTest {
  @TempDir private Path folder;
  private Streams streams;
  private InferencePipeline pipeline;

  @BeforeEach
  void open() {
    streams = new Streams(folder, Map.of());
    Streams.clip(folder, "clip.mp4");
  }

  @AfterEach
  void close() throws Exception {
    if (pipeline != null) {
      pipeline
          .end(EndReason.CLIENT, "the test is over")
          .toCompletableFuture()
          .get(20, TimeUnit.SECONDS);
      assertEquals(SessionState.CLOSED, pipeline.snapshot().state());
      assertNull(pipeline.consume());
    }
    streams.close();
  }

  @Test
  @DisplayName("ST-2, ST-7, ST-10: of a file that waits no frame is lost, and its end is told")
  void processesEveryFrameOfAFile() throws Exception {
    start(Streams.options(List.of("clip.mp4"), null, null, null));
    List<StreamResult> results = drain(30);
    assertEquals(
        LongStream.rangeClosed(1, 30).boxed().toList(),
        results.stream().map(r -> r.stamps().get(0).frameId()).toList());
    FrameStamp first = results.get(0).stamps().get(0);
    FrameStamp last = results.get(29).stamps().get(0);
    assertEquals(0, first.sourceId());
    assertEquals(Duration.ofMillis(2900), Duration.between(first.timestamp(), last.timestamp()));
    assertEquals(
        Files.getLastModifiedTime(folder.resolve("clip.mp4")).toInstant().minusSeconds(3),
        first.timestamp());
    Image picture = (Image) results.get(0).outputs().get(0).get("picture");
    assertEquals(120, picture.width());
    assertEquals("image.[0]", picture.parent().id());
    assertEquals("0", picture.video().videoIdentifier());
    assertEquals(true, picture.video().comesFromVideoFile());
    assertEquals(10.0, picture.video().fps());
    assertEquals(3, results.get(0).outputs().get(0).get("threshold"));
    results.forEach(StreamResult::close);

    Streams.await(() -> events().contains("INFERENCE_THREAD_FINISHED"));
    assertEquals(
        List.of(
            "INFERENCE_THREAD_STARTED",
            "NOT_STARTED>INITIALISING",
            "VIDEO_CONSUMPTION_STARTED",
            "INITIALISING>RUNNING",
            "RUNNING>ENDED",
            "VIDEO_CONSUMPTION_FINISHED",
            "INFERENCE_THREAD_FINISHED"),
        events());
    StreamReport.SourceReport source = pipeline.report().sources().get(0);
    assertEquals(StreamState.ENDED, source.state());
    assertEquals("clip.mp4", source.reference());
    assertEquals(
        new StreamReport.Properties(120, 160, 30, true, 10.0, false, first.timestamp()),
        source.properties());
    assertEquals(BufferFilling.WAIT, source.filling());
    assertEquals(BufferConsumption.LAZY, source.consumption());
    StreamReport.Latency latency = pipeline.report().latencies().get(0);
    assertTrue(latency.inference() >= 0 && latency.whole() >= latency.inference());
    assertEquals(30, pipeline.snapshot().frames().processed());
    assertEquals(0, pipeline.droppedResults());
    Streams.await(() -> pipeline.expiry().isPresent());
    assertEquals(EndReason.SOURCE_ENDED, pipeline.expiry().get().reason());
  }

  @Test
  @DisplayName("ST-5: a rate makes a file wait, and loses nothing")
  void limitsTheRateOfAFile() throws Exception {
    start(Streams.options(List.of("clip.mp4"), null, null, 20.0));
    long began = System.nanoTime();
    List<StreamResult> results = drain(30);
    assertTrue(System.nanoTime() - began > 1_300_000_000L, "29 times a twentieth of a second");
    assertEquals(30, results.get(29).stamps().get(0).frameId());
    results.forEach(StreamResult::close);
  }

  @Test
  @DisplayName("ST-13: where rates drop, a file is not slowed down but thinned out")
  void thinsAFileOut() throws Exception {
    streams.close();
    streams = new Streams(folder, Map.of("ENABLE_FRAME_DROP_ON_VIDEO_FILE_RATE_LIMITING", "True"));
    start(Streams.options(List.of("clip.mp4"), null, null, 5.0));
    List<StreamResult> results = drain(15);
    Streams.await(() -> events().contains("INFERENCE_THREAD_FINISHED"));
    assertEquals(
        LongStream.range(0, 15).map(i -> 2 * i + 1).boxed().toList(),
        results.stream().map(r -> r.stamps().get(0).frameId()).toList());
    assertEquals(15, pipeline.snapshot().frames().dropped());
    results.forEach(StreamResult::close);
  }

  @Test
  @DisplayName("S-20: what a pipeline takes of the machine moves with what it holds and does")
  void tellsWhatItTakes() throws Exception {
    start(Streams.options(List.of("clip.mp4"), null, null, null));
    Streams.await(() -> events().contains("INFERENCE_THREAD_FINISHED"));
    SessionSnapshot.Resources full = pipeline.snapshot().resources();
    long picture = 120 * 160 * 3;
    assertTrue(full.pictureBytes() >= 30 * picture, "results hold their pictures: " + full);
    assertTrue(full.pictureBytes() <= 34 * picture, full::toString);
    assertTrue(full.picturesHeld() >= 30, full::toString);
    assertTrue(full.cpuSeconds() > 0, full::toString);
    assertTrue(full.cpuSeconds() <= pipeline.snapshot().uptimeSeconds() * 2, full::toString);
    drain(30).forEach(StreamResult::close);
    SessionSnapshot.Resources consumed = pipeline.snapshot().resources();
    assertTrue(consumed.pictureBytes() <= 4 * picture, "a few for reuse: " + consumed);
    assertEquals(0, consumed.framesWaiting());
  }

  @Test
  @DisplayName("S-20: frames that wait for their round count with their pixels")
  void countsFramesThatWait() throws Exception {
    streams.close();
    streams = new Streams(folder, Map.of("SIGHTLINE_MEDIA_SOURCES_READ_TIMEOUT", "60"));
    try (RtspCamera silent = new RtspCamera(RtspCamera.Film.H264, RtspCamera.Manner.SILENT)) {
      start(Streams.options(List.of("clip.mp4", silent.url()), null, null, null));
      Streams.await(() -> pipeline.snapshot().resources().framesWaiting() == 8);
      SessionSnapshot.Resources waiting = pipeline.snapshot().resources();
      assertEquals(8 * 120 * 160 * 3 / 2, waiting.pictureBytes());
      assertEquals(8, waiting.picturesHeld());
    }
  }

  @Test
  @DisplayName("ST-4: sources go side by side through one run, each at its place")
  void collectsSeveralSources() throws Exception {
    Streams.clip(folder, "other.mp4");
    MjpegCamera.Manner three = new MjpegCamera.Manner(true, 3, true, "HTTP/1.0 404 No", null);
    try (MjpegCamera broken = new MjpegCamera(MjpegCamera.walking(), three)) {
      start(Streams.options(List.of("clip.mp4", broken.url(), "other.mp4"), null, null, null));
      List<StreamResult> results = drain(30);
      StreamResult last = results.get(29);
      assertEquals(3, last.outputs().size());
      assertNull(last.outputs().get(1), "a camera that never worked has no place taken");
      assertNull(last.stamps().get(1));
      assertEquals(30, last.stamps().get(0).frameId());
      assertEquals(30, last.stamps().get(2).frameId());
      Image second = (Image) last.outputs().get(2).get("picture");
      assertEquals("image.[1]", second.parent().id());
      assertEquals("2", second.video().videoIdentifier());
      assertEquals(3, last.outputs().get(2).get("threshold"));
      results.forEach(StreamResult::close);
      assertEquals(StreamState.ERROR, pipeline.report().sources().get(1).state());
      String told = pipeline.report().updates().toString();
      assertTrue(told.contains("SOURCE_ERROR") && told.contains("404"), told);
    }
  }

  @Test
  @DisplayName("ST-4: a camera and a file together, with a time for each round")
  void collectsForSoLong() throws Exception {
    try (MjpegCamera camera = new MjpegCamera(MjpegCamera.walking(), MjpegCamera.Manner.ENDLESS)) {
      start(
          new StreamOptions(
              new StreamOptions.Sources(
                  List.of(camera.url(), "clip.mp4"),
                  BufferFilling.DROP_OLDEST,
                  BufferConsumption.EAGER,
                  64,
                  CollectionPolicy.of(Duration.ofMillis(200)),
                  null),
              new StreamOptions.Work(PlainEnvironment.ECHO, null, "image", Map.of(), true),
              64,
              Duration.ofSeconds(60)));
      List<StreamResult> results = drain(5);
      assertNotNull(results.get(0).stamps().get(1), "the file has a frame at first");
      assertNull(results.get(4).stamps().get(1), "the camera goes on alone");
      results.forEach(StreamResult::close);
    }
  }

  @Test
  @DisplayName("ST-6: a camera that breaks off is opened again, and its frames go on")
  void opensACameraAgain() throws Exception {
    RtspCamera.Manner once = new RtspCamera.Manner(1, false, null, "operator:s3cret");
    try (RtspCamera camera = new RtspCamera(RtspCamera.Film.H264, once)) {
      start(Streams.options(List.of(camera.url()), null, null, null));
      Streams.await(() -> events().stream().filter("INITIALISING>RUNNING"::equals).count() >= 3);
      List<String> events = events();
      assertTrue(events.contains("RUNNING>RESTARTING"), events::toString);
      assertTrue(events.contains("RESTARTING>INITIALISING"), events::toString);
      assertTrue(pipeline.snapshot().frames().received() > 24, "more than one connection gave");
      assertTrue(pipeline.snapshot().connected());
      StreamReport report = pipeline.report();
      assertFalse(report.toString().contains("s3cret"), report::toString);
      StreamReport.Properties properties = report.sources().get(0).properties();
      assertEquals(320, properties.width());
      assertEquals(15.0, properties.fps(), 0.2);
      assertEquals(true, properties.reconnectable());
      assertEquals(BufferFilling.ADAPTIVE_DROP_OLDEST, report.sources().get(0).filling());
    }
  }

  @Test
  @DisplayName("ST-6: a camera that falls silent is opened again, and the others go on without it")
  void opensACameraAgainThatFallsSilent() throws Exception {
    streams.close();
    streams = new Streams(folder, Map.of("SIGHTLINE_MEDIA_SOURCES_READ_TIMEOUT", "0.5"));
    RtspCamera.Manner manner = new RtspCamera.Manner(1, false, true, null, null);
    try (RtspCamera silent = new RtspCamera(RtspCamera.Film.H264, manner);
        MjpegCamera other = new MjpegCamera(MjpegCamera.walking(), MjpegCamera.Manner.ENDLESS)) {
      start(Streams.options(List.of(silent.url(), other.url()), null, null, null));
      Streams.await(() -> events().contains("RUNNING>RESTARTING"));
      String told = pipeline.report().updates().toString();
      assertTrue(told.contains("the source has sent no video for 0.5 s"), told);
      long processed = pipeline.snapshot().frames().processed();
      Streams.await(() -> pipeline.snapshot().frames().processed() > processed + 5);
      assertEquals(StreamState.RUNNING, pipeline.report().sources().get(1).state());
    }
  }

  @Test
  @DisplayName("ST-6: also where it says goodbye, because cameras are restarted")
  void opensACameraAgainThatSaysGoodbye() throws Exception {
    RtspCamera.Manner polite = new RtspCamera.Manner(1, true, null, null);
    try (RtspCamera camera = new RtspCamera(RtspCamera.Film.JPEG, polite)) {
      start(Streams.options(List.of(camera.url()), null, null, null));
      Streams.await(() -> events().stream().filter("INITIALISING>RUNNING"::equals).count() >= 2);
    }
  }

  @Test
  @DisplayName("ST-2: muted, what comes is dropped; EAGER shows the newest of a camera")
  void mutesAndResumes() throws Exception {
    try (MjpegCamera camera = new MjpegCamera(MjpegCamera.walking(), MjpegCamera.Manner.ENDLESS)) {
      start(
          Streams.options(
              List.of(camera.url()), BufferFilling.DROP_OLDEST, BufferConsumption.EAGER, null));
      assertThrows(OperationNotAllowed.class, pipeline::resume);
      drain(2).forEach(StreamResult::close);
      pipeline.pause();
      assertEquals(StreamState.MUTED, pipeline.report().sources().get(0).state());
      assertEquals(SessionState.PAUSED, pipeline.snapshot().state());
      OperationNotAllowed twice = assertThrows(OperationNotAllowed.class, pipeline::pause);
      assertEquals("Could not MUTE stream in state: [MUTED]", twice.getMessage());
      long before = pipeline.snapshot().frames().dropped();
      Streams.await(() -> pipeline.snapshot().frames().dropped() > before + 3);
      pipeline.resume();
      long processed = pipeline.snapshot().frames().processed();
      Streams.await(() -> pipeline.snapshot().frames().processed() > processed);
      assertEquals(SessionState.RUNNING, pipeline.snapshot().state());
    }
  }

  @Test
  @DisplayName("ST-9: a step that fails is a status update, told once, and the loop goes on")
  void tellsOfFailingSteps() throws Exception {
    streams.close();
    streams = new Streams(folder, Map.of("SIGHTLINE_WORKFLOW_ELEMENTS_MAX", "1"));
    String failing =
        """
        {"version": "1.0",
         "inputs": [{"type": "InferenceImage", "name": "image"}],
         "steps": [{"type": "roboflow_core/image_slicer@v1", "name": "slices",
                    "image": "$inputs.image", "slice_width": 40, "slice_height": 40}],
         "outputs": [{"type": "JsonField", "name": "crop", "selector": "$steps.slices.slices"}]}
        """;
    start(
        new StreamOptions(
            new StreamOptions.Sources(
                List.of("clip.mp4"), null, null, 8, CollectionPolicy.of(null), null),
            new StreamOptions.Work(failing, null, "image", Map.of(), true),
            4,
            null));
    Streams.await(() -> events().contains("INFERENCE_THREAD_FINISHED"));
    assertEquals(1, events().stream().filter("INFERENCE_ERROR"::equals).count());
    assertEquals(30, pipeline.snapshot().frames().failed());
    assertEquals(26, pipeline.droppedResults(), "four are kept");
  }

  @Test
  void refusesWhatIsNotAllowedAndLeavesNothingBehind() throws IOException {
    Path outside = Files.createTempFile("outside", ".mp4");
    Files.createSymbolicLink(folder.resolve("link.mp4"), outside);
    for (String name :
        List.of(
            "nothing.mp4",
            "../" + folder.getFileName() + "/../" + outside.getFileName(),
            outside.toString(),
            "link.mp4",
            "/etc/passwd",
            ".",
            "0",
            "rtsp://10.1.2.3/x",
            "clip.mp4\0")) {
      SourceNotAllowed refused = assertThrows(SourceNotAllowed.class, () -> pipelineOf(name), name);
      assertFalse(refused.getMessage().contains(folder.toString()), refused.getMessage());
    }
    Files.delete(outside);
    StreamOptions wrong =
        new StreamOptions(
            new StreamOptions.Sources(
                List.of("clip.mp4"), null, null, 8, CollectionPolicy.of(null), null),
            new StreamOptions.Work(null, "unknown-one", "image", Map.of(), true),
            4,
            null);
    assertThrows(
        WorkflowException.class, () -> new InferencePipeline(streams.environment(), wrong));
  }

  @Test
  void refusesEveryFileWhereNoDirectoryIsListed() {
    try (Streams bare = new Streams(folder, Map.of("SIGHTLINE_MEDIA_SOURCES_DIRECTORY", ""))) {
      StreamOptions options = Streams.options(List.of("clip.mp4"), null, null, null);
      SourceNotAllowed refused =
          assertThrows(
              SourceNotAllowed.class, () -> new InferencePipeline(bare.environment(), options));
      assertTrue(refused.getMessage().contains("sightline.media.sources.directory"));
    }
  }

  @Test
  @DisplayName("ST-1: it ends while its source waits and its results are full")
  void endsInTheMiddle() throws Exception {
    try (RtspCamera camera = new RtspCamera(RtspCamera.Film.H264, RtspCamera.Manner.ENDLESS)) {
      start(Streams.options(List.of(camera.url(), "clip.mp4"), null, null, null));
      Streams.await(() -> pipeline.snapshot().frames().processed() > 0);
      pipeline.end(EndReason.CLIENT, "bye").toCompletableFuture().get(20, TimeUnit.SECONDS);
      Streams.await(() -> camera.connections() == 0);
      assertTrue(pipeline.expiry().isEmpty());
      pipeline.refresh();
    }
  }

  private void pipelineOf(String reference) {
    new InferencePipeline(
        streams.environment(), Streams.options(List.of(reference), null, null, null));
  }

  private void start(StreamOptions options) {
    pipeline = new InferencePipeline(streams.environment(), options);
    pipeline.start();
  }

  private List<StreamResult> drain(int count) throws InterruptedException {
    List<StreamResult> results = new ArrayList<>();
    Streams.await(
        () -> {
          for (StreamResult r = pipeline.consume(); r != null; r = pipeline.consume()) {
            results.add(r);
          }
          return results.size() >= count;
        });
    assertNotNull(results.get(0));
    return results;
  }

  /** Events by name, states as they change. */
  private List<String> events() {
    return pipeline.report().updates().stream()
        .map(
            u ->
                u.eventType().equals("SOURCE_STATE_UPDATE")
                    ? u.payload().get("previous_state") + ">" + u.payload().get("new_state")
                    : u.eventType())
        .toList();
  }
}

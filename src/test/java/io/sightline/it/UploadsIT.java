package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightline.admin.SessionRow;
import io.sightline.admin.SessionsMXBean;
import io.sightline.peer.UploadPeer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many files at once on the real server, clients that vanish, and a server that is killed. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class UploadsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UPLOADS = 20;
  private static final int FILE_BYTES = 16 * 1024 * 1024;

  /** The files have 320 MiB together; what the server takes for them has to stay well below. */
  private static final long MEMORY_MEBIBYTES = 200;

  @TempDir private static Path folder;

  private static SightlineServer server;

  @BeforeAll
  static void start() {
    server = SightlineServer.start(settings());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Map<String, String> settings() {
    return Map.of(
        "sightline.session.limit", Integer.toString(UPLOADS),
        "sightline.session.disconnect.timeout", "3",
        "sightline.session.idle.timeout", "12",
        "sightline.upload.waiting.max.bytes", Integer.toString(48 * 1024 * 1024),
        "sightline.upload.folder", folder.toString());
  }

  @Test
  void takesTwentyFilesAtOnceWithinItsMemory() throws Exception {
    byte[] file = clip(FILE_BYTES);
    upload(clip(1));
    long before = residentMebibytes();
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService clients = Executors.newCachedThreadPool();
    Future<Long> most =
        clients.submit(
            () -> {
              long peak = 0;
              while (!over.get()) {
                peak = Math.max(peak, residentMebibytes());
                TimeUnit.MILLISECONDS.sleep(50);
              }
              return peak;
            });
    List<Future<?>> uploads = new ArrayList<>();
    for (int i = 0; i < UPLOADS; i++) {
      uploads.add(
          clients.submit(
              () -> {
                upload(file);
                return null;
              }));
    }
    for (Future<?> upload : uploads) {
      upload.get();
    }
    over.set(true);
    long taken = most.get() - before;
    clients.shutdown();
    System.out.printf("%d uploads of 16 MiB at once: %d MiB more%n", UPLOADS, taken);
    assertTrue(taken < MEMORY_MEBIBYTES, taken + " MiB more than before");
    awaitNoSession();
    assertEquals(List.of(), left());
  }

  @Test
  void endsTheSessionOfAClientThatVanishes() throws Exception {
    try (ServerBeans beans = server.beans()) {
      SessionsMXBean sessions = beans.proxy("io.sightline:type=Sessions", SessionsMXBean.class);
      try (CutClient client = new CutClient(server)) {
        SessionRow row = sessions.getSessions().get(0);
        assertEquals("running", row.state());
        assertTrue(row.resources().pictureBytes() > 0, row::toString);
        client.kill();
      }
      while (!sessions.getSessions().isEmpty()
          && sessions.getSessions().get(0).state().equals("running")) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      awaitNoSession();
      assertTrue(server.logText().contains("error, cut off from the peer for 3 s"));
    }
  }

  @Test
  void endsASessionThatNeverGetsAFrameAtItsTime() throws Exception {
    try (UploadPeer client = connected(body -> body.put("processing_timeout", 4))) {
      JsonNode end = next(client);
      assertTrue(end.path("processing_complete").asBoolean(), end::toString);
      assertEquals("timeout_reached", end.path("termination_reason").asText());
      assertEquals(0, end.path("video_metadata").path("frame_id").asInt());
      awaitNoSession();
      assertTrue(server.logText().contains("timeout_reached, time limit of 4 s reached"));
    }
  }

  @Test
  void endsASessionWhoseReaderStops() throws Exception {
    try (UploadPeer client = connected()) {
      client.say("{\"ack\": 1}");
      client.upload(clip(1));
      assertEquals(1, next(client).path("video_metadata").path("frame_id").asInt());
      assertEquals(2, next(client).path("video_metadata").path("frame_id").asInt());
      JsonNode end = next(client);
      assertTrue(end.path("processing_complete").asBoolean(), "no frame runs ahead: " + end);
      assertTrue(end.path("termination_reason").isNull(), end::toString);
      awaitNoSession();
      assertTrue(server.logText().contains("idle, no frame and no message for 12 s"));
    }
  }

  @Test
  void deletesWhatAKilledServerHasLeft() throws Exception {
    try (UploadPeer client = connected()) {
      byte[] file = clip(FILE_BYTES);
      client.upload(java.util.Arrays.copyOf(file, file.length / 2), file.length);
      while (left().isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      server.process().destroyForcibly();
      server.process().onExit().get(20, TimeUnit.SECONDS);
      assertEquals(1, left().size());
    }
    server.close();
    server = SightlineServer.start(settings());
    assertEquals(List.of(), left());
    assertTrue(server.logText().contains("deleted 1 abandoned uploads"));
  }

  /** Uploads a clip of 30 frames and reads all of its results. */
  private static void upload(byte[] file) throws Exception {
    try (UploadPeer client = connected()) {
      client.upload(file);
      for (int frame = 1; frame <= 30; frame++) {
        assertEquals(frame, next(client).path("video_metadata").path("frame_id").asInt());
      }
      assertTrue(next(client).path("processing_complete").asBoolean());
    }
  }

  private static UploadPeer connected() throws Exception {
    return connected(body -> {});
  }

  private static UploadPeer connected(Consumer<ObjectNode> more) throws Exception {
    UploadPeer client = new UploadPeer();
    ObjectNode body = CutClient.request(client.offer());
    more.accept(body);
    HttpAnswer answer = HttpAnswer.post(server.uri("initialise_webrtc_worker"), body.toString());
    assertEquals(200, answer.status(), answer::body);
    client.connect(JSON.readTree(answer.body()).path("sdp").asText());
    return client;
  }

  private static JsonNode next(UploadPeer client) throws Exception {
    String result = client.results().poll(120, TimeUnit.SECONDS);
    assertTrue(result != null, "a result comes");
    return JSON.readTree(result);
  }

  /** A film with what no player reads behind it, of so many bytes at least. */
  private static byte[] clip(int bytes) throws IOException {
    byte[] film =
        UploadsIT.class.getResourceAsStream("/io/sightline/video/turned.mp4").readAllBytes();
    int free = Math.max(8, bytes - film.length);
    byte[] filling = new byte[free - 8];
    new Random(7).nextBytes(filling);
    return ByteBuffer.allocate(film.length + free)
        .put(film)
        .putInt(free)
        .put("free".getBytes())
        .put(filling)
        .array();
  }

  private static void awaitNoSession() throws Exception {
    try (ServerBeans beans = server.beans()) {
      SessionsMXBean sessions = beans.proxy("io.sightline:type=Sessions", SessionsMXBean.class);
      while (sessions.getOpen() > 0) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  private static List<Path> left() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  private static long residentMebibytes() throws IOException {
    String status = Path.of("/proc", Long.toString(server.process().pid()), "statm").toString();
    return Long.parseLong(Files.readString(Path.of(status)).split(" ")[1]) * 4096 >> 20;
  }
}

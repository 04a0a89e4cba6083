package io.sightline.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.peer.Film;
import io.sightline.peer.TestPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An administrator's day: start, two redeployments, stop, and a look into the log. */
class RedeployIT {
  private static final String STARTED = "CWWKZ0003I: The application sightline updated";

  @Test
  void twoRedeploymentsKeepTheSameNativeLibrariesAndLeaveNoComplaint() throws Exception {
    SightlineServer server = SightlineServer.start(Map.of());
    try (server;
        ServerBeans beans = server.beans()) {
      Set<String> mapped = mappedLibraries(server);
      assertEquals(Set.of(), missing(mapped), () -> "not mapped, of " + mapped);
      for (int redeployments = 1; redeployments <= 2; redeployments++) {
        replace(server.archive());
        int expected = redeployments;
        server.await("redeployment " + expected, () -> updates(server) == expected);
        server.awaitReady();
        assertEquals(200, HttpAnswer.get(server.uri()).status());
        assertEquals(mapped, mappedLibraries(server));
        assertTrue(beans.has("io.sightline:type=Sessions"));
        showAPicture(server);
        assertEquals(
            redeployments, updates(server), "nothing but the archive's change restarts it");
      }
    }
    assertEquals(List.of(), complaints(server.logText()));
  }

  /** The frames' executor is the new application's. */
  private static void showAPicture(SightlineServer server) throws Exception {
    try (TestPeer peer = new TestPeer(Film.small());
        SignalingClient client = SignalingClient.connect(server)) {
      client.offer(peer, SignalingIT.ECHO);
      client.answer(peer);
      assertNotNull(peer.pictures().poll(30, TimeUnit.SECONDS));
    }
  }

  /** Warnings, errors and what was written to standard error. */
  private static List<String> complaints(String log) {
    return log.lines().filter(line -> line.matches("\\[[^]]+] \\S+ \\S+ +[WER] .*")).toList();
  }

  private static Set<String> missing(Set<String> mapped) {
    Set<String> names = new TreeSet<>(Set.of("webrtc", "onnxruntime", "opencv"));
    names.removeIf(name -> mapped.stream().anyMatch(file -> file.contains(name)));
    return names;
  }

  /** In one move, so that the server never sees half a file. */
  private static void replace(Path archive) throws IOException {
    Path beside = archive.resolveSibling("next.war");
    Files.copy(ServerDirectory.war(), beside);
    Files.setLastModifiedTime(beside, FileTime.from(Instant.now()));
    Files.move(beside, archive, StandardCopyOption.ATOMIC_MOVE);
  }

  private static int updates(SightlineServer server) {
    return server.logText().split(STARTED, -1).length - 1;
  }

  /**
   * The files of native libraries with our names that the server's process has mapped. A file may
   * have been replaced since, by another process that unpacks the same library.
   */
  private static Set<String> mappedLibraries(SightlineServer server) throws IOException {
    Path maps = Path.of("/proc/" + server.process().pid() + "/maps");
    try (var lines = Files.lines(maps, UTF_8)) {
      return lines
          .filter(line -> line.matches(".*/lib(jni)?(webrtc|onnxruntime|opencv|openblas).*"))
          .map(line -> line.substring(line.indexOf('/')))
          .map(line -> line.replace(" (deleted)", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}

package io.sightline.model.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.net.AddressRange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
  private static final List<AddressRange> HERE = List.of(AddressRange.of("127.0.0.0/8"));

  @TempDir private Path folder;
  private FileServer server;
  private byte[] file;
  private String sha256;

  @BeforeEach
  void start() throws Exception {
    server = new FileServer(folder);
    file = new byte[300_000];
    new Random(3).nextBytes(file);
    sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    server.at("/model.onnx", exchange -> FileServer.send(exchange, file, file.length));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path place() {
    return folder.resolve("downloads");
  }

  private Downloads downloads(List<AddressRange> ranges, SSLSocketFactory tls) {
    DownloadSettings settings =
        new DownloadSettings(
            1 << 20,
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofMillis(1),
            3,
            ranges);
    return new Downloads(place(), settings, tls);
  }

  private Downloads downloads() {
    return downloads(HERE, server.trusting());
  }

  /** Waits until the file is here or cannot be had; answers the state. */
  private static String await(Downloads downloads, String sha256) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    String state = downloads.state(sha256);
    while (state != null && !state.startsWith("cannot")) {
      assertTrue(System.nanoTime() < deadline, state);
      Thread.sleep(5);
      state = downloads.state(sha256);
    }
    return state;
  }

  private String fetch(URI url, String hash) throws InterruptedException {
    try (Downloads downloads = downloads()) {
      downloads.want(url, hash, "mine");
      return await(downloads, hash);
    }
  }

  private List<String> files() throws IOException {
    if (!Files.exists(place())) {
      return List.of();
    }
    try (var files = Files.list(place())) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  @Test
  void asksNoProxy() throws Exception {
    List<URI> asked = new CopyOnWriteArrayList<>();
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", 1)));
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException e) {
            asked.add(uri);
          }
        });
    try (Downloads downloads = downloads()) {
      downloads.want(server.uri("/model.onnx"), sha256, "mine");
      assertNull(await(downloads, sha256));
      assertEquals(List.of(), asked);
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  @Test
  @DisplayName("D-5: a file is fetched once and lies under its hash")
  void fetchesAFileOnce() throws Exception {
    try (Downloads downloads = downloads()) {
      assertEquals("is not fetched yet", downloads.state(sha256));
      for (int i = 0; i < 3; i++) {
        downloads.want(server.uri("/model.onnx"), sha256, "mine");
      }
      assertNull(await(downloads, sha256));
      downloads.want(server.uri("/model.onnx"), sha256, "mine");
      assertArrayEquals(file, Files.readAllBytes(downloads.file(sha256)));
    }
    assertEquals(List.of(sha256 + ".onnx"), files());
    assertEquals(List.of(""), server.ranges);
  }

  @Test
  @DisplayName("D-5: what was interrupted goes on where it stopped")
  void goesOnAfterAnInterruption() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    server.at(
        "/breaks", exchange -> FileServer.send(exchange, file, 100_000 * calls.incrementAndGet()));
    assertNull(fetch(server.uri("/breaks"), sha256));
    assertEquals(List.of("", "bytes=100000-", "bytes=200000-"), server.ranges);
  }

  @Test
  @DisplayName("D-5: also after a restart of the server, and where nothing is left but to verify")
  void goesOnAfterARestart() throws Exception {
    Files.createDirectories(place());
    Path part = place().resolve(sha256 + ".part");
    Files.write(part, Arrays.copyOf(file, 123_456));
    assertNull(fetch(server.uri("/model.onnx"), sha256));
    Files.delete(place().resolve(sha256 + ".onnx"));
    Files.write(part, file);
    assertNull(fetch(server.uri("/model.onnx"), sha256));
    assertEquals(List.of("bytes=123456-", "bytes=300000-"), server.ranges);
  }

  @Test
  void startsAnewWhereTheServerKnowsNoRanges() throws Exception {
    Files.createDirectories(place());
    Files.write(place().resolve(sha256 + ".part"), new byte[1000]);
    server.at(
        "/whole",
        exchange -> {
          exchange.sendResponseHeaders(200, 0); // in chunks
          exchange.getResponseBody().write(file);
          exchange.getResponseBody().close();
        });
    assertNull(fetch(server.uri("/whole"), sha256));
    assertArrayEquals(file, Files.readAllBytes(place().resolve(sha256 + ".onnx")));
  }

  @Test
  @DisplayName("D-1: what has another hash is not kept")
  void refusesAnotherFile() throws Exception {
    String other = "0".repeat(64);
    String state = fetch(server.uri("/model.onnx"), other);
    assertEquals(
        "cannot be fetched from localhost: it has the SHA-256 %s, not %s".formatted(sha256, other),
        state);
    assertEquals(List.of(), files());
    assertEquals(1, server.ranges.size(), "asking again would not help");
  }

  @Test
  @DisplayName("D-2: redirections are followed, to https only and not for ever")
  void followsRedirections() throws Exception {
    redirect("/moved", server.uri("/model.onnx").toString());
    assertNull(fetch(server.uri("/moved"), sha256));
    Files.delete(place().resolve(sha256 + ".onnx"));
    redirect("/circle", "/circle");
    assertTrue(fetch(server.uri("/circle"), sha256).endsWith("redirects more than 5 times"));
    redirect("/plain", "http://localhost/model.onnx");
    assertTrue(fetch(server.uri("/plain"), sha256).endsWith("redirects to what is not https"));
    redirect("/file", "file:///etc/passwd");
    assertTrue(fetch(server.uri("/file"), sha256).endsWith("redirects to what is not https"));
    redirect("/inside", "https://169.254.169.254/latest");
    assertTrue(fetch(server.uri("/inside"), sha256).contains("is not public"));
  }

  private void redirect(String path, String to) {
    server.at(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", to);
          exchange.sendResponseHeaders(302, -1);
        });
  }

  @Test
  @DisplayName("D-3: addresses that are not public are refused unless they are listed")
  void refusesAddressesInside() throws Exception {
    try (Downloads downloads = downloads(List.of(), server.trusting())) {
      downloads.want(server.uri("/model.onnx"), sha256, "mine");
      assertEquals(
          "cannot be fetched from localhost: localhost leads to an address that is not public: see"
              + " sightline.models.download.addresses",
          await(downloads, sha256));
    }
    assertEquals(List.of(), server.ranges);
  }

  @Test
  @DisplayName("D-2: certificates are checked, also the name in them")
  void refusesCertificatesOfStrangers() throws Exception {
    try (Downloads downloads = downloads(HERE, (SSLSocketFactory) SSLSocketFactory.getDefault())) {
      downloads.want(server.uri("/model.onnx"), sha256, "mine");
      assertTrue(await(downloads, sha256).startsWith("cannot be fetched"));
    }
    URI byAddress =
        URI.create(server.uri("/model.onnx").toString().replace("localhost", "127.0.0.1"));
    assertTrue(fetch(byAddress, sha256).startsWith("cannot be fetched from 127.0.0.1"));
    assertEquals(List.of(), server.ranges);
  }

  @Test
  @DisplayName("D-4: a file that is too large is refused, whether or not its server says so")
  void refusesALargeFile() throws Exception {
    server.at("/large", exchange -> FileServer.send(exchange, new byte[2 << 20], 10));
    assertTrue(fetch(server.uri("/large"), sha256).contains("it has 2097152 bytes"));
    server.at(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (true) {
            exchange.getResponseBody().write(new byte[8192]);
          }
        });
    assertTrue(fetch(server.uri("/endless"), sha256).contains("more than the 1048576 bytes"));
  }

  @Test
  void triesAgainWhereTheServerIsBusyAndNotWhereTheFileIsAbsent() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    server.at(
        "/busy",
        exchange -> {
          if (calls.incrementAndGet() < 3) {
            exchange.sendResponseHeaders(503, -1);
          } else {
            FileServer.send(exchange, file, file.length);
          }
        });
    assertNull(fetch(server.uri("/busy"), sha256));
    Files.delete(place().resolve(sha256 + ".onnx"));
    server.ranges.clear();
    assertTrue(fetch(server.uri("/nothing"), sha256).endsWith("it answers with status 404"));
  }

  @Test
  void stopsInTheMiddleWhereTheServerStops() throws Exception {
    CountDownLatch sending = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    server.at(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < file.length; i += 1000) {
            exchange.getResponseBody().write(file, i, 1000);
            exchange.getResponseBody().flush();
            sending.countDown();
            try {
              go.await(i == 50_000 ? 10 : 0, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              return;
            }
          }
        });
    Downloads downloads = downloads();
    downloads.want(server.uri("/slow"), sha256, "mine");
    assertTrue(sending.await(10, TimeUnit.SECONDS));
    downloads.close();
    go.countDown();
    downloads.want(server.uri("/model.onnx"), sha256, "mine");
    assertTrue(await(downloads, sha256).endsWith("the server stops"));
    assertFalse(Files.exists(place().resolve(sha256 + ".onnx")));
  }
}

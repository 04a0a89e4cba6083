package io.sightline.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import io.sightline.settings.Settings;
import io.sightline.settings.SettingsException;
import io.sightline.vision.VisionException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RemotePicturesTest {
  private ServerSocket server;
  private volatile String request;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** Answers one request with this text, then hangs up unless told to hold the line. */
  private void answer(String text, boolean hold) {
    Thread thread =
        new Thread(
            () -> {
              try (Socket socket = server.accept()) {
                byte[] head = new byte[4096];
                int count = socket.getInputStream().read(head);
                request = new String(head, 0, count, StandardCharsets.US_ASCII);
                OutputStream out = socket.getOutputStream();
                out.write(text.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                if (hold) {
                  socket.getInputStream().read();
                }
              } catch (IOException e) {
                // the test has what it wants
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private String origin(String host) {
    return "http://" + host + ":" + server.getLocalPort();
  }

  private RemotePictures pictures(String origins, String addresses) {
    return RemotePictures.of(
        new ReferenceFile(
                Map.of(
                    "SIGHTLINE_HTTP_PICTURES_ORIGINS",
                    origins,
                    "SIGHTLINE_HTTP_PICTURES_ADDRESSES",
                    addresses,
                    "SIGHTLINE_HTTP_PICTURES_TIMEOUT",
                    "0.5",
                    "SIGHTLINE_WORKFLOW_PICTURE_MAX_BYTES",
                    "1024"))
            .settings());
  }

  private String refusal(String origins, String addresses, String address) {
    return assertThrows(
            VisionException.class, () -> pictures(origins, addresses).fetch(URI.create(address)))
        .getMessage();
  }

  private String refusal(String answer) {
    answer(answer, false);
    return refusal(origin("127.0.0.1"), "", origin("127.0.0.1") + "/p.png");
  }

  @Test
  @DisplayName("H-7: a listed server is asked for the path, under its own name")
  void fetchesFromAListedServer() {
    answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nbytes", false);
    byte[] file =
        pictures(origin("localhost"), "127.0.0.0/8, ::1")
            .fetch(URI.create(origin("LOCALHOST") + "/a%20b?c=d"));
    assertArrayEquals("bytes".getBytes(StandardCharsets.US_ASCII), file);
    assertTrue(request.startsWith("GET /a%20b?c=d HTTP/1.0\r\nHost: LOCALHOST:"), request);
  }

  @Test
  @DisplayName("H-7: the listed server itself is asked, and no proxy that Java was told of")
  void asksNoProxy() {
    ProxySelector before = ProxySelector.getDefault();
    Proxy none = new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", 1));
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            return List.of(none);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException e) {
            // the fetch fails, too
          }
        });
    try {
      answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nbytes", false);
      pictures(origin("127.0.0.1"), "127.0.0.0/8").fetch(URI.create(origin("127.0.0.1") + "/a"));
      assertTrue(request.startsWith("GET /a "), request);
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  @Test
  @DisplayName("H-7: nothing is allowed that is not listed: scheme, host and port")
  void refusesWhatIsNotListed() {
    String listed = "https://pictures.example";
    for (String address :
        new String[] {
          "http://pictures.example/",
          "https://pictures.example:444/",
          "https://other.example/",
          "https://pictures.example.evil.example/",
          "https://pictures.example@evil.example/"
        }) {
      String reason = refusal(listed, "", address);
      assertTrue(
          reason.contains("sightline.http.pictures.origins") || reason.contains("no user"), reason);
    }
    assertTrue(refusal("", "", "http://127.0.0.1/").contains("not allowed here"));
  }

  @Test
  @DisplayName("H-7: a listed name that leads inside is refused unless its address is listed, too")
  void refusesANameThatLeadsInside() {
    String reason = refusal(origin("localhost"), "", origin("localhost") + "/");
    assertEquals(
        "http://localhost leads to an address that is not public: see"
            + " sightline.http.pictures.addresses",
        reason);
  }

  @Test
  @DisplayName("H-7: redirections are not followed")
  void followsNoRedirection() {
    String reason = refusal("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n");
    assertTrue(reason.endsWith("status 302, and redirections are not followed"), reason);
  }

  @Test
  void refusesAnswersThatAreNone() {
    assertTrue(refusal("hello").endsWith("does not speak HTTP"));
    assertTrue(refusal("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbytes").endsWith("broke off"));
    assertTrue(
        refusal("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
            .contains("coded"));
    assertTrue(refusal("HTTP/1.1 404 Not Found\r\n\r\n").endsWith("status 404"));
  }

  @Test
  void boundsTheBytes() {
    String head = "HTTP/1.1 200 OK\r\n\r\n";
    assertTrue(refusal(head + "x".repeat(1025)).endsWith("at most 1024 bytes"));
    assertTrue(refusal(head + "x".repeat(100_000)).endsWith("at most 1024 bytes"));
  }

  @Test
  void boundsTheTime() {
    answer("HTTP/1.1 200 OK\r\n\r\nbyt", true);
    assertTrue(
        refusal(origin("127.0.0.1"), "", origin("127.0.0.1") + "/").contains("within 500 ms"));
  }

  @Test
  void refusesSettingsThatAreNone() {
    for (String origins : new String[] {"pictures.example", "ftp://a", "http://a/b", "*"}) {
      Settings settings =
          new ReferenceFile(Map.of("SIGHTLINE_HTTP_PICTURES_ORIGINS", origins)).settings();
      assertThrows(SettingsException.class, () -> RemotePictures.of(settings), origins);
    }
    Settings settings =
        new ReferenceFile(Map.of("SIGHTLINE_HTTP_PICTURES_ADDRESSES", "localhost")).settings();
    assertThrows(SettingsException.class, () -> RemotePictures.of(settings));
  }
}

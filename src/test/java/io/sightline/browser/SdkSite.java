package io.sightline.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sightline.camera.VideoFileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The web site of somebody who uses the SDK: an empty page, the SDK as it was published, a clip,
 * and a proxy that knows the key, as the SDK's documentation asks for.
 */
final class SdkSite implements AutoCloseable {
  /** Frames of the film, whose file takes several pieces to upload. */
  static final int FILM_FRAMES = 100;

  /** Where liberty/verify.sh puts it. */
  private static final Path SDK =
      Path.of("target/sdk/node_modules/@roboflow/inference-sdk/dist/index.es.js");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger proxied = new AtomicInteger();
  private final AtomicInteger configured = new AtomicInteger();
  private final Path film;
  private volatile URI sightline;
  private volatile String key;

  SdkSite() {
    try {
      film = Files.createTempFile("film", ".mp4");
      film.toFile().deleteOnExit();
      new VideoFileWriter(1280, 720, 25).write(film, FILM_FRAMES);
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", exchange -> send(exchange, "text/html", "<title>SDK</title>"));
    server.createContext(
        "/sdk.js", exchange -> send(exchange, "text/javascript", Files.readAllBytes(SDK)));
    server.createContext("/minimal.html", exchange -> send(exchange, "text/html", minimal()));
    server.createContext(
        "/film.mp4", exchange -> send(exchange, "video/mp4", Files.readAllBytes(film)));
    server.createContext("/clip.mp4", exchange -> send(exchange, "video/mp4", clip()));
    server.createContext("/turn", this::iceServers);
    server.createContext("/proxy", this::proxy);
    server.start();
  }

  /** Whether the SDK was fetched. */
  static boolean isThere() {
    return Files.exists(SDK);
  }

  /** The site's origin. */
  String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Where the proxy sends requests, and the key that it adds. */
  void proxyTo(URI address, String secret) {
    sightline = address;
    key = secret;
  }

  /** Sessions that were asked for by way of the proxy. */
  int proxied() {
    return proxied.get();
  }

  /** Configurations that were asked for by way of the proxy. */
  int configured() {
    return configured.get();
  }

  /**
   * The documentation's page, in {@code folder}, as somebody has saved it and put an address in.
   */
  String savedPage(Path folder) {
    try {
      return Files.writeString(folder.resolve("minimal.html"), minimal()).toUri().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** What the SDK's documentation calls the TURN configuration, with the key added. */
  private void iceServers(HttpExchange exchange) throws IOException {
    configured.incrementAndGet();
    HttpRequest request =
        HttpRequest.newBuilder(sightline.resolve("webrtc_turn_config"))
            .header("Authorization", "Bearer " + key)
            .build();
    try {
      HttpResponse<String> answer =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      send(exchange, "application/json", answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As the SDK's own client would ask, with the key in the header as Python's does. */
  private void proxy(HttpExchange exchange) throws IOException {
    proxied.incrementAndGet();
    JsonNode asked = JSON.readTree(exchange.getRequestBody());
    JsonNode wanted = asked.path("wrtcParams");
    ObjectNode body = JSON.createObjectNode();
    ObjectNode workflow = body.putObject("workflow_configuration");
    workflow.put("type", "WorkflowConfiguration");
    workflow.set("workflow_specification", wanted.path("workflowSpec"));
    body.set("webrtc_offer", asked.path("offer"));
    body.set("stream_output", wanted.path("streamOutputNames"));
    body.set("data_output", wanted.path("dataOutputNames"));
    body.set("webrtc_realtime_processing", wanted.path("realtimeProcessing"));
    HttpRequest request =
        HttpRequest.newBuilder(sightline.resolve("initialise_webrtc_worker"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    try {
      HttpResponse<String> answer =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      send(exchange, "application/json", answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The documentation's page, for the server of the test and with its key. */
  private String minimal() throws IOException {
    String page = Files.readString(Path.of("src/docs/minimal-client.html"));
    return page.replace(
        "localhost:9080/ws/signaling", sightline.getAuthority() + "/ws/signaling?api_key=" + key);
  }

  private static byte[] clip() throws IOException {
    try (InputStream in = SdkSite.class.getResourceAsStream("/io/sightline/video/turned.mp4")) {
      return in.readAllBytes();
    }
  }

  private static void send(HttpExchange exchange, String type, String text) throws IOException {
    send(exchange, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}

package io.sightline.workflow.blocks.sinks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sightline.workflow.block.Block;
import io.sightline.workflow.block.BlockException;
import io.sightline.workflow.block.BlockResult;
import io.sightline.workflow.block.Sinks;
import io.sightline.workflow.blocks.GivenStep;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WebhookSinkTest {
  private static final WebhookSink.V1 TYPE = new WebhookSink.V1();

  private record Got(String method, String path, String type, String header, String body) {}

  private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
  private final AtomicInteger busy = new AtomicInteger();
  private int status = 200;
  private HttpServer server;
  private String url;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    got.add(
        new Got(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            exchange.getRequestHeaders().getFirst("X-Key"),
            body));
    int code = busy.getAndDecrement() > 0 ? 503 : status;
    exchange.getResponseHeaders().add("Location", url);
    exchange.sendResponseHeaders(code, -1);
    exchange.close();
  }

  private static WebhookOutbox outbox(boolean privateAddresses, Duration longest, String... hosts) {
    return new WebhookOutbox(
        new WebhookSettings(Set.of(hosts), privateAddresses, 1, 4, 2, longest, 100_000),
        Thread::new);
  }

  private Block block(WebhookOutbox outbox, Sinks sinks, Map<String, Object> more) {
    Map<String, Object> written = new HashMap<>(Map.of("url", url, "method", "POST"));
    written.putAll(more);
    Map<String, Object> fields = GivenStep.fields(TYPE, written);
    return TYPE.create(GivenStep.context(fields, type -> type == Sinks.class ? sinks : outbox));
  }

  private List<Object> run(WebhookOutbox outbox, Map<String, Object> more) {
    return run(block(outbox, Sinks.ENABLED, Map.of()), more);
  }

  private List<Object> run(Block block, Map<String, Object> more) {
    Map<String, Object> values =
        new HashMap<>(Map.of("url", url, "method", "POST", "fire_and_forget", false));
    values.putAll(more);
    return ((BlockResult.Values) block.run(GivenStep.input(TYPE.manifest(), values))).values();
  }

  @Test
  void sendsJsonWithHeadersAndParameters() {
    try (WebhookOutbox outbox = outbox(true, Duration.ofSeconds(5), "127.0.0.1")) {
      assertEquals(
          List.of(false, false, "Notification sent successfully"),
          run(
              outbox,
              Map.of(
                  "method",
                  "PUT",
                  "headers",
                  Map.of("X-Key", 7),
                  "query_parameters",
                  Map.of("a", List.of("x y", true)),
                  "json_payload",
                  Map.of("n", List.of(1, 2.5, "é")))));
      assertEquals(
          new Got(
              "PUT",
              "/hook?a=x+y&a=True",
              "application/json",
              "7",
              "{\"n\": [1, 2.5, \"\\u00e9\"]}"),
          got.remove());
    }
  }

  @Test
  void sendsFormsAndFiles() {
    try (WebhookOutbox outbox = outbox(true, Duration.ofSeconds(5), "127.0.0.1")) {
      run(outbox, Map.of("form_data", Map.of("a", "1&2")));
      Got form = got.remove();
      assertEquals("application/x-www-form-urlencoded", form.type);
      assertEquals("a=1%262", form.body);
      run(
          outbox,
          Map.of(
              "form_data",
              Map.of("a", 1),
              "multi_part_encoded_files",
              Map.of("image", "bytes".getBytes(StandardCharsets.US_ASCII))));
      Got parts = got.remove();
      String boundary = parts.type.substring(parts.type.indexOf('=') + 1);
      assertEquals(
          ("--%1$s\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
                  + "--%1$s\r\nContent-Disposition: form-data; name=\"image\"; filename=\"image\""
                  + "\r\n\r\nbytes\r\n--%1$s--\r\n")
              .formatted(boundary),
          parts.body);
    }
  }

  @Test
  void tellsWhatTheServerAnsweredAndFollowsNoRedirect() {
    try (WebhookOutbox outbox = outbox(true, Duration.ofSeconds(5), "127.0.0.1")) {
      status = 404;
      assertEquals(
          List.of(
              true,
              false,
              "Failed to send webhook notification. Internal error details: 404 Client Error: Not"
                  + " Found for url: "
                  + url),
          run(outbox, Map.of("query_parameters", Map.of("key", "s3cret"))));
      status = 302;
      assertTrue(run(outbox, Map.of()).get(2).toString().endsWith("which is not followed"));
      assertEquals(2, got.size());
    }
  }

  @Test
  void sendsInTheBackgroundAndTriesAgainWhileTheServerIsBusy() throws InterruptedException {
    try (WebhookOutbox outbox = outbox(true, Duration.ofSeconds(5), "127.0.0.1")) {
      busy.set(1);
      assertEquals(
          List.of(false, false, "Notification sent in the background task"),
          run(outbox, Map.of("fire_and_forget", true)));
      assertEquals("POST", got.poll(20, TimeUnit.SECONDS).method);
      assertEquals("POST", got.poll(20, TimeUnit.SECONDS).method);
    }
  }

  @Test
  void waitsForTheCooldown() {
    try (WebhookOutbox outbox = outbox(true, Duration.ofSeconds(5), "127.0.0.1")) {
      long[] seconds = {100};
      Block block = new WebhookSink(outbox, () -> TimeUnit.SECONDS.toNanos(seconds[0]));
      assertEquals(false, run(block, Map.of()).get(1));
      seconds[0] += 4;
      assertEquals(List.of(false, true, "Sink cooldown applies"), run(block, Map.of()));
      seconds[0] += 1;
      assertEquals(false, run(block, Map.of()).get(1));
      assertEquals(2, got.size());
    }
  }

  @Test
  void endsARequestThatGetsNoAnswer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        WebhookOutbox outbox = outbox(true, Duration.ofMillis(200), "127.0.0.1")) {
      String answer =
          run(outbox, Map.of("url", "http://127.0.0.1:" + silent.getLocalPort() + "/"))
              .get(2)
              .toString();
      assertTrue(answer.endsWith("no answer within 0.2 seconds"), answer);
    }
  }

  @Test
  @DisplayName("KS-1: without a host in the setting the step is refused, with the setting's name")
  void refusesStepsThatTheSettingsDoNotAllow() {
    try (WebhookOutbox none = outbox(true, Duration.ofSeconds(5));
        WebhookOutbox other = outbox(true, Duration.ofSeconds(5), "127.0.0.1:1", "example.com")) {
      for (WebhookOutbox outbox : List.of(none, other)) {
        BlockException e =
            assertThrows(BlockException.class, () -> block(outbox, Sinks.ENABLED, Map.of()));
        assertEquals("BlockInitialisationError", e.errorType());
        assertTrue(e.getMessage().contains("sightline.sinks.webhook.hosts"), e.getMessage());
      }
      Block block = block(other, Sinks.ENABLED, Map.of("url", "$inputs.url"));
      assertEquals(true, run(block, Map.of()).get(0));
      assertEquals(0, got.size());
    }
  }

  @Test
  @DisplayName("KS-4: an allowed name with a private address needs a setting of its own")
  void refusesPrivateAddresses() {
    try (WebhookOutbox outbox = outbox(false, Duration.ofSeconds(5), "127.0.0.1")) {
      assertTrue(run(outbox, Map.of()).get(2).toString().contains("private.addresses"));
      assertEquals(0, got.size());
    }
  }

  @Test
  @DisplayName("KS-5: a request without side effects, or the step itself, disables the sink")
  void sendsNothingWhereItIsDisabled() {
    assertEquals(
        List.of(false, false, "Sink was disabled by workflow execution policy"),
        run(block(null, Sinks.DISABLED, Map.of()), Map.of()));
    try (WebhookOutbox outbox = outbox(true, Duration.ofSeconds(5))) {
      assertEquals(
          List.of(false, false, "Sink was disabled by parameter `disable_sink`"),
          run(
              block(outbox, Sinks.ENABLED, Map.of("disable_sink", true)),
              Map.of("disable_sink", true)));
    }
  }

  @Test
  void refusesWhatIsNoRequest() {
    try (WebhookOutbox outbox = outbox(true, Duration.ofSeconds(5), "127.0.0.1")) {
      for (Map<String, Object> wrong :
          List.<Map<String, Object>>of(
              Map.of("headers", Map.of("X", "a\r\nHost: b")),
              Map.of("headers", Map.of("Host", "b")),
              Map.of("url", "file:///etc/passwd"),
              Map.of("url", "http://user@127.0.0.1/"),
              Map.of("url", "http:///"),
              Map.of("request_timeout", 0),
              Map.of("json_payload", Map.of("x", Double.NaN)),
              Map.of("json_payload", Map.of("x", new Object())),
              Map.of("form_data", Map.of("x", "y".repeat(200_000))))) {
        List<Object> answer = run(outbox, wrong);
        assertEquals(true, answer.get(0), wrong.toString());
      }
      assertEquals(0, got.size());
    }
  }
}

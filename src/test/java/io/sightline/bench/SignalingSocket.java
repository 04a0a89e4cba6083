package io.sightline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.onvoid.webrtc.RTCIceCandidate;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The client's end of the signaling protocol. */
final class SignalingSocket implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WebSocket socket;
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<String> answer = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Consumer<RTCIceCandidate> onCandidate;
  private final List<JsonNode> early = new ArrayList<>();
  private boolean offered;
  private CompletableFuture<?> lastSent = CompletableFuture.completedFuture(null);
  private volatile CompletableFuture<JsonNode> status = new CompletableFuture<>();
  private volatile String problem = "";

  SignalingSocket(HttpClient client, URI uri, Consumer<RTCIceCandidate> onCandidate)
      throws Exception {
    this.onCandidate = onCandidate;
    this.socket = client.newWebSocketBuilder().buildAsync(uri, this).get(10, TimeUnit.SECONDS);
  }

  /** Sends the offer and waits for the answer's description. */
  String offer(String sdp) throws Exception {
    ObjectNode offer = message("offer").put("sdp", sdp).put("data_format", "text");
    offer.putArray("data_output").add("*");
    synchronized (this) {
      send(offer);
      offered = true;
      early.forEach(this::send);
      early.clear();
    }
    return answer.get(20, TimeUnit.SECONDS);
  }

  /** Sends a local candidate, not before the offer. */
  synchronized void candidate(RTCIceCandidate candidate) {
    ObjectNode message = message("candidate");
    message
        .putObject("candidate")
        .put("candidate", candidate.sdp)
        .put("sdpMid", candidate.sdpMid)
        .put("sdpMLineIndex", candidate.sdpMLineIndex);
    if (offered) {
      send(message);
    } else {
      early.add(message);
    }
  }

  /** The figures of this session. */
  JsonNode stats() throws Exception {
    CompletableFuture<JsonNode> asked = new CompletableFuture<>();
    status = asked;
    send(message("status"));
    return asked.get(10, TimeUnit.SECONDS).path("stats");
  }

  /** The last error message of the server, empty where there was none. */
  String problem() {
    return problem;
  }

  private static ObjectNode message(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  /** One message after the other, as the library demands. */
  private synchronized void send(JsonNode message) {
    lastSent =
        lastSent
            .thenCompose(done -> socket.sendText(message.toString(), true))
            .orTimeout(10, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
    partial.append(text);
    if (last) {
      String message = partial.toString();
      partial.setLength(0);
      try {
        receive(JSON.readTree(message));
      } catch (Exception e) {
        problem = e.toString();
      }
    }
    webSocket.request(1);
    return null;
  }

  private void receive(JsonNode message) {
    switch (message.path("type").asText()) {
      case "answer" -> answer.complete(message.path("sdp").asText());
      case "candidate" -> candidate(message.path("candidate"));
      case "status" -> status.complete(message);
      case "error" -> fail(message.path("message").asText());
      case "terminated" -> fail("terminated: " + message);
      default -> {
        // nothing else concerns a measurement
      }
    }
  }

  private void candidate(JsonNode candidate) {
    if (candidate.isObject()) {
      onCandidate.accept(
          new RTCIceCandidate(
              candidate.path("sdpMid").asText("0"),
              candidate.path("sdpMLineIndex").asInt(),
              candidate.path("candidate").asText()));
    }
  }

  private void fail(String message) {
    problem = message;
    answer.completeExceptionally(new IllegalStateException(message));
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    fail("socket closed with " + code + " " + reason);
    ended.complete(null);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    fail(error.toString());
    ended.complete(null);
  }

  /** Ends the session in order. */
  @Override
  public void close() {
    send(message("terminate"));
    ended.completeOnTimeout(null, 3, TimeUnit.SECONDS).join();
    socket.abort();
  }
}

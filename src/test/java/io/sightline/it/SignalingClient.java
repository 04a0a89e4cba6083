package io.sightline.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.onvoid.webrtc.RTCIceCandidate;
import io.sightline.peer.TestPeer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A signaling socket from the outside: text in, JSON out. */
final class SignalingClient implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;
  private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

  private SignalingClient(URI uri, Map<String, String> headers) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    headers.forEach(builder::header);
    socket = builder.buildAsync(uri, new Listener()).join();
  }

  static SignalingClient connect(SightlineServer server) {
    return connect(server, Map.of());
  }

  /**
   * @throws CompletionException where the server does not open the socket
   */
  static SignalingClient connect(SightlineServer server, Map<String, String> headers) {
    return connect(server, "", headers);
  }

  /**
   * @param query of the address, with its question mark
   */
  static SignalingClient connect(
      SightlineServer server, String query, Map<String, String> headers) {
    return new SignalingClient(server.webSocketUri("ws/signaling" + query), headers);
  }

  /** Sends one text, after those before it. */
  synchronized void send(String text) {
    sent = sent.handle((done, failure) -> null).thenCompose(done -> socket.sendText(text, true));
  }

  /** Sends one binary message, after the texts before it. */
  synchronized void sendBinary(byte[] bytes) {
    sent =
        sent.handle((done, failure) -> null)
            .thenCompose(done -> socket.sendBinary(ByteBuffer.wrap(bytes), true));
  }

  /** Sends a message of this type without fields. */
  void say(String type) {
    send("{\"type\":\"" + type + "\"}");
  }

  /** Offers the peer's session with these options, a JSON object's members without braces. */
  void offer(TestPeer peer, String options) {
    String sdp = peer.offer(this::trickle);
    send(
        "{\"type\":\"offer\",\"sdp\":"
            + quoted(sdp)
            + (options.isEmpty() ? "" : "," + options)
            + "}");
  }

  /** Waits for the answer, hands it on, and candidates with it. */
  JsonNode answer(TestPeer peer) throws InterruptedException {
    JsonNode answer = answerOrError(peer);
    if (is(answer, "error")) {
      throw new AssertionError("refused: " + answer);
    }
    return answer;
  }

  /** As {@link #answer}, but an error is returned as it came. */
  JsonNode answerOrError(TestPeer peer) throws InterruptedException {
    JsonNode message = await(m -> is(m, "answer") || is(m, "error"));
    if (is(message, "answer")) {
      peer.answer(message.get("sdp").asText());
      CompletableFuture.runAsync(() -> candidates(peer));
    }
    return message;
  }

  /** The next message that fits; candidates of the server go to the peer on the way. */
  JsonNode await(Predicate<JsonNode> fits) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      JsonNode message = messages.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (message == null) {
        throw new AssertionError("no such message");
      }
      if (fits.test(message)) {
        return message;
      }
    }
  }

  JsonNode awaitType(String type) throws InterruptedException {
    return await(m -> is(m, type));
  }

  JsonNode awaitError(String errorType) throws InterruptedException {
    return await(m -> is(m, "error") && m.get("error_type").asText().equals(errorType));
  }

  JsonNode awaitState(String state) throws InterruptedException {
    return await(m -> is(m, "status") && m.get("state").asText().equals(state));
  }

  /** Waits until the server or the network has closed the socket; its code. */
  int awaitClose() throws InterruptedException {
    try {
      return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
      throw new AssertionError("the socket did not close", e);
    }
  }

  boolean isClosed() {
    return closed.isDone();
  }

  /** Closes as a browser's tab does. */
  void leave() {
    if (!closed.isDone()) {
      socket.sendClose(1001, "").handle((done, failure) -> null).join();
    }
  }

  @Override
  public void close() {
    leave();
  }

  /** The network breaks. */
  void breakOff() {
    socket.abort();
  }

  static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private final BlockingQueue<JsonNode> found = new LinkedBlockingQueue<>();

  private void candidates(TestPeer peer) {
    try {
      for (JsonNode c = found.take(); !c.isNull(); c = found.take()) {
        peer.candidate(
            new RTCIceCandidate(
                c.get("sdpMid").asText(),
                c.get("sdpMLineIndex").asInt(),
                c.get("candidate").asText()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void trickle(RTCIceCandidate c) {
    send(
        "{\"type\":\"candidate\",\"candidate\":{\"candidate\":%s,\"sdpMid\":%s,\"sdpMLineIndex\":%d}}"
            .formatted(quoted(c.sdp), quoted(c.sdpMid), c.sdpMLineIndex));
  }

  private static boolean is(JsonNode message, String type) {
    return message.get("type").asText().equals(type);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        receive(text.toString());
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      closed.complete(1006);
    }

    private void receive(String json) {
      try {
        JsonNode message = JSON.readTree(json);
        if (is(message, "candidate")) {
          found.add(message.get("candidate"));
        } else {
          messages.add(message);
        }
      } catch (IOException e) {
        throw new IllegalStateException(json, e);
      }
    }
  }
}

package io.sightline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.onvoid.webrtc.RTCIceCandidate;
import io.sightline.peer.EchoServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The least that a server of this library can do, {@link EchoServer}, in a process of its own.
 * Takes {@code {"offer":sdp}} and candidates, a line each, on standard input and writes {@code
 * {"answer":sdp}} and candidates on standard output; a new offer ends the call before. Ends with
 * its input.
 */
final class EchoMain {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EchoMain() {}

  public static void main(String[] args) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    EchoServer echo = null;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonNode message = JSON.readTree(line);
      if (message.has("offer")) {
        if (echo != null) {
          echo.close();
        }
        echo = new EchoServer();
        String offer = message.path("offer").asText();
        write(Map.of("answer", echo.peer().answer(offer, c -> write(candidate(c)))));
      } else if (echo != null) {
        echo.peer().candidate(candidate(message));
      }
    }
    if (echo != null) {
      echo.close();
    }
    // the native threads end with the process
    Runtime.getRuntime().halt(0);
  }

  static Map<String, Object> candidate(RTCIceCandidate candidate) {
    return Map.of(
        "candidate", candidate.sdp, "mid", candidate.sdpMid, "line", candidate.sdpMLineIndex);
  }

  static RTCIceCandidate candidate(JsonNode message) {
    return new RTCIceCandidate(
        message.path("mid").asText(),
        message.path("line").asInt(),
        message.path("candidate").asText());
  }

  private static synchronized void write(Object message) {
    try {
      System.out.println(JSON.writeValueAsString(message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

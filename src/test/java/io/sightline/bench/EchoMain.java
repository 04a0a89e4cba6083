package io.sightline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoFrame;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The least that a server of this library can do: every frame that comes in is pushed out again. A
 * process of its own; takes {@code {"offer":sdp}} a line on standard input and writes {@code
 * {"answer":sdp}} a line on standard output; a new offer ends the call before. Ends with its input.
 */
final class EchoMain {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EchoMain() {}

  public static void main(String[] args) throws Exception {
    PeerConnectionFactory factory = new PeerConnectionFactory(new HeadlessAudioDeviceModule());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    CustomVideoSource source = null;
    Connection connection = null;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (connection != null) {
        connection.close();
      }
      JsonNode offer = JSON.readTree(line).path("offer");
      CustomVideoSource echo = source = new CustomVideoSource();
      connection =
          new Connection(
              factory, factory.createVideoTrack("echo", echo), frame -> push(echo, frame), c -> {});
      connection.answer(offer.asText());
      String answer = connection.gatheredDescription();
      System.out.println(JSON.writeValueAsString(Map.of("answer", answer)));
    }
    if (source != null) {
      connection.close();
    }
    // the native threads end with the process
    Runtime.getRuntime().halt(0);
  }

  private static void push(CustomVideoSource source, VideoFrame frame) {
    try {
      source.pushFrame(frame);
    } catch (Throwable e) {
      System.err.println("echo: " + e);
    } finally {
      frame.release();
    }
  }
}

package io.sightline.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.session.IceCandidate;
import io.sightline.session.IceServer;
import io.sightline.session.OfferOptions;
import io.sightline.session.OutputChange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageCodecTest {
  private final MessageCodec codec = new MessageCodec(100_000);

  @Test
  void readsAnOfferWithAllOptions() throws IOException {
    ClientMessage.Offer message =
        assertInstanceOf(ClientMessage.Offer.class, codec.read(file("offer.json")));
    assertEquals("v=0\r\n", message.offer().sdp());
    OfferOptions o = message.offer().options();
    assertEquals(
        "{\"version\":\"1.0\",\"inputs\":[],\"steps\":[],\"outputs\":[]}", o.workflowDefinition());
    assertNull(o.workflowId());
    assertEquals("picture", o.imageInput());
    assertEquals(Map.of("classes", List.of("person"), "threshold", 0.5), o.parameters());
    assertEquals(List.of("annotated_image"), o.streamOutput());
    assertEquals(List.of("*"), o.dataOutput());
    assertEquals(false, o.realtime());
    assertEquals(
        List.of(
            new IceServer(List.of("stun:stun.example:3478"), null, null),
            new IceServer(List.of("turn:a.example", "turn:b.example"), "user", "secret")),
        o.iceServers());
    assertEquals(25.0, o.declaredFps());
    assertEquals(20, o.fpsProbeFrames());
    assertEquals(600.0, o.processingTimeout());
    assertNull(o.rtspUrl());
    assertEquals("text", o.dataFormat());
  }

  @Test
  void readsAnOfferWithoutOptions() {
    ClientMessage.Offer message =
        (ClientMessage.Offer)
            codec.read("{\"type\":\"offer\",\"sdp\":\"v=0\",\"stream_output\":null}");
    assertEquals(OfferOptions.DEFAULT, message.offer().options());
    ClientMessage.Offer nothing = (ClientMessage.Offer) codec.read("{\"type\":\"offer\"}");
    assertNull(nothing.offer().sdp());
  }

  @Test
  void putsTheRelayBeforeTheList() {
    ClientMessage.Offer message =
        (ClientMessage.Offer)
            codec.read(
                """
                {"type":"offer","sdp":"","webcam_fps":30,
                 "workflow_configuration":{"disable_sinks":true},
                 "webrtc_turn_config":{"urls":"turn:r.example","username":"u","credential":"c"},
                 "webrtc_config":{"iceServers":[{"urls":"stun:s.example"}]}}\
                """);
    assertEquals(
        List.of(new IceServer(List.of("turn:r.example"), "u", "c")),
        message.offer().options().iceServers());
    assertEquals(30.0, message.offer().options().declaredFps());
    assertEquals(true, message.offer().options().disableSinks());
  }

  @Test
  void readsTheSmallMessages() {
    assertEquals(new ClientMessage.Ping(), codec.read("{\"type\":\"ping\",\"more\":[1]}"));
    assertEquals(new ClientMessage.Pause(), codec.read("{\"type\":\"pause\"}"));
    assertEquals(new ClientMessage.Resume(), codec.read("{\"type\":\"resume\"}"));
    assertEquals(new ClientMessage.Status(), codec.read("{\"type\":\"status\"}"));
    assertEquals(new ClientMessage.Terminate(), codec.read("{\"type\":\"terminate\"}"));
    assertEquals(new ClientMessage.Ack(12), codec.read("{\"type\":\"ack\",\"ack\":12}"));
    assertEquals(
        new ClientMessage.ResumeSession("a", "b"),
        codec.read("{\"type\":\"resume_session\",\"session_id\":\"a\",\"token\":\"b\"}"));
    assertEquals(
        new ClientMessage.Candidate(null),
        codec.read("{\"type\":\"candidate\",\"candidate\":null}"));
    assertEquals(
        new ClientMessage.Candidate(new IceCandidate("candidate:1", "0", 0)),
        codec.read(
            "{\"type\":\"candidate\",\"candidate\":{\"candidate\":\"candidate:1\",\"sdpMid\":\"0\",\"sdpMLineIndex\":0,\"usernameFragment\":\"x\"}}"));
    assertEquals(
        new ClientMessage.Configure(new OutputChange(List.of("a"), null, Map.of("t", 1))),
        codec.read(
            "{\"type\":\"configure\",\"stream_output\":[\"a\"],\"workflows_parameters\":{\"t\":1}}"));
  }

  @ParameterizedTest
  @DisplayName("G-3: a message says what is wrong, where, and what would be right")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not-json.txt          | not JSON at line 1, column
          truncated.json        | not JSON at line 3, column
          two-messages.json     | not JSON at line 2, column
          duplicate-key.json    | not JSON at line 1
          empty.txt             | not nothing
          list.json             | not a list
          no-type.json          | 'type' is missing; known types: ack, candidate, configure, offer, pause
          type-is-number.json   | 'type' must be a text, not the number 7
          unknown-type.json     | unknown type 'selfdestruct'; known types: ack
          sdp-is-object.json    | 'sdp' must be a text, not an object
          wrong-option.json     | 'workflow_configuration.workflows_parameters' must be an object, not a list
          wrong-list.json       | 'data_output[1]' must be a text, not the number 1
          wrong-ice.json        | 'webrtc_config.iceServers[0].urls[0]' must be a text, not true
          ice-without-urls.json | 'urls' is missing
          candidate-absent.json | 'candidate' is missing: an object, or null for the end
          candidate-index.json  | 'candidate.sdpMLineIndex' must be a whole number, not the number 0.5
          ack-negative.json     | 'ack' must be the id of the last handled frame, 0 or more
          resume-no-token.json  | 'token' is missing: a text
          huge-index.json       | must be a whole number of 32 bits, not 99999999999
          huge-number.json      | not JSON at line 1
          """)
  void refusesHostileMessages(String name, String part) throws IOException {
    String text = file("hostile/" + name);
    InvalidMessage refused = assertThrows(InvalidMessage.class, () -> codec.read(text));
    assertTrue(refused.getMessage().contains(part), refused.getMessage());
    assertTrue(refused.getMessage().length() < 400, refused.getMessage());
  }

  @Test
  void boundsDepth() {
    String deep = "{\"type\":\"offer\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    InvalidMessage refused = assertThrows(InvalidMessage.class, () -> codec.read(deep));
    assertTrue(refused.getMessage().contains("depth"), refused.getMessage());
  }

  @Test
  void boundsTheLength() {
    String longText = "{\"type\":\"ping\",\"x\":\"" + "x".repeat(200_000) + "\"}";
    assertThrows(InvalidMessage.class, () -> codec.read(longText));
  }

  @Test
  void writesWhatTheProtocolSays() {
    assertEquals("{\"type\":\"pong\"}", codec.write(new ServerMessage.Pong()));
    assertEquals(
        "{\"type\":\"answer\",\"sdp\":\"v=0\",\"session_id\":\"i\",\"token\":\"t\",\"ice_servers\":[{\"urls\":[\"stun:a\"]}]}",
        codec.write(
            new ServerMessage.Answer(
                "v=0",
                "i",
                "t",
                List.of(new ServerMessage.IceServer(List.of("stun:a"), null, null)))));
    assertEquals(
        "{\"type\":\"candidate\",\"candidate\":{\"candidate\":\"c\",\"sdpMid\":\"0\",\"sdpMLineIndex\":0}}",
        codec.write(new ServerMessage.Candidate(new ServerMessage.IceCandidate("c", "0", 0))));
    assertEquals(
        "{\"type\":\"candidate\",\"candidate\":null}",
        codec.write(new ServerMessage.Candidate(null)));
    assertEquals(
        "{\"type\":\"configured\",\"stream_output\":null,\"data_output\":[]}",
        codec.write(new ServerMessage.Configured(null, List.of())));
    assertEquals(
        "{\"type\":\"terminated\",\"reason\":\"idle\",\"message\":\"m\"}",
        codec.write(new ServerMessage.Terminated("idle", "m")));
    assertEquals(
        "{\"type\":\"error\",\"error_type\":\"E\",\"message\":\"m\",\"fatal\":true}",
        codec.write(new ServerMessage.Problem("E", "m", null, true)));
    assertEquals(
        "{\"type\":\"error\",\"error_type\":\"E\",\"message\":\"m\",\"blocks_errors\":[{\"block_id\":\"b\",\"block_type\":null,\"property_name\":\"p\",\"property_details\":null}],\"fatal\":false}",
        codec.write(
            new ServerMessage.Problem(
                "E", "m", List.of(new ServerMessage.BlockProblem("b", null, "p", null)), false)));
  }

  @Test
  void writesAStatusAsThePageReadsIt() {
    String status =
        codec.write(
            EventMapping.message(
                new io.sightline.session.SessionEvent.StatusReported(
                    new io.sightline.session.FakeSession().snapshot())));
    assertTrue(
        status.startsWith("{\"type\":\"status\",\"state\":\"running\",\"stats\":{\"session_id\":"));
    for (String key :
        List.of(
            "\"uptime_s\":1.3",
            "\"frames\":{\"received\":0,\"processed\":0,\"dropped\":0,\"failed\":0,\"sent\":0}",
            "\"fps\":{\"in\":0.0,\"processed\":0.0,\"out\":0.0}",
            "\"latency_ms\":{\"p50\":0.0,\"p95\":0.0,\"p99\":0.0}",
            "\"inference_ms\":{\"p50\":0.0,\"p95\":0.0}",
            "\"video\":{\"codec\":null,\"width\":null,\"height\":null,\"bitrate_kbps\":null,\"rtt_ms\":null}",
            "\"results\":{\"sent\":0,\"dropped\":0,\"buffered_bytes\":0}",
            "\"declared_fps\":null",
            "\"measured_fps\":null")) {
      assertTrue(status.contains(key), () -> key + " in " + status);
    }
    assertFalse(status.contains("NaN"));
  }

  private static String file(String name) throws IOException {
    try (InputStream in = MessageCodecTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

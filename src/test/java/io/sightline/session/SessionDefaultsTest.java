package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.datachannel.ResultChannel;
import io.sightline.settings.ReferenceFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionDefaultsTest {
  private final SessionDefaults defaults =
      SessionDefaults.of(
          new ReferenceFile(
                  Map.of(
                      "SIGHTLINE_SESSION_TIME_LIMIT", "120",
                      "SIGHTLINE_MEDIA_ICE_SERVERS", "stun:stun.example:3478"))
              .settings());

  @Test
  void fillsInWhatTheOfferDoesNotSay() {
    SessionPlan plan = defaults.plan(OfferOptions.DEFAULT);
    assertNull(plan.definition());
    assertEquals("image", plan.imageInput());
    assertNull(plan.streamOutput());
    assertTrue(plan.videoBack());
    assertEquals(List.of(), plan.dataOutput());
    assertTrue(plan.realtime());
    assertEquals(1, plan.iceServers().size());
    assertEquals(10, plan.fpsProbeFrames());
    assertEquals(Duration.ofSeconds(120), plan.life());
    assertEquals(ResultChannel.Format.CHUNKED, plan.format());
    assertTrue(plan.sinks());
  }

  @Test
  void takesWhatTheOfferSays() {
    SessionPlan plan =
        defaults.plan(
            new OfferOptions(
                "{}",
                null,
                "picture",
                Map.of("a", 1),
                List.of("", "b"),
                List.of("*"),
                false,
                List.of(new IceServer(List.of("turn:relay.example:3478?transport=udp"), "u", "c")),
                25.0,
                30,
                60.0,
                null,
                null,
                "text",
                true));
    assertEquals("{}", plan.definition());
    assertFalse(plan.sinks());
    assertEquals(List.of("b"), plan.streamOutput());
    assertFalse(plan.realtime());
    assertEquals(2, plan.iceServers().size());
    assertEquals(25.0, plan.declaredFps());
    assertEquals(Duration.ofSeconds(60), plan.life());
    assertEquals(ResultChannel.Format.TEXT, plan.format());
  }

  @Test
  void givesNoVideoWhereNoNameIsLeft() {
    assertFalse(defaults.plan(stream(List.of())).videoBack());
    assertFalse(defaults.plan(stream(List.of(""))).videoBack());
  }

  @Test
  void neverLivesLongerThanTheServerAllows() {
    assertEquals(Duration.ofSeconds(120), defaults.plan(life(1e300)).life());
    assertEquals(Duration.ofSeconds(120), defaults.plan(life(Double.POSITIVE_INFINITY)).life());
    assertRefused(life(0), "'processing_timeout' must be above 0 seconds, not 0.0");
    assertRefused(life(Double.NaN), "not NaN");
  }

  @Test
  void saysWhatAnOptionAccepts() {
    assertRefused(fps(-1), "'declared_fps' must be above 0 and at most 1000");
    assertRefused(fps(Double.NaN), "not NaN");
    assertRefused(probe(1), "'fps_probe_frames' must be 2 to 1000, not 1");
    assertRefused(
        format("xml"), "'data_format' must be \"chunked\", \"text\" or \"plain\", not 'xml'");
    assertRefused(stream(Collections.nCopies(65, "a")), "'stream_output' has at most 64 names");
    assertRefused(stream(List.of("a".repeat(257))), "of at most 256 characters");
    assertRefused(ice("http://example"), "'http://example' is no URL of an ICE server");
    assertRefused(ice("turn:relay.example"), "needs a username and a credential");
    assertRefused(ice("stun:host\r\nevil"), "is no URL of an ICE server");
  }

  @Test
  void boundsTheNumberOfIceServers() {
    IceServer server = new IceServer(List.of("stun:a:1"), null, null);
    assertRefused(ice(Collections.nCopies(9, server)), "9 ICE servers are too many, at most 8");
    IceServer many = new IceServer(Collections.nCopies(17, "stun:a:1"), null, null);
    assertRefused(ice(List.of(many)), "17 URLs of ICE servers are too many, at most 16");
  }

  @Test
  void leavesAStoredWorkflowToTheOneThatKeepsThem() {
    OfferOptions d = OfferOptions.DEFAULT;
    SessionPlan plan =
        defaults.plan(
            new OfferOptions(
                null,
                "my-workflow",
                null,
                d.parameters(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    assertEquals("my-workflow", plan.workflowId());
  }

  @Test
  void refusesSourcesThatNobodyListed() {
    SourceRejected refused =
        assertThrows(
            SourceRejected.class,
            () -> defaults.plan(source("rtsp://u:secret@camera.example/1", "http://a/")));
    assertEquals("SourceNotAllowed", refused.errorType());
    assertTrue(refused.getMessage().startsWith("'rtsp_url' is not allowed on this server"));
  }

  @Test
  void countsTheTimeFromWhereTheOfferSays() {
    Duration left = defaults.plan(started(60.0, Instant.now().minusSeconds(40))).life();
    assertTrue(left.toSeconds() >= 10 && left.toSeconds() <= 20, left::toString);
    Duration ofLimit = defaults.plan(started(null, Instant.now().minusSeconds(40))).life();
    assertTrue(ofLimit.toSeconds() >= 70 && ofLimit.toSeconds() <= 80, ofLimit::toString);
    assertEquals(Duration.ZERO, defaults.plan(started(60.0, Instant.MIN)).life());
    assertEquals(
        Duration.ofSeconds(120),
        defaults.plan(started(60.0, Instant.MAX)).life(),
        "never beyond the server's limit");
  }

  private static OfferOptions started(Double seconds, Instant started) {
    return new OfferOptions(
        null, null, null, Map.of(), null, null, null, List.of(), null, null, seconds, null, null,
        null, null, started);
  }

  @Test
  void hidesAddressesInTheTextForm() {
    String text = source("rtsp://u:secret@camera.example/1", "http://a/?key=secret").toString();
    assertFalse(text.contains("secret"), text);
  }

  private static OfferOptions source(String rtsp, String mjpeg) {
    return new OfferOptions(
        null, null, null, Map.of(), null, null, null, List.of(), null, null, null, rtsp, mjpeg,
        null, null);
  }

  @Test
  void namesTheOutputsThatThereAre() {
    OutputNames names = new OutputNames(List.of("a", "b"));
    names.checkStream(null);
    names.checkStream(List.of());
    names.checkStream(List.of("", "a", "unknown"));
    names.checkData(List.of("*"));
    names.checkData(List.of("b", ""));
    assertEquals(
        "Invalid stream_output field: 'x'. Available workflow outputs: ['a', 'b']",
        assertThrows(ConfigurationRejected.class, () -> names.checkStream(List.of("x")))
            .getMessage());
    assertEquals(
        "Invalid data_output fields: ['x', '*']. Available workflow outputs: ['a', 'b']",
        assertThrows(ConfigurationRejected.class, () -> names.checkData(List.of("a", "x", "*")))
            .getMessage());
  }

  private void assertRefused(OfferOptions options, String part) {
    ConfigurationRejected refused =
        assertThrows(ConfigurationRejected.class, () -> defaults.plan(options));
    assertEquals("WebRTCConfigurationError", refused.errorType());
    assertTrue(refused.getMessage().contains(part), refused.getMessage());
  }

  private static OfferOptions stream(List<String> names) {
    return options(names, List.of(), null, null, null, null);
  }

  private static OfferOptions life(double seconds) {
    return options(null, List.of(), null, null, seconds, null);
  }

  private static OfferOptions fps(double fps) {
    return options(null, List.of(), fps, null, null, null);
  }

  private static OfferOptions probe(int frames) {
    return options(null, List.of(), null, frames, null, null);
  }

  private static OfferOptions format(String format) {
    return options(null, List.of(), null, null, null, format);
  }

  private static OfferOptions ice(String url) {
    return ice(List.of(new IceServer(List.of(url), null, null)));
  }

  private static OfferOptions ice(List<IceServer> servers) {
    return options(null, servers, null, null, null, null);
  }

  private static OfferOptions options(
      List<String> stream,
      List<IceServer> servers,
      Double fps,
      Integer probe,
      Double life,
      String format) {
    return new OfferOptions(
        null, null, null, Map.of(), stream, null, null, servers, fps, probe, life, null, null,
        format, null);
  }
}

package io.sightline.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StartBitrateTest {
  private static final String OURS =
      "x-google-min-bitrate=300;x-google-start-bitrate=2765;x-google-max-bitrate=8000";

  private static final String OFFER =
      String.join(
          "\r\n",
          "v=0",
          "o=- 1 2 IN IP4 127.0.0.1",
          "s=-",
          "t=0 0",
          "m=audio 9 UDP/TLS/RTP/SAVPF 111",
          "a=rtpmap:111 opus/48000/2",
          "a=fmtp:111 minptime=10",
          "m=video 9 UDP/TLS/RTP/SAVPF 96 97 98 102",
          "a=rtpmap:96 VP8/90000",
          "a=rtpmap:97 rtx/90000",
          "a=fmtp:97 apt=96",
          "a=rtpmap:98 vp9/90000",
          "a=fmtp:98 profile-id=0",
          "a=rtpmap:102 H264/90000",
          "a=fmtp:102 level-asymmetry-allowed=1; X-Google-Min-Bitrate=900000;x-google-foo-bitrate=7",
          "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
          "");

  private final String munged = StartBitrate.in(OFFER, 2765, 300, 8000);
  private final List<String> lines = munged.lines().toList();

  @Test
  @DisplayName("M-11: every video codec gets start and bounds of the bitrate")
  void addsTheParametersToEveryVideoCodec() {
    assertTrue(lines.contains("a=fmtp:96 " + OURS), munged);
    assertTrue(lines.contains("a=fmtp:98 profile-id=0;" + OURS), munged);
    assertEquals(lines.indexOf("a=rtpmap:96 VP8/90000") + 1, lines.indexOf("a=fmtp:96 " + OURS));
  }

  @Test
  @DisplayName("M-11: what the peer asks of our sender is removed")
  void removesThePeersOwnBounds() {
    assertTrue(lines.contains("a=fmtp:102 level-asymmetry-allowed=1;" + OURS), munged);
    assertFalse(munged.contains("900000"));
  }

  @Test
  void leavesEverythingElseAsItIs() {
    assertTrue(lines.contains("a=fmtp:111 minptime=10"));
    assertTrue(lines.contains("a=fmtp:97 apt=96"));
    assertEquals(OFFER.lines().count() + 1, lines.size());
    assertTrue(munged.endsWith("webrtc-datachannel\r\n"));
  }

  @Test
  void isTheSameWhenDoneTwice() {
    assertEquals(munged, StartBitrate.in(munged, 2765, 300, 8000));
  }

  @Test
  void survivesDescriptionsThatAreNone() {
    assertEquals("\r\n", StartBitrate.in("", 1, 1, 1));
    assertEquals("m=video\r\n", StartBitrate.in("m=video", 1, 1, 1));
    assertEquals("garbage\r\n", StartBitrate.in("garbage", 1, 1, 1));
  }

  @Test
  void keepsTheStartWithinTheBounds() {
    assertTrue(StartBitrate.in(OFFER, 9000, 300, 8000).contains("start-bitrate=8000"));
    assertTrue(StartBitrate.in(OFFER, 100, 300, 8000).contains("start-bitrate=300"));
  }
}

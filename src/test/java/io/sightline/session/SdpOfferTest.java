package io.sightline.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sightline.settings.ReferenceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdpOfferTest {
  @Test
  void findsTheVideoOfABrowser() throws IOException {
    SdpOffer offer = SdpOffer.parse(file("browser.sdp"), Limits.SMALL, true);
    MediaSection video = offer.video().orElseThrow();
    assertEquals(3, offer.sections().size());
    assertEquals("1", video.mid());
    assertEquals(MediaSection.Direction.SENDRECV, video.direction());
    assertTrue(video.clientReceives());
  }

  @Test
  void findsTheVideoOfAClientThatOnlySends() throws IOException {
    String sdp = file("browser.sdp").replace("a=sendrecv", "a=sendonly");
    assertFalse(SdpOffer.parse(sdp, Limits.SMALL, true).video().orElseThrow().clientReceives());
  }

  @Test
  void takesTheDirectionOfTheSessionWhereTheSectionHasNone() throws IOException {
    String sdp = file("browser.sdp").replace("a=sendrecv\r\n", "");
    sdp = sdp.replace("t=0 0\r\n", "t=0 0\r\na=recvonly\r\n");
    assertEquals(
        MediaSection.Direction.RECVONLY,
        SdpOffer.parse(sdp, Limits.SMALL, true).video().orElseThrow().direction());
  }

  @Test
  void takesASectionThatSharesATransportForAnAcceptedOne() throws IOException {
    String sdp =
        file("browser.sdp")
            .replace("m=video 9", "m=video 0")
            .replace("a=mid:1\r\n", "a=mid:1\r\na=bundle-only\r\n");
    assertEquals("1", SdpOffer.parse(sdp, Limits.SMALL, true).video().orElseThrow().mid());
  }

  @Test
  void readsAMediaLineOfThousandsOfFormats() {
    String sdp = "v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF" + " 96".repeat(20_000) + "\r\n";
    SessionLimits roomy = SessionLimits.of(new ReferenceFile(Map.of()).settings());
    assertDoesNotThrow(() -> SdpOffer.parse(sdp, roomy, true));
  }

  @Test
  void acceptsBareLineFeeds() throws IOException {
    String sdp = file("browser.sdp").replace("\r\n", "\n");
    assertDoesNotThrow(() -> SdpOffer.parse(sdp, Limits.SMALL, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          audio-only.sdp      | SDP without video: 1 sections, none is an accepted 'm=video'
          rejected-video.sdp  | SDP without video: 1 sections, none is an accepted 'm=video'
          html.sdp            | garbage instead of SDP: line 1 must be 'v=0', not '<!doctype html>'
          binary.sdp          | garbage instead of SDP: line 2
          bad-media-line.sdp  | line 5 must be like 'm=video 9 UDP/TLS/RTP/SAVPF 96', not 'm=video'
          empty-line.sdp      | garbage instead of SDP: line 3
          truncated.sdp       | SDP without video: 0 sections
          """)
  void refusesHostileDescriptions(String name, String message) throws IOException {
    assertRejected(file(name), message);
  }

  @Test
  void refusesWhatIsTooMuch() throws IOException {
    String sdp = file("browser.sdp");
    assertRejected(null, "offer without SDP");
    assertRejected("  ", "offer without SDP");
    assertRejected("v=0\r\n" + "a=x\r\n".repeat(100), "more than 60 lines");
    assertRejected("v=0\r\na=" + "x".repeat(5000), "5007 bytes, at most 4096 are accepted");
    assertRejected(
        sdp + "a=candidate:1 1 udp 1 192.0.2.1 1 typ host\r\n".repeat(5), "more than 4 candidates");
    assertRejected(
        "v=0\r\n" + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n".repeat(20), "more than 16 media sections");
    assertRejected(
        sdp.replace("a=mid:1", "a=mid:" + "1".repeat(100)), "1 to 64 characters, not 100");
  }

  @Test
  @DisplayName("S-11: the client's video may move to another section")
  void findsTheSectionThatTheVideoIsSentIn() {
    String stopped = "m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=recvonly\r\n";
    String sent = "m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=sendrecv\r\n";
    String rejected = "m=video 0 UDP/TLS/RTP/SAVPF 96\r\na=sendrecv\r\n";
    assertEquals(-1, parsed(stopped + stopped).sendsVideoAt(0));
    assertEquals(1, parsed(stopped + sent).sendsVideoAt(0));
    assertEquals(1, parsed(sent + sent).sendsVideoAt(1), "where it was before");
    assertEquals(0, parsed(sent + rejected).sendsVideoAt(1));
    assertTrue(parsed(sent + rejected).rejectsAt(1));
    assertFalse(parsed(sent + rejected).rejectsAt(2));
  }

  private static SdpOffer parsed(String sections) {
    return SdpOffer.parse("v=0\r\n" + sections, Limits.SMALL, true);
  }

  @Test
  void acceptsDataChannelsAloneOnlyWhereTheyWillDo() {
    String sdp = "v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n";
    assertTrue(SdpOffer.parse(sdp, Limits.SMALL, true).hasDataChannels());
    OfferRejected rejected =
        assertThrows(OfferRejected.class, () -> SdpOffer.parse(sdp, Limits.SMALL, false));
    assertEquals(
        "SDP without video: 1 sections, none is an accepted 'm=video'", rejected.getMessage());
  }

  @Test
  void keepsTheSectionThatCarriesTheVideo() throws IOException {
    SdpOffer before = SdpOffer.parse(file("browser.sdp"), Limits.SMALL, true);
    assertDoesNotThrow(
        () -> Negotiation.checkKeepsVideo(before, before.videoIndex(), before.videoIndex()));
    SdpOffer rejected =
        SdpOffer.parse(
            file("browser.sdp").replace("m=video 9", "m=video 0")
                + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n",
            Limits.SMALL,
            true);
    OfferRejected refused =
        assertThrows(
            OfferRejected.class,
            () -> Negotiation.checkKeepsVideo(rejected, before.videoIndex(), before.videoIndex()));
    assertTrue(refused.getMessage().startsWith("section 1 must stay"), refused.getMessage());
    SdpOffer fewer =
        SdpOffer.parse("v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n", Limits.SMALL, true);
    assertThrows(
        OfferRejected.class,
        () -> Negotiation.checkKeepsVideo(fewer, before.videoIndex(), before.videoIndex()));
  }

  private static void assertRejected(String sdp, String part) {
    OfferRejected rejected =
        assertThrows(OfferRejected.class, () -> SdpOffer.parse(sdp, Limits.SMALL, true));
    assertTrue(rejected.getMessage().contains(part), rejected.getMessage());
    assertTrue(
        Stream.of(rejected.getMessage().split("")).noneMatch(c -> c.matches("\\p{Cntrl}")),
        "no control characters in messages");
  }

  private static String file(String name) throws IOException {
    try (InputStream in = SdpOfferTest.class.getResourceAsStream("sdp/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

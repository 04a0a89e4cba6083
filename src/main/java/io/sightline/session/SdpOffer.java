package io.sightline.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What has to be known of an offer before native code sees it (RFC 8866, RFC 8829): that it is a
 * bounded, well-formed session description, and where its video is, if it has one.
 */
record SdpOffer(String sdp, List<MediaSection> sections) {
  /** Each section costs native objects; browsers send at most three. */
  static final int SECTIONS_MAX = 16;

  private static final Pattern LINE = Pattern.compile("[a-z]=[^\\p{Cntrl}]*");
  private static final Pattern LINE_END = Pattern.compile("\r?\n");

  /**
   * Checks a client's first offer.
   *
   * @param withoutVideo whether data channels alone will do
   * @throws OfferRejected naming the first thing that is wrong
   */
  static SdpOffer parse(String sdp, SessionLimits limits, boolean withoutVideo) {
    SdpOffer offer = parseFurther(sdp, limits);
    if (offer.video().isEmpty() && !(withoutVideo && offer.hasDataChannels())) {
      throw new OfferRejected(
          "SDP without video: %d sections, none is an accepted %s"
              .formatted(
                  offer.sections.size(),
                  withoutVideo ? "'m=video' or 'm=application'" : "'m=video'"));
    }
    return offer;
  }

  /**
   * Checks the offer that opens a session. Data channels alone will do where the server captures
   * the source itself, or where a file may be uploaded instead.
   *
   * @throws OfferRejected naming the first thing that is wrong
   */
  static SdpOffer of(SessionOffer offer, SessionPlan plan, SessionLimits limits) {
    return parse(offer.sdp(), limits, !offer.signaled() || plan.origin() != null);
  }

  /** As {@link #parse}; the video may be gone, because a client may stop it. */
  static SdpOffer parseFurther(String sdp, SessionLimits limits) {
    if (sdp == null || sdp.isBlank()) {
      throw new OfferRejected("offer without SDP: 'sdp' must hold a session description");
    }
    int bytes = sdp.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > limits.sdpBytes()) {
      throw new OfferRejected(
          "the session description has %d bytes, at most %d are accepted"
              .formatted(bytes, limits.sdpBytes()));
    }
    List<String> lines = List.of(LINE_END.split(sdp, limits.sdpLines() + 2));
    if (lines.size() > limits.sdpLines() + 1) {
      throw new OfferRejected(
          "the session description has more than %d lines".formatted(limits.sdpLines()));
    }
    if (!lines.get(0).equals("v=0")) {
      throw new OfferRejected(
          "garbage instead of SDP: line 1 must be 'v=0', not '%s'"
              .formatted(Excerpt.of(lines.get(0))));
    }
    return new SdpOffer(sdp, sections(lines, limits));
  }

  /** The section that carries this session's video, both ways: the first that is not rejected. */
  Optional<MediaSection> video() {
    return sections.stream().filter(s -> s.isVideo() && !s.rejected()).findFirst();
  }

  /** Whether the client can open data channels, one for a file among them. */
  boolean hasDataChannels() {
    return sections.stream().anyMatch(s -> s.kind().equals("application") && !s.rejected());
  }

  /** Whether the client sends its video as a track. */
  boolean sendsVideo() {
    return video().map(MediaSection::clientSends).orElse(false);
  }

  /** Where {@link #video()} stands among the sections, -1 where there is none. */
  int videoIndex() {
    return video().map(sections::indexOf).orElse(-1);
  }

  /** Which section the client sends video in: {@code before} if that is one, -1 for none. */
  int sendsVideoAt(int before) {
    if (isSent(before)) {
      return before;
    }
    for (int i = 0; i < sections.size(); i++) {
      if (isSent(i)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the section of this index is there and rejected. */
  boolean rejectsAt(int index) {
    return index >= 0 && index < sections.size() && sections.get(index).rejected();
  }

  private boolean isSent(int index) {
    return index >= 0
        && index < sections.size()
        && sections.get(index).isVideo()
        && sections.get(index).clientSends();
  }

  private static List<MediaSection> sections(List<String> lines, SessionLimits limits) {
    List<MediaSection> sections = new ArrayList<>();
    MediaSection.Builder current = new MediaSection.Builder();
    int candidates = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isEmpty() && i == lines.size() - 1) {
        break;
      }
      if (!LINE.matcher(line).matches()) {
        throw new OfferRejected(
            "garbage instead of SDP: line %d must be like 'a=…', not '%s'"
                .formatted(i + 1, Excerpt.of(line)));
      }
      if (line.startsWith("m=")) {
        current.addTo(sections);
        current = current.next(line, i + 1);
      } else {
        current.attribute(line);
      }
      if (line.startsWith("a=candidate:") && ++candidates > limits.candidates()) {
        throw new OfferRejected(
            "the session description has more than %d candidates".formatted(limits.candidates()));
      }
      if (sections.size() >= SECTIONS_MAX) {
        throw new OfferRejected("more than %d media sections".formatted(SECTIONS_MAX));
      }
    }
    current.addTo(sections);
    return List.copyOf(sections);
  }
}

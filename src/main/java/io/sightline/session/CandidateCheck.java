package io.sightline.session;

import java.util.regex.Pattern;

/** What a candidate must be before native code sees it (RFC 8839, section 5.1). */
final class CandidateCheck {
  private static final int LENGTH_MAX = 1024;
  private static final int MID_MAX = 64;
  private static final int INDEX_MAX = SdpOffer.SECTIONS_MAX - 1;
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "(a=)?candidate:[A-Za-z0-9+/]{1,32} [0-9]{1,5} (udp|tcp|ssltcp) [0-9]{1,10}"
              + " [A-Za-z0-9.:%_-]{1,255} [0-9]{1,5} typ (host|srflx|prflx|relay)( [\\x21-\\x7e]+)*",
          Pattern.CASE_INSENSITIVE);

  private CandidateCheck() {}

  /**
   * @throws CandidateRejected naming what is wrong
   */
  static void check(IceCandidate candidate) {
    String line = candidate.candidate();
    if (line == null || line.length() > LENGTH_MAX) {
      throw new CandidateRejected(
          "an ICE candidate has at most %d characters, not %s"
              .formatted(LENGTH_MAX, line == null ? "none at all" : line.length()));
    }
    String mid = candidate.sdpMid();
    Integer index = candidate.sdpMLineIndex();
    if (mid == null && index == null) {
      throw new CandidateRejected("an ICE candidate needs 'sdpMid' or 'sdpMLineIndex'");
    }
    if (mid != null && mid.length() > MID_MAX) {
      throw new CandidateRejected(
          "'sdpMid' has at most %d characters, not %d".formatted(MID_MAX, mid.length()));
    }
    if (index != null && (index < 0 || index > INDEX_MAX)) {
      throw new CandidateRejected(
          "'sdpMLineIndex' must be 0 to %d, not %d".formatted(INDEX_MAX, index));
    }
    if (!line.isEmpty() && !GRAMMAR.matcher(line).matches()) {
      throw new CandidateRejected(
          "'%s' is no ICE candidate: expected 'candidate:1 1 udp 2122260223 192.0.2.1 54321 typ host'"
              .formatted(Excerpt.of(line)));
    }
  }
}

package io.sightline.session;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One media section of an offer (RFC 8866, section 5.14).
 *
 * @param kind such as video, audio or application
 * @param rejected whether the client does not want it: its port is 0 and it does not wait to share
 *     another section's (RFC 8843, section 6)
 * @param mid its identification (RFC 5888), null where it has none
 */
record MediaSection(String kind, boolean rejected, String mid, Direction direction) {
  /** As the offering side sees it (RFC 8866, section 6.7). */
  enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE;

    static Direction ofAttribute(String line) {
      return switch (line) {
        case "a=sendrecv" -> SENDRECV;
        case "a=sendonly" -> SENDONLY;
        case "a=recvonly" -> RECVONLY;
        case "a=inactive" -> INACTIVE;
        default -> null;
      };
    }
  }

  private static final int MID_MAX = 64;

  boolean isVideo() {
    return kind.equals("video");
  }

  /** Whether the client takes video from the server. */
  boolean clientReceives() {
    return direction == Direction.SENDRECV || direction == Direction.RECVONLY;
  }

  /** Whether the client sends video to the server. */
  boolean clientSends() {
    return !rejected && (direction == Direction.SENDRECV || direction == Direction.SENDONLY);
  }

  /** Collects the lines of one section; the first one stands for the session level. */
  static final class Builder {
    private static final Pattern HEADER =
        Pattern.compile("m=([a-z]{1,16}) ([0-9]{1,5})(/[0-9]{1,3})? ([A-Za-z0-9/]{1,40})( \\S+)++");

    private final Builder session;
    private String kind;
    private boolean portZero;
    private boolean bundleOnly;
    private String mid;
    private Direction direction;

    Builder() {
      this(null);
    }

    private Builder(Builder session) {
      this.session = session;
      this.direction = session == null ? Direction.SENDRECV : session.direction;
    }

    Builder next(String header, int lineNumber) {
      Matcher matcher = HEADER.matcher(header);
      if (!matcher.matches()) {
        throw new OfferRejected(
            "line %d must be like 'm=video 9 UDP/TLS/RTP/SAVPF 96', not '%s'"
                .formatted(lineNumber, Excerpt.of(header)));
      }
      Builder builder = new Builder(session == null ? this : session);
      builder.kind = matcher.group(1);
      builder.portZero = Integer.parseInt(matcher.group(2)) == 0;
      return builder;
    }

    void attribute(String line) {
      Direction given = Direction.ofAttribute(line);
      if (given != null) {
        direction = given;
      } else if (line.equals("a=bundle-only")) {
        bundleOnly = true;
      } else if (line.startsWith("a=mid:")) {
        mid = line.substring("a=mid:".length());
        if (mid.isEmpty() || mid.length() > MID_MAX) {
          throw new OfferRejected(
              "'a=mid' must have 1 to %d characters, not %d".formatted(MID_MAX, mid.length()));
        }
      }
    }

    void addTo(List<MediaSection> sections) {
      if (kind != null) {
        sections.add(new MediaSection(kind, portZero && !bundleOnly, mid, direction));
      }
    }
  }
}

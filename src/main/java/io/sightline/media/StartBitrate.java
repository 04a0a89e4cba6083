package io.sightline.media;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the bitrates at which libwebrtc's bandwidth estimate starts and between which it stays
 * into the format parameters of a session description's video codecs. Whatever the peer wrote there
 * is removed: a foreign lower bound would make this server flood the network.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8866#section-6.15">RFC 8866, fmtp</a>
 */
public final class StartBitrate {
  private static final Set<String> CODECS = Set.of("VP8", "VP9", "H264", "H265", "AV1", "AV1X");
  private static final Pattern RTPMAP = Pattern.compile("a=rtpmap:(\\d{1,3}) ([^/ ]+)/.*");
  private static final Pattern FMTP = Pattern.compile("a=fmtp:(\\d{1,3}) (.*)");
  private static final Pattern GOOGLE =
      Pattern.compile("\\s*x-google-\\w+-bitrate\\s*=.*", Pattern.CASE_INSENSITIVE);

  private final String parameters;

  private StartBitrate(String parameters) {
    this.parameters = parameters;
  }

  /**
   * {@code sdp} with the three bitrates, kbit/s, for every video codec; lines of other media and
   * everything else stay as they are.
   */
  public static String in(String sdp, int startKbps, int minKbps, int maxKbps) {
    int start = Math.min(Math.max(startKbps, minKbps), maxKbps);
    StartBitrate bitrate =
        new StartBitrate(
            "x-google-min-bitrate=%d;x-google-start-bitrate=%d;x-google-max-bitrate=%d"
                .formatted(minKbps, start, maxKbps));
    List<String> lines = sdp.lines().toList();
    List<String> result = new ArrayList<>(lines.size() + 8);
    int from = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || lines.get(i).startsWith("m=")) {
        List<String> section = lines.subList(from, i);
        result.addAll(section.get(0).startsWith("m=video") ? bitrate.video(section) : section);
        from = i;
      }
    }
    return String.join("\r\n", result) + "\r\n";
  }

  /** A section of video with our parameters in it, in a line of their own where there is none. */
  private List<String> video(List<String> section) {
    Set<String> codecs =
        matches(RTPMAP, section)
            .filter(m -> CODECS.contains(m.group(2).toUpperCase(Locale.ROOT)))
            .map(m -> m.group(1))
            .collect(Collectors.toSet());
    Set<String> described = matches(FMTP, section).map(m -> m.group(1)).collect(Collectors.toSet());
    Set<String> added = new HashSet<>(described);
    List<String> result = new ArrayList<>();
    for (String line : section) {
      Matcher fmtp = FMTP.matcher(line);
      Matcher rtpmap = RTPMAP.matcher(line);
      if (fmtp.matches()) {
        String ours = codecs.contains(fmtp.group(1)) ? parameters : "";
        result.add("a=fmtp:" + fmtp.group(1) + " " + merge(fmtp.group(2), ours));
      } else {
        result.add(line);
        if (rtpmap.matches() && codecs.contains(rtpmap.group(1)) && added.add(rtpmap.group(1))) {
          result.add("a=fmtp:" + rtpmap.group(1) + " " + parameters);
        }
      }
    }
    return result;
  }

  private static Stream<Matcher> matches(Pattern pattern, List<String> lines) {
    return lines.stream().map(pattern::matcher).filter(Matcher::matches);
  }

  private static String merge(String existing, String ours) {
    return Stream.concat(
            Stream.of(existing.split(";")).filter(p -> !GOOGLE.matcher(p).matches()),
            Stream.of(ours))
        .map(String::strip)
        .filter(p -> !p.isEmpty())
        .collect(Collectors.joining(";"));
  }
}

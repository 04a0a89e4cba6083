package io.sightline.media.capture;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first video of a session description that this server can decode (RFC 8866).
 *
 * @param clockRate of the packets' timestamps, Hz
 * @param control where the server is asked for this video, as written
 * @param format the parameters of the codec, as written, possibly empty
 */
record VideoSection(Codec codec, int payloadType, int clockRate, String control, String format) {
  private static final int LINES_MAX = 1000;
  private static final int JPEG_TYPE = 26;
  private static final int TICKS = 90_000;
  private static final Pattern MEDIA =
      Pattern.compile("m=(\\w{1,16}) \\d{1,5}(?:/\\d{1,3})? RTP/\\w{2,8} (\\d{1,3})(?: .*)?");
  private static final Pattern RTPMAP =
      Pattern.compile("a=rtpmap:(\\d{1,3}) ([\\w-]{1,32})/(\\d{1,7})(?:/.*)?");
  private static final Pattern FMTP = Pattern.compile("a=fmtp:(\\d{1,3}) (.*)");
  private static final Pattern CONTROL = Pattern.compile("a=control:([\\x21-\\x7e]{1,2048})");

  /**
   * @throws CaptureException where there is no such video
   */
  static VideoSection of(String sdp) {
    List<String> lines = sdp.lines().limit(LINES_MAX).toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher media = MEDIA.matcher(lines.get(i).strip());
      if (media.matches() && media.group(1).equals("video")) {
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).startsWith("m=")) {
          end++;
        }
        return section(Integer.parseInt(media.group(2)), lines.subList(i + 1, end));
      }
    }
    throw new CaptureException("the source offers no video");
  }

  /**
   * Parameter sets that decoding begins with, in base 64 in the named parameters; empty where there
   * are none.
   */
  List<byte[]> parameterSets(String... names) {
    List<byte[]> sets = new java.util.ArrayList<>();
    for (String name : names) {
      Matcher matcher =
          Pattern.compile("(?:^|;)\\s*" + name + "\\s*=\\s*([A-Za-z0-9+/=,]{1,8192})")
              .matcher(format);
      if (matcher.find()) {
        for (String text : matcher.group(1).split(",")) {
          try {
            sets.add(Base64.getMimeDecoder().decode(text));
          } catch (IllegalArgumentException e) {
            // they come within the stream as well
          }
        }
      }
    }
    return sets;
  }

  private static VideoSection section(int payloadType, List<String> lines) {
    Codec codec = payloadType == JPEG_TYPE ? Codec.MJPEG : null;
    int clockRate = TICKS;
    String control = "*";
    String format = "";
    for (String untrimmed : lines) {
      String line = untrimmed.strip();
      Matcher map = RTPMAP.matcher(line);
      Matcher fmtp = FMTP.matcher(line);
      Matcher address = CONTROL.matcher(line);
      if (map.matches() && Integer.parseInt(map.group(1)) == payloadType) {
        codec = codec(map.group(2));
        clockRate = Math.max(1, Integer.parseInt(map.group(3)));
      } else if (fmtp.matches() && Integer.parseInt(fmtp.group(1)) == payloadType) {
        format = fmtp.group(2);
      } else if (address.matches()) {
        control = address.group(1);
      }
    }
    if (codec == null) {
      throw new CaptureException(
          "the source codes its video in a way that is not known here:"
              + " H.264, H.265 and JPEG are");
    }
    return new VideoSection(codec, payloadType, clockRate, control, format);
  }

  private static Codec codec(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "H264" -> Codec.H264;
      case "H265", "HEVC" -> Codec.H265;
      case "JPEG" -> Codec.MJPEG;
      default -> null;
    };
  }
}

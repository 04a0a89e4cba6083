package io.sightline.media.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pictures in an answer of type {@code multipart/x-mixed-replace} (RFC 2046, section 5.1). */
final class MultipartReader {
  private static final Pattern TYPE =
      Pattern.compile("multipart/[a-z-]+\\s*;.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";\\s*boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))",
          Pattern.CASE_INSENSITIVE);

  /** Lines between two parts; more are not a picture's surroundings. */
  private static final int LINES_MAX = 64;

  private final PinnedConnection connection;
  private final String delimiter;
  private boolean atPart;
  private boolean ended;

  MultipartReader(PinnedConnection connection, String boundary) {
    this.connection = connection;
    this.delimiter = "--" + boundary;
  }

  /**
   * The boundary that a content type names. Some cameras write its dashes into it.
   *
   * @throws CaptureException where the type is another
   */
  static String boundary(String contentType) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!TYPE.matcher(contentType).matches() || !boundary.find()) {
      throw new CaptureException(
          "the source does not answer with multipart/x-mixed-replace, as a camera does");
    }
    String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    return text.startsWith("--") && text.length() > 2 ? text.substring(2) : text;
  }

  /**
   * Bytes of the next part.
   *
   * @return null after the last part
   * @throws CaptureException where a part is no JPEG picture
   */
  byte[] next() throws IOException {
    if (ended || !atPart && !skipToPart()) {
      return null;
    }
    atPart = false;
    Map<String, List<String>> headers = ResponseHead.headers(connection);
    String type = headers.getOrDefault("content-type", List.of("image/jpeg")).get(0);
    if (!type.toLowerCase(Locale.ROOT).startsWith("image/jp")) {
      throw new CaptureException("the source sends parts that are no JPEG pictures");
    }
    return headers.containsKey("content-length")
        ? connection.read(ResponseHead.length(headers, CaptureLimits.CODED_MAX))
        : readToDelimiter();
  }

  private boolean skipToPart() throws IOException {
    for (int i = 0; i < LINES_MAX; i++) {
      if (isDelimiter(connection.line())) {
        return !ended;
      }
    }
    throw new IOException("no part begins where one should");
  }

  private boolean isDelimiter(String line) {
    if (!line.startsWith(delimiter)) {
      return false;
    }
    String rest = line.substring(delimiter.length()).strip();
    ended = rest.equals("--");
    return ended || rest.isEmpty();
  }

  /** A part of unknown length: everything before the line that begins the next one. */
  private byte[] readToDelimiter() throws IOException {
    byte[] mark = ("\n" + delimiter).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < mark.length) {
      int value = connection.read();
      matched = value == mark[matched] ? matched + 1 : value == mark[0] ? 1 : 0;
      bytes.write(value);
      if (bytes.size() > CaptureLimits.CODED_MAX) {
        throw new IOException("a part has more than %d bytes".formatted(CaptureLimits.CODED_MAX));
      }
    }
    ended = connection.line().strip().equals("--");
    atPart = !ended;
    return java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() - mark.length);
  }
}

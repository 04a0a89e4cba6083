package io.sightline.media.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Status and headers of an answer over HTTP or RTSP (RFC 9110, RFC 2326), names in lower case.
 *
 * @param status 0 where it is no answer but a request of the other side
 */
record ResponseHead(int status, Map<String, List<String>> headers) {
  private static final int HEADERS_MAX = 100;
  private static final Pattern STATUS = Pattern.compile("(?:HTTP|RTSP)/1\\.[01] (\\d{3})(?: .*)?");
  private static final Pattern REQUEST = Pattern.compile("[A-Z_]{3,20} \\S+ RTSP/1\\.0");

  /**
   * @throws IOException where something else comes
   */
  static ResponseHead read(PinnedConnection connection) throws IOException {
    String line = connection.line();
    Matcher status = STATUS.matcher(line);
    if (!status.matches() && !REQUEST.matcher(line).matches()) {
      throw new IOException("what the source says is neither HTTP nor RTSP");
    }
    return new ResponseHead(
        status.matches() ? Integer.parseInt(status.group(1)) : 0, headers(connection));
  }

  /** Headers up to the empty line. */
  static Map<String, List<String>> headers(PinnedConnection connection) throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    int count = 0;
    for (String line = connection.line(); !line.isEmpty(); line = connection.line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || ++count > HEADERS_MAX) {
        throw new IOException("the headers of the source cannot be read");
      }
      headers
          .computeIfAbsent(
              line.substring(0, colon).strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  /** The first header of that name, empty where there is none. */
  String header(String name) {
    return headers.getOrDefault(name, List.of("")).get(0);
  }

  /** Bytes that follow, 0 where nothing is said. */
  int length(int max) throws IOException {
    return length(headers, max);
  }

  /**
   * @throws IOException where it is no number up to {@code max}
   */
  static int length(Map<String, List<String>> headers, int max) throws IOException {
    String text = headers.getOrDefault("content-length", List.of("0")).get(0);
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > max) {
      throw new IOException("a length must be a number of bytes up to " + max);
    }
    return Integer.parseInt(text);
  }

  /**
   * Refuses what is no success; whatever the source says beside its status stays unsaid.
   *
   * @throws CaptureException where another attempt would be answered the same
   * @throws IOException where it may be answered otherwise
   */
  void requireSuccess(PinnedSource source) throws IOException {
    if (status == 200) {
      return;
    }
    String problem =
        switch (status / 100) {
          case 3 -> "redirects are not followed";
          case 4 -> status == 401 ? "credentials are missing or wrong" : "the source refuses";
          default -> "the source is not able to";
        };
    String sentence = "%s: %s (status %d)".formatted(source, problem, status);
    if (status / 100 == 5 || status == 453) {
      throw new IOException(sentence);
    }
    throw new CaptureException(sentence);
  }
}

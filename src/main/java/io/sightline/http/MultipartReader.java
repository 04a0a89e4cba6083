package io.sightline.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The parts of a body of the type multipart/form-data (RFC 7578, RFC 2046 section 5.1), bounded in
 * number and in the length of their headers. The body is in memory, no part is written to a disk.
 */
final class MultipartReader {
  private static final int BOUNDARY_MAX = 70;
  private static final int HEADERS_MAX = 4096;
  private static final int NAME_MAX = 200;
  private static final Set<String> PLAIN = Set.of("", "7bit", "8bit", "binary");

  private final byte[] body;
  private final byte[] delimiter;
  private final int maxParts;
  private int at;

  private MultipartReader(byte[] body, String boundary, int maxParts) {
    this.body = body;
    this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    this.maxParts = maxParts;
  }

  /**
   * @param contentType header of the request
   * @throws HttpException (400) where the body is not of this form, or beyond the bounds
   */
  static List<Part> parts(byte[] body, String contentType, int maxParts) {
    String boundary = HeaderParameters.of(contentType).getOrDefault("boundary", "");
    if (boundary.isEmpty() || boundary.length() > BOUNDARY_MAX) {
      throw malformed("the header Content-Type needs a boundary of 1 to 70 characters");
    }
    return new MultipartReader(body, boundary, maxParts).read();
  }

  private List<Part> read() {
    List<Part> parts = new ArrayList<>();
    at = firstDelimiter();
    while (!atTheEnd()) {
      if (parts.size() == maxParts) {
        throw malformed("at most %d parts: sightline.http.parts.max".formatted(maxParts));
      }
      parts.add(part(parts.size() + 1));
    }
    return parts;
  }

  /** The first one needs no line before it. */
  private int firstDelimiter() {
    int length = delimiter.length - 2;
    if (body.length >= length && Arrays.equals(body, 0, length, delimiter, 2, delimiter.length)) {
      return length;
    }
    return after(0, "the body has no part: its boundary is not in it");
  }

  private int after(int start, String problem) {
    int found = find(delimiter, start, body.length);
    if (found < 0) {
      throw malformed(problem);
    }
    return found + delimiter.length;
  }

  /** Behind a delimiter: two dashes end the body, else a line ends, and a part begins. */
  private boolean atTheEnd() {
    if (at + 1 < body.length && body[at] == '-' && body[at + 1] == '-') {
      return true;
    }
    while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
      at++;
    }
    if (at + 1 >= body.length || body[at] != '\r' || body[at + 1] != '\n') {
      throw malformed("a boundary ends with a line's end, or with two dashes after the last part");
    }
    at += 2;
    return false;
  }

  private Part part(int number) {
    Map<String, String> headers = headers(number);
    int start = at;
    at = after(start - 2, "part %d does not end: the body broke off".formatted(number));
    int end = Math.max(start, at - delimiter.length);
    Map<String, String> disposition =
        HeaderParameters.of(headers.getOrDefault("content-disposition", ""));
    String name = disposition.get("name");
    if (name == null || name.isEmpty() || name.length() > NAME_MAX) {
      throw malformed(
          "part %d needs 'Content-Disposition: form-data; name=\"…\"', a name of 1 to %d characters"
              .formatted(number, NAME_MAX));
    }
    String encoding = headers.getOrDefault("content-transfer-encoding", "");
    if (!PLAIN.contains(encoding.toLowerCase(Locale.ROOT))) {
      throw malformed(
          "part '%s' is encoded: send its bytes as they are, without Content-Transfer-Encoding"
              .formatted(name));
    }
    return new Part(
        name,
        disposition.get("filename"),
        Part.mediaType(headers.get("content-type")),
        Arrays.copyOfRange(body, start, end));
  }

  private Map<String, String> headers(int number) {
    Map<String, String> headers = new LinkedHashMap<>();
    int last = Math.min(body.length, at + HEADERS_MAX);
    while (true) {
      int end = find(new byte[] {'\r', '\n'}, at, last);
      if (end < 0) {
        throw malformed(
            "the headers of part %d do not end within %d bytes".formatted(number, HEADERS_MAX));
      }
      String line = new String(body, at, end - at, UTF_8);
      at = end + 2;
      if (line.isEmpty()) {
        return headers;
      }
      int sign = line.indexOf(':');
      if (sign > 0) {
        headers.putIfAbsent(
            line.substring(0, sign).strip().toLowerCase(Locale.ROOT),
            line.substring(sign + 1).strip());
      }
    }
  }

  private int find(byte[] wanted, int start, int end) {
    for (int i = start; i <= end - wanted.length; i++) {
      if (body[i] == wanted[0]
          && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  private static HttpException malformed(String reason) {
    return new HttpException(400, "InvalidMultipartError", "multipart/form-data: " + reason);
  }
}

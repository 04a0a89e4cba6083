package io.sightline.workflow.blocks.sinks;

import io.sightline.workflow.query.PythonValues;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The headers of a request, as a step gives them. */
final class WebhookHeaders {
  private static final int MAX_HEADERS = 64;
  private static final int MAX_LENGTH = 8192;

  /** A token of RFC 9110, section 5.6.2. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}");

  private static final Set<String> OURS =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "proxy-connection",
          "keep-alive");

  private WebhookHeaders() {}

  /**
   * @throws IllegalArgumentException where a name or a value is none, or one that the server sets
   */
  static Map<String, String> of(Map<?, ?> given) {
    if (given.size() > MAX_HEADERS) {
      throw new IllegalArgumentException(
          "a request has %d headers at most, not %d".formatted(MAX_HEADERS, given.size()));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    given.forEach(
        (key, value) -> {
          String name = (String) key;
          if (value != null) {
            check(name);
            headers.put(name, checked(name, PythonValues.text(value)));
          }
        });
    return headers;
  }

  private static void check(String name) {
    if (!NAME.matcher(name).matches() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("'%s' is no header that a step sets".formatted(name));
    }
  }

  private static String checked(String name, String value) {
    boolean visible = value.chars().allMatch(c -> c == '\t' || c >= ' ' && c < 256 && c != 127);
    if (!visible || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "the header '%s' has line breaks or other characters that it must not have, or more than %d"
              .formatted(name, MAX_LENGTH));
    }
    return value.strip();
  }
}

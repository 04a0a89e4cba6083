package io.sightline.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The parameters of a header's value: {@code form-data; name="a"; filename="b.jpg"}. */
final class HeaderParameters {
  private final String text;
  private int at;

  private HeaderParameters(String text) {
    this.text = text;
    int start = text.indexOf(';');
    this.at = start < 0 ? text.length() : start;
  }

  /** Name, in small letters, to value, out of its quotes; of two of one name the first counts. */
  static Map<String, String> of(String header) {
    return new HeaderParameters(header).read();
  }

  private Map<String, String> read() {
    Map<String, String> all = new LinkedHashMap<>();
    while (at < text.length()) {
      at++;
      int sign = text.indexOf('=', at);
      int next = text.indexOf(';', at);
      if (sign < 0 || next >= 0 && next < sign) {
        at = next < 0 ? text.length() : next;
        continue;
      }
      String name = text.substring(at, sign).strip().toLowerCase(Locale.ROOT);
      at = sign + 1;
      all.putIfAbsent(name, value());
    }
    return all;
  }

  private String value() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int end = text.indexOf(';', at);
    String value = text.substring(at, end < 0 ? text.length() : end).strip();
    at = end < 0 ? text.length() : end;
    return value;
  }

  /** Browsers write a quote as %22, others put a backslash before it. */
  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      boolean escaped =
          text.charAt(at) == '\\'
              && at + 1 < text.length()
              && "\"\\".indexOf(text.charAt(at + 1)) >= 0;
      if (escaped) {
        at++;
      }
      value.append(text.charAt(at));
    }
    int next = text.indexOf(';', at);
    at = next < 0 ? text.length() : next;
    return value.toString().replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
  }
}

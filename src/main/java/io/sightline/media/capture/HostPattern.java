package io.sightline.media.capture;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which host names are meant: one, those below one ({@code *.cameras.example}), or all.
 *
 * @param text in small letters
 */
record HostPattern(String text) {
  private static final Pattern SYNTAX =
      Pattern.compile("\\*|(?:\\*\\.)?(?:[a-z0-9_-]{1,63}\\.)*[a-z][a-z0-9-]{0,62}");

  /** Null where the text is no such pattern. */
  static HostPattern parse(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    return SYNTAX.matcher(small).matches() ? new HostPattern(small) : null;
  }

  /**
   * @param host in small letters
   */
  boolean matches(String host) {
    return text.equals("*")
        || text.equals(host)
        || text.startsWith("*.") && host.endsWith(text.substring(1));
  }
}

package io.sightline.session;

/** The beginning of a text of unknown origin, fit for a message or a log line. */
final class Excerpt {
  private static final int LENGTH = 80;
  private static final int LINE_LENGTH = 400;

  private Excerpt() {}

  static String of(String text) {
    return of(text, LENGTH);
  }

  /** As {@link #of}, as much as a whole sentence has. */
  static String line(String text) {
    return of(text, LINE_LENGTH);
  }

  private static String of(String text, int length) {
    String start = text.length() > length ? text.substring(0, length) + "…" : text;
    return start.replaceAll("\\p{Cntrl}", "�");
  }
}

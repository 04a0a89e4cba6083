package io.sightline.session;

/** The beginning of a text of unknown origin, fit for a message or a log line. */
final class Excerpt {
  private static final int LENGTH = 80;

  private Excerpt() {}

  static String of(String text) {
    String start = text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text;
    return start.replaceAll("\\p{Cntrl}", "�");
  }
}

package io.sightline.http;

import java.util.Locale;

/**
 * A part of a body in the form of RFC 7578.
 *
 * @param fileName null where the part has none
 * @param type media type without parameters, in small letters; empty where the part says none
 */
record Part(String name, String fileName, String type, byte[] content) {
  /** True for the content of a file, as against a text that a form's field has. */
  boolean isFile() {
    return !isText() && (fileName != null || !type.isEmpty());
  }

  private boolean isText() {
    String file = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.equals("application/json")
        || file.endsWith(".json")
        || file.endsWith(".txt");
  }

  /** A media type without its parameters, in small letters; empty for null. */
  static String mediaType(String header) {
    String all = header == null ? "" : header;
    int end = all.indexOf(';');
    return (end < 0 ? all : all.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }
}

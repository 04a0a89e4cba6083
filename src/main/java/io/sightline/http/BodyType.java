package io.sightline.http;

import java.util.Set;

/** What the headers of a request say of its body. */
final class BodyType {
  private static final String FORM = "multipart/form-data";
  private static final Set<String> ENCODINGS = Set.of("", "identity", "gzip");

  private BodyType() {}

  /** True for a form, whose parts may be files. */
  static boolean isForm(String contentType) {
    return Part.mediaType(contentType).equals(FORM);
  }

  /**
   * The answer to a body of a type that nobody reads here; null to any other. What says nothing of
   * JSON may be JSON all the same: curl calls it a form's.
   *
   * @param forms whether forms are taken at the request's path
   */
  static Reply refusal(String contentType, String contentEncoding, boolean forms) {
    String encoding = Part.mediaType(contentEncoding);
    if (!ENCODINGS.contains(encoding)) {
      return unsupported(
              "bodies of the encoding '%s' are not taken: send it as it is, or with gzip"
                  .formatted(shown(encoding)))
          .with("Accept-Encoding", "gzip, identity");
    }
    String type = Part.mediaType(contentType);
    if (type.equals(FORM) && !forms) {
      return unsupported("JSON is taken here, and forms where workflows are run: " + FORM);
    }
    if (type.matches("(image|video|audio)/.*")
        || type.matches("multipart/.*") && !type.equals(FORM)) {
      return unsupported(
          "a body is JSON, with pictures in base64, or %s, with pictures as parts of files; not %s"
              .formatted(FORM, shown(type)));
    }
    return null;
  }

  private static Reply unsupported(String message) {
    return Reply.problem(415, "UnsupportedMediaType", message);
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}

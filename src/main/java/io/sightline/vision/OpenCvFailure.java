package io.sightline.vision;

/**
 * What OpenCV refuses. JavaCPP throws it as a bare RuntimeException whose text begins with the path
 * of a source file on the machine that built the library, which says nothing to anybody.
 */
public final class OpenCvFailure {
  private static final String MARK = "OpenCV(";
  private static final String ERROR = ": error: (";

  private OpenCvFailure() {}

  /** The failure with what OpenCV expected in its message; any other exception as it is. */
  public static Throwable readable(Throwable failure) {
    String text = failure.getMessage();
    if (failure.getClass() != RuntimeException.class || text == null || !text.startsWith(MARK)) {
      return failure;
    }
    int error = text.indexOf(ERROR);
    int name = error < 0 ? -1 : text.indexOf(':', error + ERROR.length());
    if (name < 0) {
      return failure;
    }
    String reason = text.substring(name + 1).replaceFirst("\\) ", ": ").strip();
    return new VisionException("OpenCV refuses it: " + reason, failure);
  }
}

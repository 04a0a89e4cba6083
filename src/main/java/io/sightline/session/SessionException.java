package io.sightline.session;

/** What a client asked of a session is wrong, or cannot be done now; the family of this package. */
public abstract class SessionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String errorType;

  SessionException(String errorType, String message, Throwable cause) {
    super(message, cause);
    this.errorType = errorType;
  }

  /** The name that clients know the error by, such as SessionLimitReached. */
  public String errorType() {
    return errorType;
  }
}
